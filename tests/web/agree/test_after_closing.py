"""Once the two have closed their place, neither is held to anything there."""

from __future__ import annotations

import pytest
from tests.web.agree.acts import WORDS, agreed, buttons, press, suggested
from tests.web.agree.test_looking_again import DAYS, OVER, later
from tests.web.cast import Person, heading_of, main_of
from tests.web.conftest import Hands
from tests.web.pairs.test_leaving_a_pair import close


@pytest.mark.parametrize("who", ["alice", "bob"])
def test_what_held_has_run_its_course_for_both(
    who: str, alice: Person, bob: Person, place: str
) -> None:
    where = agreed(alice, bob, place)
    close({"alice": alice, "bob": bob}[who], place)
    for person in (alice, bob):
        assert heading_of(person.get(where)) == OVER
        page = main_of(person.get(f"{place}agreed/"))
        assert WORDS not in page
        assert "You look again" not in page
        assert "Nothing here counts any more." in page
        assert "Begin with something small" not in page
        assert WORDS in main_of(person.get(f"{place}agreed/earlier/"))


def test_nobody_looks_again_and_no_keep_is_told(
    alice: Person, bob: Person, place: str, hands: Hands
) -> None:
    where = agreed(alice, bob, place)
    later(hands, DAYS, alice, bob)
    press(alice, where, "keep")
    close(bob, place)
    for person in (alice, bob):
        page = main_of(person.get(where))
        assert heading_of(person.get(where)) == OVER
        assert "keep" not in page
        assert WORDS not in main_of(person.get(f"{place}agreed/"))


def test_what_was_only_suggested_was_never_agreed(
    alice: Person, bob: Person, place: str
) -> None:
    where = suggested(alice, place)
    close(bob, place)
    for person in (alice, bob):
        assert OVER not in main_of(person.get(where))
        assert buttons(person, where) == {}
        assert WORDS not in main_of(person.get(f"{place}agreed/earlier/"))
