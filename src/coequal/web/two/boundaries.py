"""Boundaries that the two have shown, between the journal and the rules."""

from __future__ import annotations

from typing import Final

from coequal.core.people import Seat
from coequal.core.two.boundaries import Boundary, ShownBoundary, boundaries, touched
from coequal.people.pairs import PairMember

READS: Final = (ShownBoundary,)


def now(member: PairMember) -> tuple[Boundary, ...]:
    """Return what is shown between the two."""
    return boundaries(member.reading.sound(ShownBoundary), member.seat)


def touched_names(member: PairMember, area: str) -> list[str]:
    """Name who has shown a boundary in an area, in the order of their seats."""
    found = touched(now(member), area)
    return [member.names[seat] for seat in Seat if seat in found]
