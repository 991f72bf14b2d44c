"""The reaches of docs/algorithms/trend.md, of fewer people than `make calibrate` asks.

The page prints all of it; here is what must not get worse unseen.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from calibration import trend as calibration
from calibration.check_ins import STATED, WORLDS, said

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.trend.level import NOISES, levels, usual
from coequal.core.trend.shift import FEWEST, Pool, Shift, shift

PEOPLE = 1_000
MANY = 1_200
CALM = ("as stated", "at the top", "35 % of weeks missing")


@pytest.mark.parametrize("level", [3.0, 5.0])
def test_nine_of_ten_bands_hold_the_level(level: float) -> None:
    rng = np.random.default_rng(1)
    drift, noise = (rng.choice(of, PEOPLE) for of in (calibration.DRIFTS, NOISES))

    for weeks in (12, 26):
        wandering = calibration.wandering(drift, noise, weeks, level, seed=2)
        holds, _ = calibration.held(*wandering)
        assert 0.88 <= holds <= 0.92, weeks


@pytest.mark.parametrize("name", CALM)
def test_few_are_told_anything_where_nothing_changed(name: str) -> None:
    assert calibration.alarms(WORLDS[name], MANY, FEWEST) <= 0.05


def test_a_shift_of_one_and_a_half_sds_is_told_within_twelve_points() -> None:
    assert calibration.power(STATED, MANY, 26, 1.5) >= 0.8
    assert calibration.power(STATED, MANY, 26, -1.5) >= 0.8
    assert calibration.power(STATED, MANY, 26, 3.0) >= 0.99


def test_arrays_of_many_people_are_worked_out_as_one_person_is() -> None:
    how = replace(STATED, gaps=0.3, left_out="any")
    people = said(how, people=20, weeks=40, seed=3, moved=1.0, since=28)
    told = {pool: calibration.told(people, range(40, 41), pool) for pool in Pool}
    mean, _ = usual(people[..., 0].T)

    for at, steps in enumerate(people):
        weeks = [check_in(week) for week in steps]
        for pool in Pool:
            moved = shift(weeks, pool) in {Shift.UP, Shift.DOWN}
            assert moved == told[pool][at]
        for week, one in enumerate(levels(weeks)[Facet.HEARD]):
            assert one is None or one.value == pytest.approx(
                np.clip(mean[week, at], 0, 6)
            )
    assert any(found.any() for found in told.values())


def check_in(steps: calibration.Floats) -> CheckIn:
    return CheckIn(
        **{
            facet: None if np.isnan(step) else int(step)
            for facet, step in zip(Facet, steps, strict=True)
        }
    )
