"""Where a "cannot" leaves nothing to weigh, the page leaves it to the two to talk."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, main_of, pair
from tests.web.decide.acts import raised, ref_on, weigh

TALK = "Talk it over"


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    return pair(alice, bob)


def test_where_one_is_left_the_page_says_so_and_suggests_nothing(
    alice: Person, bob: Person, place: str
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "6", "x", "x", stake="3")
    weigh(bob, where, "1", "6", "5")
    for person in (alice, bob):
        page = main_of(person.post(where, do="look"))
        assert "“At home” is the only one you can both live with." in page
        assert TALK in page
        assert "Suggest “" not in page
        assert "Why this one" not in page
        assert "The fairest middle" not in page


def test_the_two_can_still_settle_it_on_what_is_left(
    alice: Person, bob: Person, place: str
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "6", "x", "x")
    weigh(bob, where, "1", "6", "5")
    for person in (alice, bob):
        person.post(where, do="look")
    bob.post(where, do="propose", option="0")
    alice.post(where, do="yes", ref=ref_on(alice, where))
    assert "You’ve decided: At home" in main_of(bob.get(where))


def test_a_cannot_that_takes_nothing_away_leaves_the_suggestion(
    alice: Person, bob: Person, place: str
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "6", "x", "5")
    weigh(bob, where, "5", "0", "6")
    page = main_of(alice.post(where, do="look"))
    assert TALK not in page
    assert "You’d both be happy with" in page
