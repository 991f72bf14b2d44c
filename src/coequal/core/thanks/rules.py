"""What thanks may be said, and how often; and a letter that nothing sends."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from coequal.core.characters import tamed
from coequal.core.lines import NoLine, one_line
from coequal.core.thanks.entries import OwnLetter, ThankYou
from coequal.core.two.said import Said
from coequal.errors import Refused

LONGEST: Final = 160
LETTER_LONGEST: Final = 4000
MOST_A_WEEK: Final = 25


class NoThanks(StrEnum):
    """Why they cannot be said now."""

    MANY = "as many as fit into a week"


def check_thanks(text: str) -> str:
    """Return one line of thanks that can stand. Raises `Refused`."""
    return one_line(text, longest=LONGEST)


def check_letter(text: str) -> OwnLetter:
    """Return a letter for nobody else, line by line. Raises `Refused`."""
    one_line(text, longest=LETTER_LONGEST)
    lines = (" ".join(tamed(one).split()) for one in text.splitlines())
    letter = "\n".join(lines).strip()
    if len(letter) > LETTER_LONGEST:
        # Empty lines are long too.
        raise Refused(NoLine.LONG)
    return OwnLetter(text=letter)


def may_thank(said: Iterable[Said[ThankYou]], text: str) -> bool:
    """Whether these words are to be said: not where I have said them in this week.

    Raises `Refused` where as many were said as one can read.
    """
    mine = [one.entry.text for one in said if one.mine]
    if text in mine:
        return False
    if len(mine) >= MOST_A_WEEK:
        raise Refused(NoThanks.MANY)
    return True
