"""The days on which two people write their lines: each Sunday, or after they met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from coequal.core.days import DAY, SUNDAY, WEEK
from coequal.core.people import PairType

WEEKLY: Final = frozenset({PairType.PARTNERS})
"""Those whose lines are due, once a week; to all others they never are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A day for three lines: one writes until its `last` day.

    What was a bit much is shown until the day on which it is `gone`, as the way to
    give the first line.
    """

    day: date
    last: date
    gone: date

    def takes_lines(self, today: date) -> bool:
        """Whether one can write today."""
        return self.day <= today <= self.last

    def is_fresh(self, today: date) -> bool:
        """Whether it is still the latest one that is talked about."""
        return self.day <= today < self.gone


def sunday(today: date) -> Occasion:
    """Return the Sunday that a day is, or the one before it."""
    day = today - (today.weekday() - SUNDAY) % 7 * DAY
    return Occasion(day=day, last=day, gone=day + WEEK)


def met(days: Iterable[str], today: date) -> Occasion | None:
    """Return the latest day on which two met: a week to write, and one to read.

    A day that is still to come is none.
    """
    came = [one for one in map(date.fromisoformat, days) if one <= today]
    if not came:
        return None
    day = max(came)
    return Occasion(day=day, last=day + WEEK - DAY, gone=day + 2 * WEEK)


def before(today: date, weeks: int) -> list[date]:
    """Return so many Sundays, the latest first: the one today or before it leads."""
    latest = sunday(today).day
    return [latest - number * WEEK for number in range(weeks)]
