from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.month.said import WEEKS, turned, week

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.trend.level import ENOUGH, Smoothed, behind, levels, smoothed

KNOWN = json.loads((Path(__file__).parent / "known_levels.json").read_text("utf-8"))
"""By statsmodels: make_known_levels.py, beside this file."""
NEAR = 1e-9


def smooth(
    said: list[float | None],
    *,
    drift: float,
    noise: float,
    start: tuple[float, float],
) -> Smoothed:
    value = np.array([0.0 if one is None else one for one in said])
    variance = np.array([np.inf if one is None else noise for one in said])
    return smoothed(
        value[:, None], variance[:, None], drift=np.array([drift]), start=start
    )


@pytest.mark.parametrize("known", KNOWN)
def test_known_levels_come_out(known: dict[str, object]) -> None:
    found = smooth(
        known["said"],
        drift=known["drift"],
        noise=known["noise"],
        start=tuple(known["start"]),
    )

    answered = sum(one is not None for one in known["said"])
    constant = answered * np.log(2 * np.pi) / 2
    assert found.mean[:, 0] == pytest.approx(known["mean"], abs=NEAR)
    assert found.variance[:, 0] == pytest.approx(known["variance"], abs=NEAR)
    assert found.evidence[0] - constant == pytest.approx(
        known["log_likelihood"], abs=NEAR
    )


@given(
    st.lists(st.none() | st.floats(0, 6), min_size=1, max_size=20),
    st.floats(0, 1),
    st.floats(0.1, 3),
)
def test_levels_are_those_of_one_large_normal_law(
    said: list[float | None], drift: float, noise: float
) -> None:
    """Written apart: all levels at once, given all that was said."""
    times = np.arange(len(said))
    before = 4 + drift * np.minimum(times[:, None], times)
    at = [time for time in times if said[time] is not None]
    seen = before[np.ix_(at, at)] + noise * np.eye(len(at))
    gain = np.linalg.solve(seen, before[at]).T if at else np.zeros((len(said), 0))
    off = np.array([said[time] for time in at], dtype=float) - 3

    found = smooth(said, drift=drift, noise=noise, start=(3.0, 4.0))

    assert found.mean[:, 0] == pytest.approx(3 + gain @ off, abs=1e-7)
    assert found.variance[:, 0] == pytest.approx(
        np.diag(before - gain @ before[at]), abs=1e-7
    )
    size, whole = np.linalg.slogdet(seen)
    assert size == 1
    assert found.evidence[0] == pytest.approx(
        -(off @ np.linalg.solve(seen, off) + whole) / 2, abs=1e-7
    )


def test_a_step_hides_a_twelfth_and_an_end_hides_more() -> None:
    """By many numbers of the law that lies behind, written apart."""
    grid = np.linspace(-17, 23, 400_001)
    weight = np.exp(-(((grid - 3) / 2) ** 2) / 2)
    cell = np.clip(np.rint(grid), 0, 6)
    for step in range(7):
        inside = cell == step
        mean = np.average(grid[inside], weights=weight[inside])
        variance = np.average((grid[inside] - mean) ** 2, weights=weight[inside])
        assert behind(step) == pytest.approx((mean, variance), abs=1e-3)
    middle = [behind(step)[1] for step in range(1, 6)]
    assert max(middle) < 1 / 12 < 0.6 < min(behind(0)[1], behind(6)[1])
    assert all(low[0] < high[0] for low, high in pairwise(map(behind, range(7))))


@given(WEEKS)
def test_every_level_lies_in_its_band_and_the_band_on_the_scale(
    weeks: list[CheckIn],
) -> None:
    for said in levels(weeks).values():
        assert len(said) == len(weeks)
        for one in said:
            if one is not None:
                assert 0 <= one.low <= one.value <= one.high <= 6


@given(WEEKS)
def test_the_scale_upside_down_turns_the_levels(weeks: list[CheckIn]) -> None:
    here, there = levels(weeks), levels([turned(one) for one in weeks])
    for facet in Facet:
        for one, other in zip(here[facet], there[facet], strict=True):
            if one is None or other is None:
                assert one is other
                continue
            assert (one.value, one.low, one.high) == pytest.approx(
                (6 - other.value, 6 - other.high, 6 - other.low), abs=1e-9
            )


@given(WEEKS)
def test_there_is_a_level_from_the_first_answer_to_the_last(
    weeks: list[CheckIn],
) -> None:
    for facet, said in levels(weeks).items():
        at = [time for time, one in enumerate(weeks) if one[facet] is not None]
        told = [time for time, one in enumerate(said) if one is not None]
        many = len(at) >= ENOUGH
        assert told == (list(range(at[0], at[-1] + 1)) if many else [])


def test_a_gap_is_no_answer_and_its_band_is_wider() -> None:
    weeks = [week(4)] * 8 + [week(None)] * 5 + [week(4)] * 8

    said = levels(weeks)[Facet.HEARD]

    half = [one.high - one.low for one in said if one is not None]
    assert len(half) == 21
    assert half[10] == max(half[1:-1])
    assert half[10] > 1.1 * half[6]
    assert all(abs(one.value - 4) < 0.1 for one in said if one is not None)


def test_a_level_goes_along_with_what_lasts_and_not_with_one_week() -> None:
    once = levels([week(2)] * 12 + [week(6)] + [week(2)] * 12)[Facet.GOOD][12]
    lasting = levels([week(2)] * 12 + [week(5)] * 12)[Facet.GOOD]

    assert once is not None
    assert once.value < 3.5
    assert lasting[0] is not None
    assert lasting[-1] is not None
    assert (lasting[0].high < 3, lasting[-1].low > 4) == (True, True)


def test_the_worked_example_of_the_page_comes_out() -> None:
    said = [CheckIn(heard=step) for step in (2, 3, None, 3, None, 5)]

    found = levels(said)[Facet.HEARD]

    assert [(one.value, one.low, one.high) for one in found if one is not None] == [
        pytest.approx(band, abs=0.006)
        for band in (
            *((3.08, 2.16, 4.00), (3.14, 2.26, 4.02), (3.21, 2.33, 4.09)),
            *((3.28, 2.39, 4.16), (3.36, 2.43, 4.30), (3.45, 2.46, 4.44)),
        )
    ]


def test_nothing_said_has_no_level() -> None:
    assert levels([]) == dict.fromkeys(Facet, ())
    assert levels([week(3)] * 3)[Facet.SAY] == (None, None, None)
