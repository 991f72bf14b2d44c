"""A browser is known from the moment in which somebody keeps there, or comes back."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, join, kept_as
from tests.web.conftest import Hands
from tests.web.pairs.test_joining import code

from coequal.people.models import KnownBrowser
from coequal.people.throttle import REMEMBERED
from coequal.people.tidying import tidy

__all__ = ["code"]  # a fixture: what Alice tells Bob

DAY = 24 * 3600


def used_up(name: str) -> None:
    """Let a stranger use up the tries at a name."""
    guess = {"name": name, "phrase": "not this one at all"}
    while Person("Nobody").post("/sign-in/", **guess).status_code != 429:
        pass


def is_known(person: Person) -> bool:
    """Whether somebody is in at once at their browser while others try."""
    used_up(person.name)
    person.sign_in()
    return person.where == "/us/"


def test_after_keeping(alice: Person, hands: Hands) -> None:
    alice.begin()
    alice.keep()
    alice.sign_out()
    assert is_known(alice)


def test_after_joining(code: str, bob: Person, hands: Hands) -> None:
    join(bob, code, keeps=kept_as(bob))
    bob.sign_out()
    assert is_known(bob)


def test_after_signing_in_and_choosing_a_new_passphrase(
    carol: Person, hands: Hands
) -> None:
    elsewhere = Person("Carol")
    elsewhere.sign_in()
    fresh = "some other words entirely"
    elsewhere.post(
        "/account/passphrase/", present=carol.phrase, phrase=fresh, again=fresh
    )
    elsewhere.sign_out()
    elsewhere.phrase = fresh
    assert is_known(elsewhere)


def test_leaving_quickly_and_signing_out_leave_it_known(
    alice: Person, hands: Hands
) -> None:
    alice.begin()
    alice.keep()
    alice.post("/leave/")
    assert is_known(alice)


def test_a_browser_that_only_tried_is_not_known(carol: Person, hands: Hands) -> None:
    bob = Person("Carol")
    bob.post("/sign-in/", name="Carol", phrase="not this one at all")
    assert KnownBrowser.objects.count() == 1
    bob.phrase = carol.phrase
    assert not is_known(bob)


def test_it_is_known_at_no_other_name(carol: Person, alice: Person) -> None:
    alice.begin()
    alice.keep()
    carol.sign_out()
    carol.name, carol.phrase = "Alice", alice.phrase
    assert not is_known(carol)


@pytest.mark.parametrize(("days", "left"), [(REMEMBERED, 1), (REMEMBERED + 1, 0)])
def test_after_400_days_it_is_forgotten(
    carol: Person, hands: Hands, days: int, left: int
) -> None:
    hands.forward(days * DAY)
    tidy()
    assert KnownBrowser.objects.count() == left


def test_its_row_tells_no_hour(carol: Person, hands: Hands) -> None:
    row = KnownBrowser.objects.get()
    assert row.expiry % DAY == 0
    assert row.full == 0
