"""Months are named as in a calendar, 2026-12, by the days of the two."""

from __future__ import annotations

from datetime import date
from typing import Final

from coequal.core.days import is_day
from coequal.core.people import PairType

MONTHLY: Final = frozenset({PairType.PARTNERS})
"""Those to whom it is due, on the first days of a month; to all others it never is."""
DUE: Final = 7
MONTHS: Final = 36
"""So many months are looked back on: the latest three years."""
_YEAR: Final = 12


def is_month(text: str) -> bool:
    """Whether a text names a month in the one way that we write it."""
    return is_day(f"{text}-01")


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
