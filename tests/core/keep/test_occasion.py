"""The days on which two people write three lines, and how long each is there."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coequal.core.days import WEEK, week
from coequal.core.keep.occasion import Occasion, before, met, sunday

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SUNDAY = date(2026, 12, 6)
DAY = timedelta(days=1)


@given(DAYS)
def test_a_sunday_is_today_or_one_of_the_six_days_before(today: date) -> None:
    found = sunday(today)
    assert found.day.strftime("%A") == "Sunday"
    assert today - 6 * DAY <= found.day <= today
    assert found.is_fresh(today)
    assert found.gone == found.day + WEEK


@given(DAYS)
def test_lines_of_a_sunday_are_written_on_that_day_alone(today: date) -> None:
    assert sunday(today).takes_lines(today) is (today.strftime("%A") == "Sunday")


@given(DAYS)
def test_a_week_ends_with_its_sunday(today: date) -> None:
    end = week(today)
    assert end.strftime("%A") == "Sunday"
    assert today <= end <= today + 6 * DAY


def test_a_day_that_is_a_sunday_ends_its_own_week() -> None:
    assert week(SUNDAY) == sunday(SUNDAY).day == SUNDAY


def test_sundays_go_back_week_by_week_from_the_latest() -> None:
    assert before(SUNDAY + DAY, 3) == [SUNDAY, SUNDAY - WEEK, SUNDAY - 2 * WEEK]


def test_after_two_met_they_have_a_week_to_write_and_a_week_to_read() -> None:
    found = met([SUNDAY.isoformat()], SUNDAY + 6 * DAY)
    assert found == Occasion(day=SUNDAY, last=SUNDAY + 6 * DAY, gone=SUNDAY + 14 * DAY)
    assert found.takes_lines(found.last)
    assert not found.takes_lines(found.last + DAY)
    assert found.is_fresh(found.gone - DAY)
    assert not found.is_fresh(found.gone)


@given(st.lists(DAYS), DAYS)
def test_the_latest_meeting_counts_that_has_come(days: list[date], today: date) -> None:
    found = met([one.isoformat() for one in days], today)
    came = [one for one in days if one <= today]
    assert (found.day if found else None) == max(came, default=None)


@given(st.lists(DAYS), DAYS)
def test_meetings_in_any_order_say_the_same(days: list[date], today: date) -> None:
    named = [one.isoformat() for one in days]
    assert met(named[::-1], today) == met(named, today) == met(set(named), today)
