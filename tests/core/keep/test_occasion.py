"""The days on which two people write three lines, and how long each is there."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coequal.core.days import WEEK, WEEKDAYS, week
from coequal.core.keep.occasion import (
    ChosenDay,
    Occasion,
    before,
    coming,
    met,
    weekly,
)

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SUNDAY = date(2026, 12, 6)
DAY = timedelta(days=1)


WEEKDAY = st.sampled_from(WEEKDAYS)
LATELY = st.dates(SUNDAY - 20 * DAY, SUNDAY)


def chosen_on(days: st.SearchStrategy[date]) -> st.SearchStrategy[list[ChosenDay]]:
    one = st.builds(ChosenDay, on=days, weekday=WEEKDAY, mine=st.booleans())
    return st.lists(one).map(lambda some: sorted(some, key=lambda one: one.on))


CHOSEN = chosen_on(DAYS)
CHOSEN_LATELY = chosen_on(LATELY)


def wednesday_from(on: date) -> list[ChosenDay]:
    return [ChosenDay(on=on, weekday=2, mine=True)]


@given(CHOSEN, DAYS)
def test_their_day_is_today_or_lies_less_than_two_weeks_back(
    chosen: list[ChosenDay], today: date
) -> None:
    found = weekly(chosen, today)
    assert today - 13 * DAY < found.day <= today
    assert found.day.weekday() in WEEKDAYS


@given(CHOSEN_LATELY, LATELY)
def test_until_it_is_gone_no_other_day_takes_its_place(
    chosen: list[ChosenDay], today: date
) -> None:
    found = weekly(chosen, today)
    assert found.day < found.gone <= found.day + WEEK
    for number in range((found.gone - found.day).days):
        assert weekly(chosen, found.day + number * DAY) == found


@given(DAYS)
def test_it_is_sunday_until_two_choose(today: date) -> None:
    found = weekly([], today)
    assert found.day.strftime("%A") == "Sunday"
    assert found.is_fresh(today)


@given(CHOSEN, DAYS)
def test_each_week_has_one_day_of_two_and_they_write_on_it_alone(
    chosen: list[ChosenDay], today: date
) -> None:
    days = [week(today) - number * DAY for number in range(7)]
    taken = [one for one in days if weekly(chosen, one).takes_lines(one)]
    assert taken == [one for one in days if coming(chosen, one) == one]
    assert len(taken) == 1


@given(CHOSEN, DAYS)
def test_the_next_day_is_the_first_that_comes(
    chosen: list[ChosenDay], today: date
) -> None:
    found = coming(chosen, today)
    assert today <= found < today + 14 * DAY
    between = [today + number * DAY for number in range((found - today).days)]
    assert not any(weekly(chosen, one).takes_lines(one) for one in between)


@given(CHOSEN, DAYS, WEEKDAY)
def test_a_choice_moves_no_day_of_its_own_week_or_of_one_before(
    chosen: list[ChosenDay], on: date, weekday: int
) -> None:
    until = [one for one in chosen if one.on <= on]
    now = [*until, ChosenDay(on=on, weekday=weekday, mine=False)]
    for number in range(21):
        day = week(on) - number * DAY
        assert weekly(now, day).day == weekly(until, day).day
    assert coming(now, week(on) + DAY).weekday() == weekday


def test_another_day_counts_from_monday_on_and_the_sunday_stays() -> None:
    chosen = wednesday_from(SUNDAY)
    assert weekly(chosen, SUNDAY).takes_lines(SUNDAY)
    assert weekly(chosen, SUNDAY + 2 * DAY).day == SUNDAY
    assert weekly(chosen, SUNDAY + 3 * DAY).day == SUNDAY + 3 * DAY
    assert weekly(chosen, SUNDAY).gone == SUNDAY + 3 * DAY
    assert coming(chosen, SUNDAY + DAY) == SUNDAY + 3 * DAY


@given(DAYS)
def test_a_week_ends_with_its_sunday(today: date) -> None:
    end = week(today)
    assert end.strftime("%A") == "Sunday"
    assert today <= end <= today + 6 * DAY


def test_a_day_that_is_a_sunday_ends_its_own_week() -> None:
    assert week(SUNDAY) == weekly([], SUNDAY).day == SUNDAY


def test_days_go_back_week_by_week_as_far_as_they_have_come() -> None:
    two = [SUNDAY, SUNDAY - WEEK]
    assert before(SUNDAY, 1, [6]) == two
    assert before(SUNDAY - DAY, 1, [6]) == two[1:]
    assert {*before(SUNDAY, 1, [2, 6])} == {*two, *(one - 4 * DAY for one in two)}


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
