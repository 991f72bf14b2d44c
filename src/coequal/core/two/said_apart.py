"""Said apart: what two people say of one thing, each by themselves, until both did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from coequal.core.people import Pair, Seat
from coequal.core.two.refusals import NotNow
from coequal.core.two.said import Said, oldest_first, seated
from coequal.errors import Refused

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

    def check_closed(self) -> None:
        """Refuse to change what both have read."""
        if self.both is not None:
            raise Refused(NotNow.OPEN)


def said_apart(records: Iterable[Said[E]], me: Seat) -> Apart[E]:
    """Return what was said of one thing, as the person in seat `me` may know it.

    Of open entries the first of each person counts, of my closed ones the latest.
    Gives a result for any subset of entries in any order.
    """
    ordered = oldest_first(records)
    mine = [one for one in ordered if one.open and one.mine]
    theirs = [one for one in ordered if one.open and not one.mine]
    if mine and theirs:
        return Apart(
            both=seated(mine[0].entry, theirs[0].entry, me),
            refs=frozenset({mine[0].ref, theirs[0].ref}),
        )
    closed = [one.entry for one in ordered if one.mine and not one.open]
    return Apart(mine=closed[-1] if closed else None)
