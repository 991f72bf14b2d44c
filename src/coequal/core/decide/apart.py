"""What two people say of one thing, each by themselves: an account, a review."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from coequal.core.decide.question_state import Said
from coequal.core.people import Pair, Seat

E = TypeVar("E")


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart(Generic[E]):
    """What one of the two may know of it.

    `mine` is what I have put in, while it is closed; `both` what both said, by
    seat, once it is open, and `refs` the exact texts of the two.
    """

    mine: E | None = None
    both: Pair[E] | None = None
    refs: frozenset[bytes] = frozenset()


def apart(records: Iterable[Said[E]], seat: Seat) -> Apart[E]:
    """Return what was said of one thing, as who sits here may know it.

    What opened first stays what it was; of what is closed the latest stands.
    """
    ordered = sorted(records, key=lambda one: (one.at, one.ref))
    mine = [one for one in ordered if one.open and one.mine]
    theirs = [one for one in ordered if one.open and not one.mine]
    if mine and theirs:
        both = Pair(a=mine[0].entry, b=theirs[0].entry)
        return Apart(
            both=both if seat is Seat.A else both.mirrored,
            refs=frozenset({mine[0].ref, theirs[0].ref}),
        )
    closed = [one.entry for one in ordered if one.mine and not one.open]
    return Apart(mine=closed[-1] if closed else None)
