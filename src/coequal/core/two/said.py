"""Entries of two people, as one of them reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from coequal.core.people import Pair, Seat
from coequal.core.recorded import Recorded

E_co = TypeVar("E_co", covariant=True)
R = TypeVar("R", bound=Recorded[object])
T = TypeVar("T")


class Said(Recorded[E_co], Protocol[E_co]):
    """An entry in the space of two, as one of them reads it."""

    @property
    def mine(self) -> bool:
        """Whether the reader wrote it."""
        ...

    @property
    def open(self) -> bool:
        """Whether both can read it."""
        ...


def oldest_first(records: Iterable[R]) -> list[R]:
    """Return records in the order they were written; refs decide within a second."""
    return sorted(records, key=lambda one: (one.at, one.ref))


def seat_of(record: Said[object], me: Seat) -> Seat:
    """Return who wrote an entry, if it is read from one seat."""
    return me if record.mine else me.other


def seated(mine: T, theirs: T, me: Seat) -> Pair[T]:
    """Return what is mine and what is the other's by seat."""
    return Pair(a=mine, b=theirs) if me is Seat.A else Pair(a=theirs, b=mine)
