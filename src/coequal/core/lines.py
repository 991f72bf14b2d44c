"""A text that stands as one line."""

from __future__ import annotations

from enum import StrEnum

from coequal.core.characters import seen, tamed
from coequal.errors import Refused


class NoLine(StrEnum):
    """Why a text cannot stand."""

    EMPTY = "nothing is written"
    LONG = "it is too long"


def one_line(text: str, *, longest: int) -> str:
    """Return a text as one line: no breaks, no control signs, single spaces.

    Signs that turn round what stands beside them are left out. `longest` is in signs.
    Raises `Refused` with one of `NoLine`; a line with nothing to see is empty.
    """
    line = " ".join(tamed(text).split())
    if not seen(line):
        raise Refused(NoLine.EMPTY)
    if len(line) > longest:
        raise Refused(NoLine.LONG)
    return line
