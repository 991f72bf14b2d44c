"""Once a month five taps: one's own, and what of them two people share.

Months are named as in a calendar, 2026-12, by the days of the two. At least one of the
five stays hidden, and what both shared opens at once, when both have sent theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.keep.check_in import TOP, CheckIn, Facet
from coequal.core.keep.entries import is_day
from coequal.core.people import Pair, PairType, Seat
from coequal.core.two.refusals import NotNow
from coequal.core.two.said import Said, oldest_first, seat_of
from coequal.errors import Refused

FREE: Final = "free"
"""Whether one could say no and be oneself: of one's own, and never shared."""
SENT: Final = "sent"
"""In place of a facet: that somebody has sent all they share, which opens it."""
NOTHING: Final = ""
"""In place of a facet: a row that says nothing, so that all send as many."""
MOST_SHARED: Final = len(Facet) - 1
TENDER: Final = frozenset({Facet.HEARD})
"""What starts hidden for everybody."""
MONTHLY: Final = frozenset({PairType.PARTNERS})
"""Those to whom it is due, on the first days of a month; to all others it never is."""
DUE: Final = 7
MONTHS: Final = 36
"""So many months are looked back on: the latest three years."""
_SHEET: Final = 16
_YEAR: Final = 12


class NoTaps(StrEnum):
    """Why they cannot be kept or sent."""

    NOTHING = "nothing is tapped"
    UNSHARED = "nothing of it is shared"
    ALL = "all five are shared"
    OVER = "tapped for another month"


def is_month(text: str) -> bool:
    """Whether a text names a month in the one way that we write it."""
    return is_day(f"{text}-01")


@entry("own check-in", Audience.NOTES, shred=Shred.AUTHOR)
class OwnCheckIn(Entry):
    """What somebody taps for one month on one sheet, for nobody else.

    `steps` are by facet, or `FREE`; what was not tapped is not there.
    """

    sheet: bytes
    month: str
    steps: dict[str, int]

    def fits(self) -> bool:
        """Whether its sheet and its month are such, and every step is on a scale."""
        known = self.steps.keys() <= {*Facet, FREE}
        steps = all(0 <= one <= TOP for one in self.steps.values())
        return len(self.sheet) == _SHEET and is_month(self.month) and known and steps

    @property
    def said(self) -> CheckIn:
        """The five of it."""
        return CheckIn(**{one.value: self.steps.get(one) for one in Facet})

    @property
    def free(self) -> int | None:
        """The sixth of it."""
        return self.steps.get(FREE)


@entry("check-in", Audience.WAITING, as_one=True)
class SharedTap(Entry):
    """One tap of a month that somebody shares; `NOTHING` and `SENT` have the step 0."""

    month: str
    facet: str
    step: int

    def fits(self) -> bool:
        """Whether its month is one, and its facet has such a step."""
        top = TOP if self.facet in {*Facet} else 0
        known = self.facet in {*Facet, SENT, NOTHING}
        return is_month(self.month) and known and 0 <= self.step <= top


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMonth:
    """What opened of one month: what both shared, by seat, and the exact entries.

    It is not `whole` where something opened that nothing of the other stands beside.
    """

    both: Pair[CheckIn]
    refs: frozenset[bytes]
    whole: bool


NOBODY: Final = Pair(a=CheckIn(), b=CheckIn())


def month_of(day: date) -> str:
    """Return the month of a day."""
    return day.isoformat()[:7]


def first_of(month: str) -> date:
    """Return the day with which a month begins."""
    return date.fromisoformat(f"{month}-01")


def up_to(month: str, count: int) -> list[str]:
    """Return so many months, the oldest first, the last of which is this one."""
    year, number = map(int, month.split("-"))
    last = year * _YEAR + number
    months = range(max(last - count, _YEAR), last)
    return [f"{one // _YEAR:04}-{one % _YEAR + 1:02}" for one in months]


def is_due(pair: PairType | None, today: date) -> bool:
    """Whether home says that it is time; the same for those who have tapped."""
    return pair in MONTHLY and today.day <= DUE


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


def series(
    opened: Mapping[str, OpenMonth], months: Sequence[str]
) -> list[Pair[CheckIn]]:
    """Return what both shared month by month; a gap where nothing opened."""
    return [opened[one].both if one in opened else NOBODY for one in months]
