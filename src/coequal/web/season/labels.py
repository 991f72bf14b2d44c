"""What the page of a season says, where it is not in its template."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.content.starters import Starter, fitting, starters
from coequal.core.people import Pair, PairType, Seat
from coequal.core.season.lately import Went
from coequal.core.trend.shift import Pool, Shift

AT_ONCE: Final = 3
"""So many things to try stand on one season."""

WENT: Final[dict[Went, Promise]] = {
    Went.ON: gettext_lazy("Still on"),
    Went.RUN: gettext_lazy("Has ended"),
}


def moved(names: Pair[str], seat: Seat, pool: Pool, shift: Shift) -> str:
    """Say what has clearly moved for one of the two: all of it together, not why."""
    told = {
        (Pool.SAY_AND_LOAD, Shift.UP): _(
            "All in all, %(name)s has felt heard, had a say and found things fair "
            "more often than before."
        ),
        (Pool.SAY_AND_LOAD, Shift.DOWN): _(
            "All in all, %(name)s has felt heard, had a say and found things fair "
            "less often than before. What would help?"
        ),
        (Pool.TOGETHER, Shift.UP): _(
            "All in all, %(name)s has felt appreciated and liked being together "
            "more often than before."
        ),
        (Pool.TOGETHER, Shift.DOWN): _(
            "All in all, %(name)s has felt appreciated and liked being together "
            "less often than before. What would help?"
        ),
    }
    return told[pool, shift] % {"name": names[seat]}


def to_try(number: int, pair: PairType) -> Iterator[tuple[str, Starter]]:
    """Yield some things to try, other ones in each season, the same for both."""
    known = fitting(starters().tries, pair)
    for one in range(AT_ONCE):
        yield known[(number * AT_ONCE + one) % len(known)]
