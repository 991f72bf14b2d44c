"""*Not now* to an offer holds for a week, for the same words offered once more too."""

from __future__ import annotations

import re

import pytest
from tests.web.agree.acts import press, suggested
from tests.web.cast import Person, bytes_of, html_of, main_of
from tests.web.conftest import Hands

from coequal.journal import clock

OFFERED = "Alice suggests you agree on something."


def not_now(person: Person, where: str) -> None:
    """Press *Not now* on the page of an offer, as its form has it."""
    html = html_of(person.get(where))
    fields = dict(re.findall(r'name="(pair|thing)" value="(\w+)"', html))
    assert 'formaction="/us/"' in html
    person.post("/us/", do="fold", **fields)


@pytest.mark.parametrize(
    "then", ["stop for tea, and go on at eight", "Stop for tea, and go on at  eight"]
)
def test_the_same_words_offered_again_are_folded_away_too(
    then: str, alice: Person, bob: Person, place: str
) -> None:
    where = suggested(alice, place)
    assert OFFERED in main_of(bob.get("/us/"))
    not_now(bob, where)
    assert OFFERED not in main_of(bob.get("/us/"))
    press(alice, where, "back")
    suggested(alice, place, then=then, weeks="8")
    assert OFFERED not in main_of(bob.get("/us/"))


def test_other_words_are_another_offer(alice: Person, bob: Person, place: str) -> None:
    not_now(bob, suggested(alice, place))
    suggested(alice, place, then="sing")
    assert OFFERED in main_of(bob.get("/us/"))


def test_it_holds_for_a_week(
    alice: Person, bob: Person, place: str, hands: Hands
) -> None:
    not_now(bob, suggested(alice, place))
    hands.forward(7 * clock.DAY)
    bob.sign_in()
    assert OFFERED in main_of(bob.get("/us/"))


def test_who_offers_sees_no_difference(alice: Person, bob: Person, place: str) -> None:
    where = suggested(alice, place)
    pages = (where, place, "/us/", f"{place}agreed/")
    before = [bytes_of(alice.get(page)) for page in pages]
    not_now(bob, where)
    assert [bytes_of(alice.get(page)) for page in pages] == before
