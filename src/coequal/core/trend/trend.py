"""How it goes, time by time: the usual level of each facet, and what clearly moved.

What somebody says of being together is put beside say and load. They may move
together; nothing here shows why.

The law of seats is exact: each of the two is worked out by one function, from their own
check-ins alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from coequal.core.measured import Estimate
from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.month.taps import OpenMonth
from coequal.core.people import Pair
from coequal.core.trend.level import levels
from coequal.core.trend.shift import Pool, Shift, shift

NOBODY: Final = Pair(a=CheckIn(), b=CheckIn())


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What one person's check-ins come to.

    `levels` are by facet and time, `None` where there is none to tell of; `changes` say
    of each series what the newest points are beside those before.
    """

    levels: Mapping[Facet, tuple[Estimate | None, ...]]
    changes: Mapping[Pool, Shift]

    @property
    def side_by_side(self) -> bool:
        """Whether both series have moved the same way."""
        first, second = (self.changes[pool] for pool in Pool)
        return first is second and first in {Shift.UP, Shift.DOWN}


def trend(check_ins: Sequence[CheckIn]) -> Trend:
    """Return what one person's check-ins come to, the oldest first.

    They lie equally far apart; one in which nothing was said is a gap.
    """
    return Trend(
        levels=levels(check_ins),
        changes={pool: shift(check_ins, pool) for pool in Pool},
    )


def trends(check_ins: Sequence[Pair[CheckIn]]) -> Pair[Trend]:
    """Return what the check-ins of two people come to, each by themselves."""
    return Pair(
        a=trend([one.a for one in check_ins]), b=trend([one.b for one in check_ins])
    )


def series(
    opened: Mapping[str, OpenMonth], months: Sequence[str]
) -> list[Pair[CheckIn]]:
    """Return what both shared month by month; a gap where nothing opened."""
    return [opened[one].both if one in opened else NOBODY for one in months]
