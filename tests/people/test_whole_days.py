"""Whole days change their zone between two weeks, and never under what is open."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.people import zones
from coequal.people.whole_days import Chosen, WholeDays, counting

KIRITIMATI: Final = "Pacific/Kiritimati"
MIDWAY: Final = "Pacific/Midway"
BERLIN: Final = "Europe/Berlin"
HOUR: Final = 3600
DAY: Final = 24 * HOUR
SUNDAY: Final = date(2026, 12, 6)
EVENING: Final = int(datetime(2026, 12, 6, 18, tzinfo=UTC).timestamp())

# The ends of the world, and clocks that are put on and back.
some_zone = st.sampled_from([zones.WORLD, KIRITIMATI, MIDWAY, BERLIN])
some_second = st.integers(EVENING - 60 * DAY, EVENING + 120 * DAY)
choice = st.builds(Chosen, zone=some_zone, at=some_second)
choices = st.lists(choice, max_size=6).map(
    lambda some: sorted(some, key=lambda c: c.at)
)


def end_of_sunday(days: WholeDays, second: int) -> int:
    """Return when the Sunday that a second is on, or that comes next, is over."""
    today = days.day(second)
    return days.last_second(today + timedelta(days=6 - today.weekday()))


@given(choices, some_second, some_zone)
def test_no_choice_moves_the_end_of_the_sunday_that_is_on_or_comes_next(
    made: list[Chosen], second: int, zone: str
) -> None:
    before = [one for one in made if one.at <= second]
    days = counting(before, second)
    end = end_of_sunday(days, second)
    after = [*before, Chosen(zone=zone, at=second)]
    for moment in (second, (second + end) // 2, end):
        assert counting(after, moment) == counting(before, moment)


@given(choices, some_second, st.integers(0, 8 * DAY))
def test_days_never_go_back(made: list[Chosen], second: int, later: int) -> None:
    then = second + later
    first, last = (counting(made, one).day(one) for one in (second, then))
    assert first <= last


@given(choices, st.integers(0, 12))
def test_every_sunday_comes_once_and_has_all_its_hours(
    made: list[Chosen], week: int
) -> None:
    # In these weeks no clock is put on or back, so that is 24.
    day = SUNDAY + timedelta(weeks=week)
    hours = range(EVENING + (7 * week - 2) * DAY, EVENING + (7 * week + 3) * DAY, HOUR)
    on = [at for at in hours if counting(made, at).day(at) == day]
    assert len(on) == 24
    assert on == list(range(on[0], on[-1] + 1, HOUR))


@given(choices, some_second)
def test_after_a_week_whole_days_count_by_the_last_choice(
    made: list[Chosen], second: int
) -> None:
    quiet = [one for one in made if one.at <= second - 9 * DAY]
    counts = counting(quiet, second).zone
    assert counts == (quiet[-1].zone if quiet else zones.WORLD)


@pytest.mark.parametrize("zone", [KIRITIMATI, MIDWAY])
def test_a_choice_as_the_two_met_counts_at_once(zone: str) -> None:
    made = [Chosen(zone=zone, at=EVENING, at_once=True)]
    assert counting(made, EVENING) == WholeDays(zone=zone)
    assert counting(made, EVENING).day(EVENING) == zones.day_of(EVENING, zone)


def test_a_sunday_that_is_over_does_not_come_again() -> None:
    midnight = EVENING + 6 * HOUR
    days = counting([Chosen(zone=MIDWAY, at=EVENING)], midnight)
    assert days.zone == MIDWAY
    assert zones.day_of(midnight, MIDWAY) == SUNDAY
    assert days.day(midnight) == SUNDAY + timedelta(days=1)


def test_what_was_chosen_later_does_not_count_yet() -> None:
    made = [Chosen(zone=KIRITIMATI, at=EVENING)]
    assert counting(made, EVENING - 1) == WholeDays()


def test_who_chooses_back_within_the_week_has_changed_nothing() -> None:
    made = [Chosen(zone=KIRITIMATI, at=EVENING), Chosen(zone="UTC", at=EVENING + 1)]
    for hour in range(0, 10 * DAY, HOUR):
        at = EVENING + hour
        assert counting(made, at).day(at) == zones.day_of(at, zones.WORLD)
