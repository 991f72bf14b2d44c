"""The days on which two people write their lines: once a week, or after they met."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from coequal.core.days import DAY, SUNDAY, WEEK, week
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenDay:
    """A day of the week that one of the two chose, and the day on which they did."""

    on: date
    weekday: int
    mine: bool


def in_week(chosen: Iterable[ChosenDay], today: date) -> date:
    """Return the day of two in the week of a day; Sunday, until they choose another.

    Of the choices before that week the last counts, in the order in which they come. So
    nobody moves a day that is on, or comes next: it is the one that both knew of.
    """
    ends = week(today)
    before = [one.weekday for one in chosen if week(one.on) < ends]
    return ends - (SUNDAY - (before[-1] if before else SUNDAY)) * DAY


def weekly(chosen: Collection[ChosenDay], today: date) -> Occasion:
    """Return the day of two that a day is, or the latest one before it.

    It is gone with the following one, which may come sooner after a choice.
    """
    this, last = (in_week(chosen, today - one * WEEK) for one in range(2))
    day = this if this <= today else last
    following = in_week(chosen, day + WEEK)
    return Occasion(day=day, last=day, gone=min(day + WEEK, following))


def coming(chosen: Collection[ChosenDay], today: date) -> date:
    """Return the day of two that a day is, or the first one after it."""
    this, following = (in_week(chosen, today + one * WEEK) for one in range(2))
    return this if this >= today else following


def met(days: Iterable[str], today: date) -> Occasion | None:
    """Return the latest day on which two met: a week to write, and one to read.

    A day that is still to come is none.
    """
    came = [one for one in map(date.fromisoformat, days) if one <= today]
    if not came:
        return None
    day = max(came)
    return Occasion(day=day, last=day + WEEK - DAY, gone=day + 2 * WEEK)


def before(today: date, weeks: int, weekdays: Collection[int]) -> list[date]:
    """Return the days that may be of two, of this week and of so many before it."""
    ends = week(today)
    found = (
        ends - (SUNDAY - weekday) * DAY - number * WEEK
        for number in range(weeks + 1)
        for weekday in weekdays
    )
    return [one for one in found if one <= today]
