"""What of the taps of a month two people share, and what opens of it.

At least one of the five stays hidden, and what both shared opens at once, when both
have sent theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.month.entries import SENT, SharedTap
from coequal.core.people import Pair, Seat
from coequal.core.two.refusals import NotNow
from coequal.core.two.said import Said, oldest_first, seat_of
from coequal.errors import Refused

MOST_SHARED: Final = len(Facet) - 1
TENDER: Final = frozenset({Facet.HEARD})
"""What starts hidden for everybody."""


class NoTaps(StrEnum):
    """Why they cannot be kept or sent."""

    NOTHING = "nothing is tapped"
    UNSHARED = "nothing of it is shared"
    ALL = "all five are shared"
    OVER = "tapped for another month"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMonth:
    """What opened of one month: what both shared, by seat, and the exact entries.

    It is not `whole` where something opened that nothing of the other stands beside.
    """

    both: Pair[CheckIn]
    refs: frozenset[bytes]
    whole: bool


def check_month(named: str, month: str) -> None:
    """Refuse what was tapped for another month than this one; unnamed it is for this.

    A page may stand open while a month ends: its taps say nothing of the next.
    """
    if named not in {"", month}:
        raise Refused(NoTaps.OVER)


def check_said(steps: Mapping[str, int]) -> Mapping[str, int]:
    """Return taps that can be kept: one at least."""
    if not steps:
        raise Refused(NoTaps.NOTHING)
    return steps


def shared(said: CheckIn, picked: Collection[str]) -> dict[Facet, int]:
    """Return what leaves one's hands: at least one, and never all. Raises `Refused`."""
    steps = {
        facet: step
        for facet in Facet
        if facet in picked and (step := said[facet]) is not None
    }
    if not steps:
        raise Refused(NoTaps.UNSHARED)
    if len(steps) > MOST_SHARED:
        raise Refused(NoTaps.ALL)
    return steps


def check_closed(opened: Collection[str], month: str) -> None:
    """Refuse to send or to take back what both can read."""
    if month in opened:
        raise Refused(NotNow.OPEN)


def waiting(said: Iterable[Said[SharedTap]], month: str) -> dict[Facet, int] | None:
    """Return what I have sent for a month and is closed; None where I have not."""
    mine = [one.entry for one in said if one.mine and not one.open]
    steps = {one.facet: one.step for one in mine if one.month == month}
    if SENT not in steps:
        return None
    return {facet: steps[facet] for facet in Facet if facet in steps}


def opened(said: Iterable[Said[SharedTap]], me: Seat) -> dict[str, OpenMonth]:
    """Return what opened, by month. Total over any subset of entries in any order.

    Of the entries of one person on one facet the first counts.
    """
    first: dict[str, dict[str, dict[Seat, Said[SharedTap]]]] = {}
    for one in oldest_first(one for one in said if one.open):
        facets = first.setdefault(one.entry.month, {})
        facets.setdefault(one.entry.facet, {}).setdefault(seat_of(one, me), one)
    return {month: _month(facets) for month, facets in first.items()}


def _month(facets: Mapping[str, Mapping[Seat, Said[SharedTap]]]) -> OpenMonth:
    met = {facet: one for facet, one in facets.items() if len(one) == len(Seat)}
    steps = {
        seat: {
            facet.value: met[facet][seat].entry.step for facet in Facet if facet in met
        }
        for seat in Seat
    }
    return OpenMonth(
        both=Pair(a=CheckIn(**steps[Seat.A]), b=CheckIn(**steps[Seat.B])),
        refs=frozenset(one.ref for by in facets.values() for one in by.values()),
        whole=len(met) == len(facets) and SENT in met,
    )
