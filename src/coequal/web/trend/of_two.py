"""How it has gone for two, from what both shared and I have looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coequal.core.month.check_in import CheckIn
from coequal.core.month.months import MONTHS, up_to
from coequal.core.people import Pair
from coequal.core.trend.trend import Trend, series, trends
from coequal.people.pairs import PairMember
from coequal.web.month import store

READS: Final = (store.KIND,)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendOfTwo:
    """The months that are looked back on, the oldest first, and what they come to.

    `found` is what opened in them, and `said` what both shared, month by month.
    """

    months: Sequence[str]
    found: store.Months
    said: Sequence[Pair[CheckIn]]
    told: Pair[Trend]


def read(member: PairMember) -> TrendOfTwo:
    """Return how it has gone for each of the two."""
    months = up_to(store.this_month(member), MONTHS)
    found = store.looked_at(member, store.opened_months(member))
    said = series(found.seen, months)
    return TrendOfTwo(months=months, found=found, said=said, told=trends(said))
