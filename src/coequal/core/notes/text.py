"""What text Notes keep: all of it, or none."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Final

from coequal.errors import Refused

LONGEST: Final = 20_000
HEAVIEST: Final = 64_000
"""Bytes of the text as JSON that fit into one sealed entry beside all the rest."""


class NoText(StrEnum):
    """Why a text cannot be kept."""

    EMPTY = "nothing is written"
    LONG = "it has too many signs"
    HEAVY = "its signs take too much room"


def whole_text(text: str) -> str:
    """Return a text as it is kept: every sign of it, each line break as one.

    Browsers send a line break as two signs. Up to `LONGEST` signs fit; fewer where
    many of them are emoji or control signs. Raises `Refused` with one of `NoText`.
    """
    kept = text.replace("\r\n", "\n")
    if not kept.strip():
        raise Refused(NoText.EMPTY)
    if len(kept) > LONGEST:
        raise Refused(NoText.LONG)
    if _weight(kept) > HEAVIEST:
        raise Refused(NoText.HEAVY)
    return kept


def _weight(text: str) -> int:
    return len(json.dumps(text, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def first_line(text: str, *, longest: int) -> str:
    """Return the first line with something in it, cut to fit where it is listed."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
