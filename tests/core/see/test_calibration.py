from __future__ import annotations

from dataclasses import replace
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
import pytest
from benchmarks.calibration.world import Story, World, world
from tests.core.see.ordinal import (
    laplace,
)

from coequal.core.see.instrument import Constants
from coequal.core.see.model import Posterior, batch

Floats = npt.NDArray[np.float64]
REACH = NormalDist().inv_cdf(0.95)
COUPLES = 4_000


def covered(truth: Floats, mean: Floats, sd: Floats) -> float:
    return float((np.abs(truth - mean) <= REACH * sd).mean())


def coverages(made: World, found: Posterior) -> list[float]:
    return [
        covered(made.level, found.level, found.level_sd),
        covered(made.difference, found.difference, found.difference_sd),
        covered(made.gap, found.gap, found.gap_sd),
    ]


def rmse(truth: Floats, mean: Floats) -> float:
    return float(np.sqrt(((truth - mean) ** 2).mean()))


def test_under_its_own_story_nine_of_ten_intervals_hold_the_truth(
    constants: Constants,
) -> None:
    made = world(Story(constants=constants), couples=COUPLES, areas=5, seed=1)

    both = coverages(made, batch(constants, made.said))
    alone = coverages(made.alone, batch(constants, made.alone.said))[:2]

    assert both + alone == pytest.approx([0.9] * 5, abs=0.02)


@pytest.mark.parametrize("bias", [0.25, 0.9])
@pytest.mark.parametrize("view", [0.4, 0.6])
def test_where_biases_are_not_as_assumed_intervals_still_hold_the_truth(
    constants: Constants, bias: float, view: float
) -> None:
    other = replace(constants, general=bias, own_side=bias, view=view)
    made = world(Story(constants=other, heavy=True), couples=COUPLES, areas=5, seed=2)

    assert min(coverages(made, batch(constants, made.said))) >= 0.86


def test_where_it_says_probably_the_sign_is_mostly_right(
    constants: Constants,
) -> None:
    made = world(Story(constants=constants), couples=COUPLES, areas=5, seed=3)
    for said in (made.said, made.alone.said):
        found = batch(constants, said)
        far = NormalDist().inv_cdf(constants.probably)
        speaks = np.abs(found.difference) >= far * found.difference_sd

        right = np.sign(found.difference) == np.sign(made.difference)

        assert 0.915 <= right[speaks].mean() <= 0.975


def test_a_third_of_true_differences_of_a_step_and_a_half_are_told(
    constants: Constants,
) -> None:
    made = world(
        Story(constants=constants, apart=1.5), couples=COUPLES, areas=5, seed=4
    )
    assert made.difference[:, 0] == pytest.approx(1.5)
    for said in (made.said, made.alone.said):
        found = batch(constants, said)
        far = NormalDist().inv_cdf(constants.probably)

        told = found.difference[:, 0] >= far * found.difference_sd[:, 0]

        assert told.mean() > 1 / 3


def test_the_closed_form_is_as_near_to_the_truth_as_the_ordinal_model(
    constants: Constants,
) -> None:
    made = world(Story(constants=constants), couples=600, areas=5, seed=6)
    closed = batch(constants, made.said)

    mode, sd = laplace(constants, made.said)

    apart = rmse(made.difference, closed.difference) - rmse(made.difference, mode)
    assert abs(apart) < 0.05
    assert rmse(closed.difference, mode) < 0.35
    assert covered(made.difference, mode, sd) == pytest.approx(0.9, abs=0.04)
