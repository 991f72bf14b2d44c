"""What to call two people whose answers lie in two files."""

from __future__ import annotations

from collections.abc import Sequence

from coequal.core.characters import looks, seen
from coequal.core.people import Pair, Seat


def names_of(stems: Sequence[str]) -> Pair[str]:
    """Return a name for each seat, from the stems of one or two files.

    >>> names_of(["kim", "sam"])
    Pair(a='Kim', b='Sam')

    A stem that cannot be shown on a terminal gives the letter of the seat; one
    person alone sits across from "your partner"; two of a name are numbered.
    """
    names = [_name(stem, seat) for stem, seat in zip(stems, Seat, strict=False)] + [
        "your partner"
    ]
    if looks(names[0]) == looks(names[1]):
        return Pair(a=f"{names[0]} 1", b=f"{names[1]} 2")
    return Pair(a=names[0], b=names[1])


def _name(stem: str, seat: Seat) -> str:
    words = stem.replace("_", " ").replace("-", " ").strip()
    fits = words.isprintable() and seen(words)
    return words[:1].upper() + words[1:] if fits else seat
