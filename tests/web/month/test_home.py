"""When it is due, on whose home, and how it is folded away."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, main_of, pair
from tests.web.conftest import Hands
from tests.web.keep.acts import friends
from tests.web.month.acts import DECEMBER, LATER, read, tap

DUE = "How have the last weeks been?"


@pytest.fixture(autouse=True)
def december(hands: Hands) -> None:
    hands.at = DECEMBER


def test_home_says_the_same_all_week_until_both_have_answered(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    before = main_of(alice.get("/us/"))
    assert DUE in before
    tap(alice, place)
    assert main_of(alice.get("/us/")) == before
    tap(bob, place)
    for person in (alice, bob):
        waits = main_of(person.get("/us/"))
        assert "You’ve both answered." in waits
        assert DUE not in waits
    read(alice, place)
    home = main_of(alice.get("/us/"))
    assert "You’ve both answered." not in home
    assert DUE not in home
    assert "You’ve both answered." in main_of(bob.get("/us/"))


def test_not_now_folds_it_away_on_my_home_alone(alice: Person, bob: Person) -> None:
    pair(alice, bob)
    for title in ("", DUE):
        page = alice.client.get("/us/")
        lead, of = page.context["lead"], page.context["pair_id"]
        assert title in lead.title
        folded = alice.post("/us/", do="fold", pair=of, thing=lead.thing)
    assert DUE not in main_of(folded)
    assert DUE in main_of(bob.get("/us/"))


def test_after_its_first_week_a_month_is_due_no_more(
    alice: Person, bob: Person, hands: Hands
) -> None:
    place = pair(alice, bob)
    hands.at = LATER
    alice.sign_in()
    assert DUE not in main_of(alice.get("/us/"))
    assert "Five taps a month" in main_of(alice.get(place))


def test_to_others_than_partners_it_is_never_due(alice: Person, bob: Person) -> None:
    for person in (alice, bob):
        person.begin()
        person.keep()
    place = friends(alice, bob)
    for path in ("/us/", place):
        assert DUE not in main_of(alice.get(path))
    assert "Five taps a month" in main_of(alice.get(place))
    tap(alice, place, say=5)
    tap(bob, place)
    assert "mostly" in read(alice, place)
