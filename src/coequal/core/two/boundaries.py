"""A boundary that one of the two has shown: to be read, and nothing more.

It needs nobody's consent, so nobody says yes or no to it. Only who showed it takes it
down again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.people import Seat
from coequal.core.two.said import Said, oldest_first, seat_of


@entry("boundary shown", Audience.BOTH, shred=Shred.AUTHOR)
class ShownBoundary(Entry):
    """What is mine, and what I do if it happens, in an area or in none."""

    area: str
    mine: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """A boundary that is shown, and whose it is."""

    ref: bytes
    by: Seat
    entry: ShownBoundary


def boundaries(shown: Iterable[Said[ShownBoundary]], me: Seat) -> tuple[Boundary, ...]:
    """Return what both have shown, the oldest first, whoever of them reads it."""
    return tuple(
        Boundary(ref=one.ref, by=seat_of(one, me), entry=one.entry)
        for one in oldest_first(shown)
    )


def touched(found: Iterable[Boundary], area: str) -> frozenset[Seat]:
    """Return who has shown a boundary in an area; of no area nobody has."""
    return frozenset(one.by for one in found if area and one.entry.area == area)
