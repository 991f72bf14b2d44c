from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.lines import NoLine, one_line
from coequal.core.see.joint_entries import CARDS, FIRST, Bookmark
from coequal.errors import Refused

NUMBERS = st.integers(min_value=-9, max_value=9)


def seen(mark: Bookmark) -> list[int]:
    return [card for card in range(-1, CARDS + 3) if mark.may_see(card)]


def test_at_first_only_the_first_card_may_be_seen() -> None:
    assert seen(FIRST) == [1]
    assert FIRST.resume == 1
    assert not FIRST.through


def test_each_card_is_turned_after_the_one_before() -> None:
    mark = FIRST
    for card in range(1, CARDS):
        mark = mark.turn(card)
        assert seen(mark) == list(range(1, card + 2))
        assert mark.resume == card + 1
        assert not mark.through
    mark = mark.turn(CARDS)
    assert mark.through
    assert seen(mark) == [1, 2, 3, 4]


def test_turning_an_earlier_card_again_takes_none_back() -> None:
    assert Bookmark(card=4, turned=3).turn(1) == Bookmark(card=2, turned=3)


def test_stopping_remembers_the_card_and_turns_none() -> None:
    mark = Bookmark(card=3, turned=2)
    assert mark.stop(2) == Bookmark(card=2, turned=2)
    assert mark.stop(2).resume == 2


@given(card=NUMBERS, turned=NUMBERS)
def test_a_damaged_bookmark_leads_to_a_card_all_the_same(
    card: int, turned: int
) -> None:
    assert 1 <= Bookmark(card=card, turned=turned).resume <= CARDS


@given(st.text(max_size=40), st.characters(categories=["L", "N"]))
def test_a_line_has_no_breaks_no_control_signs_and_single_spaces(
    text: str, sign: str
) -> None:
    line = one_line(text + sign, longest=41)
    assert line.splitlines() == [line]
    assert line == " ".join(line.split())
    assert one_line(line, longest=41) == line


def test_words_stay_as_they_were_written() -> None:
    written = "  Grüße,\r\nد ‍\u0000 und 👩‍🌾  "
    assert one_line(written, longest=80) == "Grüße, د ‍ und 👩‍🌾"


@pytest.mark.parametrize("text", ["", "  ", "\n\t\x00\x1f"])
def test_nothing_written_is_no_line(text: str) -> None:
    with pytest.raises(Refused) as refused:
        one_line(text, longest=9)
    assert refused.value.args == (NoLine.EMPTY,)


def test_a_line_that_is_too_long_is_refused_and_the_longest_is_not() -> None:
    assert one_line("a" * 9, longest=9) == "a" * 9
    assert one_line("  " + "a " * 4 + "a  ", longest=9) == "a a a a a"
    with pytest.raises(Refused) as refused:
        one_line("a" * 10, longest=9)
    assert refused.value.args == (NoLine.LONG,)
