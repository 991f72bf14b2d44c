"""The three months that two people look back on together, and when that is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from coequal.core.days import WEEK, week

LENGTH: Final = 13 * WEEK
DUE: Final = 2 * WEEK
"""For so long it stands on a home, in its quiet way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """Three months of two people: the how manieth, and the Sunday that ends them."""

    number: int
    day: date

    def is_due(self, today: date) -> bool:
        """Whether it is the time to look back on it; alike whoever has."""
        return self.day <= today < self.day + DUE


def latest(met: date, today: date) -> Season | None:
    """Return the season that ended last; None before the first has.

    They follow one another from the first Sunday after the two met, or that very day.
    """
    first = week(met)
    number = (today - first) // LENGTH
    return Season(number=number, day=first + number * LENGTH) if number > 0 else None


def since(today: date) -> date:
    """Return the first day of the three months that end with a day."""
    return today - LENGTH + timedelta(days=1)
