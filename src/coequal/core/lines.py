"""A text that stands as one line."""

from __future__ import annotations

from enum import StrEnum
from unicodedata import category

from coequal.errors import Refused


class NoLine(StrEnum):
    """Why a text cannot stand."""

    EMPTY = "nothing is written"
    LONG = "it is too long"


def one_line(text: str, *, longest: int) -> str:
    """Return a text as one line: no breaks, no control signs, single spaces.

    `longest` is in signs. Raises `Refused` with one of `NoLine`.
    """
    spaced = (" " if category(sign) == "Cc" else sign for sign in text)
    line = " ".join("".join(spaced).split())
    if not line:
        raise Refused(NoLine.EMPTY)
    if len(line) > longest:
        raise Refused(NoLine.LONG)
    return line
