from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.month.said import CHECK_INS, week

from coequal.core.month.check_in import CheckIn
from coequal.core.people import Pair
from coequal.core.trend.level import levels
from coequal.core.trend.shift import Pool, Shift, shift
from coequal.core.trend.trend import trend, trends

PAIRS = st.lists(st.builds(Pair, a=CHECK_INS, b=CHECK_INS), max_size=30)
LOW, HIGH = {"heard": 2, "say": 2, "load": 2}, {"heard": 5, "say": 5, "load": 5}


@given(PAIRS)
def test_exchanging_the_two_mirrors_everything_to_the_last_bit(
    weeks: list[Pair[CheckIn]],
) -> None:
    assert trends([one.mirrored for one in weeks]) == trends(weeks).mirrored


@given(PAIRS)
def test_what_one_says_changes_nothing_of_the_other(weeks: list[Pair[CheckIn]]) -> None:
    alone = [Pair(a=one.a, b=CheckIn()) for one in weeks]
    assert trends(alone).a == trends(weeks).a == trend([one.a for one in weeks])


@given(st.lists(CHECK_INS, max_size=30))
def test_a_trend_is_the_levels_and_both_changes(weeks: list[CheckIn]) -> None:
    found = trend(weeks)
    assert found.levels == levels(weeks)
    assert found.changes == {pool: shift(weeks, pool) for pool in Pool}


@pytest.mark.parametrize(
    ("first", "then", "same"),
    [
        (week(2), week(5), True),
        (week(5), week(2), True),
        (week(3), week(3), False),
        (CheckIn(**LOW, good=3), CheckIn(**HIGH, good=3), False),
        (CheckIn(**LOW, good=5), CheckIn(**HIGH, good=2), False),
    ],
)
def test_side_by_side_is_both_series_the_same_way(
    first: CheckIn, then: CheckIn, same: object
) -> None:
    assert trend([first] * 20 + [then] * 12).side_by_side is same


def test_three_weeks_are_too_early_for_anything() -> None:
    found = trend([week(1), week(3), week(5)])
    assert set(found.changes.values()) == {Shift.EARLY}
    assert not found.side_by_side
    assert {one for said in found.levels.values() for one in said} == {None}
