"""Two people, two seats, and what kind of pair they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Seat(StrEnum):
    """One of the two places in a pair. Which is which never matters."""

    A = "A"
    B = "B"

    @property
    def other(self) -> Seat:
        """The seat across the table."""
        return Seat.B if self is Seat.A else Seat.A


class PairType(StrEnum):
    """What two people are to each other. Content differs by type, rules never do."""

    PARTNERS = "partners"
    FRIENDS = "friends"
    SIBLINGS = "siblings"
    PARENT_CHILD = "parent-child"
    FLATMATES = "flatmates"


class Role(StrEnum):
    """Which of the two somebody is, where their words differ by it."""

    PARENT = "parent"
    CHILD = "child"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Generic[T]):
    """One value for each of the two seats.

    >>> Pair(a=1, b=2)[Seat.B]
    2
    >>> Pair(a=1, b=2).mirrored
    Pair(a=2, b=1)
    """

    a: T
    b: T

    def __getitem__(self, seat: Seat) -> T:
        """Return the value of one seat; anything else is a `KeyError`."""
        return {Seat.A: self.a, Seat.B: self.b}[seat]

    @property
    def mirrored(self) -> Pair[T]:
        """The same pair after the two people have changed seats."""
        return Pair(a=self.b, b=self.a)

    def map(self, change: Callable[[T], U]) -> Pair[U]:
        """Apply one function to both values."""
        return Pair(a=change(self.a), b=change(self.b))
