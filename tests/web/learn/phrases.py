"""What people typed, or may type: what the search is tried on, and learns from."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

from coequal.content.keywords import keywords
from coequal.web.learn.danger import by_hand
from coequal.web.learn.pattern import words_of


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


PHRASES: Final = _read("phrases.toml")
"""Written by some who had seen no guide and no pattern; learnt from too."""
SPENT: Final = _read("spent.toml")
"""Tried once, and learnt from since."""


def danger() -> list[str]:
    """Return every phrase of danger to learn from."""
    return [*SPENT["danger"], *PHRASES["danger"]]


def harmless() -> list[str]:
    """Return every harmless phrase to learn from that sounds like danger."""
    return [*SPENT["harmless"], *PHRASES["harmless"]]


def plain() -> list[str]:
    """Return what people type about anything else, and what keywords call harmless."""
    said = keywords()
    guides = (one for phrases in said.keywords.values() for one in phrases)
    return [
        *(one["words"] for one in (*SPENT["plain"], *PHRASES["plain"])),
        *(one for one in guides if by_hand(one) <= 0),
        *(_one_of(pattern) for pattern in said.harmless.phrases),
    ]


def _one_of(pattern: str) -> str:
    """Return one phrase of a pattern: of each group, its first word."""
    groups = keywords().danger.groups
    parts = (part for part in pattern.split() if not part.startswith("!"))
    return " ".join(next(words_of(part, groups)) for part in parts)
