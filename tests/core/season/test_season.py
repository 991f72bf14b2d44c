"""The three months that two people look back on, and when that is due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.season.season import DUE, LENGTH, Season, latest, since

MET = date(2026, 9, 2)
"""A Wednesday."""
SUNDAY = date(2026, 9, 6)
FIRST = date(2026, 12, 6)
DAY = timedelta(days=1)


def test_the_first_ends_three_months_after_the_first_sunday() -> None:
    assert latest(MET, FIRST - DAY) is None
    assert latest(MET, FIRST) == Season(number=1, day=FIRST)
    assert latest(MET, FIRST + LENGTH - DAY) == Season(number=1, day=FIRST)
    assert latest(MET, FIRST + LENGTH) == Season(number=2, day=FIRST + LENGTH)


def test_who_met_on_a_sunday_counts_from_that_very_day() -> None:
    assert latest(SUNDAY, FIRST) == latest(MET, FIRST)


def test_who_has_not_met_yet_has_no_season() -> None:
    assert latest(FIRST + LENGTH, FIRST) is None


@pytest.mark.parametrize(
    ("day", "due"),
    [(FIRST, True), (FIRST + DUE - DAY, True), (FIRST + DUE, False)],
)
def test_it_is_due_for_two_weeks(day: date, *, due: bool) -> None:
    assert Season(number=1, day=FIRST).is_due(day) is due
    assert not Season(number=1, day=FIRST).is_due(FIRST - DAY)


@given(met=st.dates(date(2026, 1, 1), date(2030, 1, 1)), days=st.integers(0, 3000))
def test_each_ends_on_a_sunday_that_has_come(met: date, days: int) -> None:
    today = met + days * DAY
    found = latest(met, today)
    if found is None:
        assert days < LENGTH.days + 7
    else:
        assert found.day <= today < found.day + LENGTH
        assert found.day.weekday() == 6


def test_three_months_are_thirteen_weeks_with_today() -> None:
    assert since(FIRST) == SUNDAY + DAY
