"""Days and weeks as in a calendar, whoever counts them and wherever they are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(days=7)
SUNDAY: Final = 6
"""The last day of a week, by its number."""
WEEKDAYS: Final = range(1, 7)
"""The days that can be of two: not Monday, with which another zone begins to count."""


def is_day(text: str) -> bool:
    """Whether a text names a day in the one way that we write it."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def week(today: date) -> date:
    """Return the Sunday with which the week of a day ends."""
    return today + (SUNDAY - today.weekday()) * DAY
