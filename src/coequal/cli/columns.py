"""How many columns a text takes in a terminal, and where its lines are broken.

Letters of East Asia and most emoji take two columns, and accents none
(https://www.unicode.org/reports/tr11/).
"""

from __future__ import annotations

import re
import shutil
from typing import Final
from unicodedata import category, east_asian_width

WIDEST: Final = 78
"""Longer lines are hard to read, however wide a terminal is."""
NARROWEST: Final = 20
"""Below this there is no room for a word beside its margin."""
_STYLE: Final = re.compile(r"\x1b\[[0-9;]*m")
_SIGN: Final = re.compile(rf"{_STYLE.pattern}|.\ufe0f?", re.DOTALL)
_SPACES: Final = re.compile(" *")
_DEEPER: Final = 2
_AS_EMOJI: Final = "\ufe0f"
"""After a sign of one column it asks for a picture, which takes two."""


def width() -> int:
    """Return how many columns a line may take: what the terminal or COLUMNS says."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def columns(text: str) -> int:
    """Return how many columns a text takes; colours and bold take none.

    >>> columns("home"), columns("家族")
    (4, 4)
    """
    return sum(_columns(sign) for sign in _SIGN.findall(_STYLE.sub("", text)))


def _columns(sign: str) -> int:
    if category(sign[0]) in {"Mn", "Me", "Cf"}:
        return 0
    is_wide = east_asian_width(sign[0]) in {"F", "W"} or sign.endswith(_AS_EMOJI)
    return 2 if is_wide else 1


def wrapped(text: str, *, limit: int | None = None) -> str:
    """Return a line as the lines it takes, each later one a little further in."""
    most = width() if limit is None else limit
    if columns(text) <= most:
        return text
    spaces = _SPACES.match(text)
    before = spaces.group() if spaces else ""
    lines, line = [], before
    for word in text.split():
        for piece in _pieces(word, most - len(before) - _DEEPER):
            joined = f"{line} {piece}" if line.strip() else f"{line}{piece}"
            if columns(joined) <= most:
                line = joined
            else:
                lines.append(line)
                line = f"{before}{' ' * _DEEPER}{piece}"
    return "\n".join([*lines, line])


def _pieces(word: str, room: int) -> list[str]:
    """Break a word that is longer than a line, as texts without spaces are."""
    if columns(word) <= room:
        return [word]
    pieces, taken = [""], 0
    for sign in _SIGN.findall(word):
        wide = columns(sign)
        if taken + wide > room:
            pieces.append("")
            taken = 0
        pieces[-1] += sign
        taken += wide
    return pieces
