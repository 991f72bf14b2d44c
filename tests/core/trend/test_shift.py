from __future__ import annotations

from itertools import compress
from math import copysign, log1p, sqrt
from statistics import mean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.month.said import CHECK_INS, FULL, WEEKS, turned, week

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.trend.shift import FACETS, TOLD_FROM, Pool, Shift, sds, shift

OTHER_WAY = {Shift.UP: Shift.DOWN, Shift.DOWN: Shift.UP}
NEAR = 1e-6


def far(weeks: list[CheckIn], pool: Pool) -> float:
    """Return the sds of noise, as `shift` asks for them."""
    said = [[one[facet] for facet in FACETS[pool]] for one in weeks[-52:]]
    return float(sds(np.array(said, dtype=np.float64))) if said else 0.0


def calm(*levels: tuple[int, int]) -> list[CheckIn]:
    """Return weeks at each level, some a step above it, so many."""
    return [
        week(level + (at % 3 == 0)) for level, weeks in levels for at in range(weeks)
    ]


@pytest.mark.parametrize("pool", Pool)
def test_before_four_points_it_is_too_early(pool: Pool) -> None:
    three = [week(2), week(None), week(4), week(3)]

    assert shift([], pool) is shift(three, pool) is Shift.EARLY
    assert shift([*three, week(3)], pool) is Shift.NONE


def test_each_series_has_points_of_its_own() -> None:
    said = [CheckIn(appreciated=3), CheckIn(good=3)] * 4

    assert shift(said, Pool.TOGETHER) is Shift.NONE
    assert shift(said, Pool.SAY_AND_LOAD) is Shift.EARLY


@pytest.mark.parametrize("pool", Pool)
def test_what_stays_moved_is_told_and_which_way(pool: Pool) -> None:
    assert shift(calm((2, 20), (4, 12)), pool) is Shift.UP
    assert shift(calm((4, 20), (2, 12)), pool) is Shift.DOWN
    assert shift(calm((3, 32)), pool) is Shift.NONE


@pytest.mark.parametrize("pool", Pool)
def test_one_bad_week_is_none(pool: Pool) -> None:
    for weeks in range(30):
        said = [*calm((4, 20)), week(0), *calm((4, weeks))]
        assert shift(said, pool) is Shift.NONE


def test_eight_points_are_needed_before_and_four_after() -> None:
    said = calm((0, 8), (5, 4))

    assert shift(said, Pool.TOGETHER) is Shift.UP
    assert far(said[1:], Pool.TOGETHER) == 0
    assert shift(said[:-1], Pool.TOGETHER) is Shift.NONE


def test_the_worked_example_of_the_page_comes_out() -> None:
    before = [3 + off for off in (0, 0.5, -0.5, 0, 0) for _ in range(4)]
    then = [3.75 + off for off in (0.25, -0.25) for _ in range(6)]

    assert sds(np.array([[one] for one in before + then])) == pytest.approx(
        5.04, abs=0.005
    )


def test_a_year_is_looked_at() -> None:
    year = calm((2, 40), (3, 12))

    assert far(calm((5, 30)) + year, Pool.TOGETHER) == far(year, Pool.TOGETHER)


@given(st.lists(FULL | st.just(CheckIn()), max_size=52), st.sampled_from(Pool))
def test_where_nothing_is_left_out_it_is_students_comparison_of_two_means(
    weeks: list[CheckIn], pool: Pool
) -> None:
    """Written apart, of plain means: the newest twelve beside those before."""
    points = [
        mean(step)
        for one in weeks
        if None not in (step := [one[facet] for facet in FACETS[pool]])
    ]
    new = min(12, len(points) - 8)
    if new < 4:
        assert far(weeks, pool) == 0
        return
    parts = points[:-new], points[-new:]
    squares = sum((one - mean(part)) ** 2 for part in parts for one in part)
    free = 1 + len(points) - 2
    noise = sqrt((0.7**2 + squares) / free)
    apart = mean(parts[1]) - mean(parts[0])
    t = apart / noise / sqrt(sum(1 / len(part) for part in parts))

    assert far(weeks, pool) == pytest.approx(
        copysign(sqrt((free - 0.5) * log1p(t * t / free)), apart), abs=NEAR
    )


@given(st.lists(CHECK_INS, min_size=16, max_size=60))
def test_where_some_are_left_out_it_is_least_squares_with_a_height_of_each_facet(
    weeks: list[CheckIn],
) -> None:
    """Written apart: what the step from old to new explains beside the heights."""
    facets = FACETS[Pool.SAY_AND_LOAD]
    rows = [[one[facet] for facet in facets] for one in weeks[-52:]]
    rows = [row for row in rows if any(step is not None for step in row)]
    new = min(12, len(rows) - 8)
    if new < 4:
        assert far(weeks, Pool.SAY_AND_LOAD) == 0
        return
    heights = np.array([[step is not None for step in row] for row in rows], float)
    heights /= heights.sum(axis=1, keepdims=True)
    points = np.array([mean(step for step in row if step is not None) for row in rows])
    later = np.arange(len(rows)) >= len(rows) - new
    both = np.column_stack((heights, later))
    least = np.linalg.lstsq(both, points, rcond=None)[0]
    without = np.linalg.lstsq(heights, points, rcond=None)[0]
    rank = np.linalg.matrix_rank(heights)
    if np.linalg.matrix_rank(both) == rank:
        assert far(weeks, Pool.SAY_AND_LOAD) == 0
        return
    rest = ((points - both @ least) ** 2).sum()
    explained = ((points - heights @ without) ** 2).sum() - rest
    free = 1 + len(rows) - rank - 1
    square = explained / ((0.7**2 + rest) / free)

    assert far(weeks, Pool.SAY_AND_LOAD) ** 2 == pytest.approx(
        (free - 0.5) * log1p(max(square, 0) / free), abs=NEAR
    )


def test_hiding_the_lower_facet_from_now_on_is_no_rise() -> None:
    first = [CheckIn(heard=5, say=5, load=1 + at % 2) for at in range(20)]
    later = [CheckIn(heard=5, say=5 - at % 2) for at in range(12)]

    assert abs(far([*first, *later], Pool.SAY_AND_LOAD)) < TOLD_FROM
    assert shift([*first, *later], Pool.SAY_AND_LOAD) is Shift.NONE


def test_what_shares_no_facet_with_what_was_before_is_not_compared() -> None:
    said = [CheckIn(heard=1)] * 20 + [CheckIn(load=5)] * 12

    assert far(said, Pool.SAY_AND_LOAD) == 0


@given(WEEKS, st.sampled_from(Pool))
def test_gaps_change_nothing(weeks: list[CheckIn], pool: Pool) -> None:
    lately = weeks[-52:]
    said = [any(one[facet] is not None for facet in FACETS[pool]) for one in lately]
    assert far(list(compress(lately, said)), pool) == pytest.approx(
        far(lately, pool), abs=NEAR
    )


@given(WEEKS, st.sampled_from(Pool))
def test_the_scale_upside_down_turns_it(weeks: list[CheckIn], pool: Pool) -> None:
    other = [turned(one) for one in weeks]
    assert far(weeks, pool) == pytest.approx(-far(other, pool), abs=NEAR)
    if abs(abs(far(weeks, pool)) - TOLD_FROM) > NEAR:
        found = shift(weeks, pool)
        assert shift(other, pool) is OTHER_WAY.get(found, found)


@given(WEEKS, st.sampled_from(Pool))
def test_a_facet_of_the_other_series_changes_nothing(
    weeks: list[CheckIn], pool: Pool
) -> None:
    alone = [CheckIn(**{facet: one[facet] for facet in FACETS[pool]}) for one in weeks]
    assert shift(alone, pool) is shift(weeks, pool)


def test_every_facet_is_in_one_series() -> None:
    assert sorted(facet for pool in Pool for facet in FACETS[pool]) == sorted(Facet)
