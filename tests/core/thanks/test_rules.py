"""Thanks of two people, and a letter for oneself: what can stand, and how often."""

from __future__ import annotations

import pytest
from tests.core.two.said import Said

from coequal.core.lines import NoLine
from coequal.core.thanks.entries import ThankYou
from coequal.core.thanks.rules import (
    LETTER_LONGEST,
    MOST_A_WEEK,
    NoThanks,
    check_letter,
    check_thanks,
    may_thank,
)
from coequal.errors import Refused


def thanks(text: str, *, mine: bool = True) -> Said[ThankYou]:
    return Said(entry=ThankYou(day="", text=text), ref=text.encode(), mine=mine)


def test_the_same_thanks_in_one_week_are_said_once() -> None:
    assert may_thank([], "You rang.")
    assert may_thank([thanks("You rang.", mine=False)], "You rang.")
    assert not may_thank([thanks("You rang.")], "You rang.")


def test_there_are_as_many_thanks_in_a_week_as_one_can_read() -> None:
    said = [thanks(str(number)) for number in range(MOST_A_WEEK)]
    with pytest.raises(Refused, match=NoThanks.MANY):
        may_thank(said, "One more.")
    theirs = [thanks(str(number), mine=False) for number in range(MOST_A_WEEK)]
    assert may_thank(theirs, "One more.")


def test_a_letter_keeps_its_lines_and_no_sign_that_turns_others_round() -> None:
    said = check_letter(" You   came.\r\n\r\nThank\u202e you.\n")
    assert said.text == "You came.\n\nThank you."


@pytest.mark.parametrize(
    "text",
    ["", "\r\n \u200b", "x" * (LETTER_LONGEST + 1), f"a{LETTER_LONGEST * chr(10)}z"],
)
def test_a_letter_says_something_and_fits(text: str) -> None:
    with pytest.raises(Refused):
        check_letter(text)


def test_thanks_are_one_line_that_says_something() -> None:
    assert check_thanks(" You \n rang. ") == "You rang."
    with pytest.raises(Refused, match=NoLine.EMPTY):
        check_thanks(" ")
