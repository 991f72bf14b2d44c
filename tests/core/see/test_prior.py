from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from tests.core.see import dense

from coequal.core.see.areas import EVEN, WIDE, variance
from coequal.core.see.instrument import Constants
from coequal.core.see.prior import prior
from coequal.core.see.steps import steps

Floats = npt.NDArray[np.float64]
AREAS = 3


def shares_of(c: Constants, fixed: dict[int, int]) -> dict[tuple[int, ...], float]:
    """How probable each choice of kinds is, where some are given."""
    share = (c.even_share, 1 - c.even_share)
    found = {}
    for kinds in product((0, 1), repeat=AREAS):
        if all(kinds[area] == kind for area, kind in fixed.items()):
            free = [share[kind] for area, kind in enumerate(kinds) if area not in fixed]
            found[kinds] = float(np.prod(free))
    return found


def middle(c: Constants, cell: dense.Cell) -> float:
    return c.centre if cell[1] == "say" else c.even


def answers_covariance(c: Constants, fixed: dict[int, int]) -> Floats:
    places = dense.cells(AREAS)
    found = np.zeros((len(places), len(places)))
    for kinds, share in shares_of(c, fixed).items():
        sds = [dense.behind_cov(c, kinds, one, one) ** 0.5 for one in places]
        for (i, one), (j, two) in product(enumerate(places), repeat=2):
            if i < j:
                behind = dense.behind_cov(c, kinds, one, two)
                means = (middle(c, one), middle(c, two))
                found[i, j] += share * dense.step_cov(
                    c, means, (sds[i], sds[j]), behind
                )
    return found + found.T


def test_an_answer_keeps_the_moments_of_a_staircase(constants: Constants) -> None:
    rng = np.random.default_rng(1)
    covariance = np.array([[1.0, 0.6], [0.6, 2.0]])
    mean = np.array([2.2, 1.0])

    found = steps(constants.cuts, mean, covariance)

    behind = rng.multivariate_normal(mean, covariance, 400_000)
    said = np.searchsorted(constants.cuts, behind)
    assert found.mean == pytest.approx(said.mean(axis=0), abs=0.01)
    assert found.covariance == pytest.approx(np.cov(said.T), abs=0.015)
    kept = [np.cov(behind[:, i], said[:, i])[0, 1] for i in (0, 1)]
    assert found.kept * np.diag(covariance) == pytest.approx(kept, abs=0.01)


@pytest.mark.parametrize("fixed", [{}, {1: EVEN}, {1: WIDE}])
def test_what_answers_share_is_what_integrals_say_cell_by_cell(
    constants: Constants, fixed: dict[int, int]
) -> None:
    truth = answers_covariance(constants, fixed)
    known = prior(constants, AREAS)
    found = known.kinds[fixed[1]].covariance[1] if fixed else known.covariance

    off = ~np.eye(len(truth), dtype=bool)
    assert found[off] == pytest.approx(truth[off], abs=1e-6)


def test_the_two_kinds_together_have_the_variance_of_all_areas(
    constants: Constants,
) -> None:
    c = constants
    usual = 4 * (c.tilt_overall**2 + c.tilt_area**2)

    mixed = c.even_share * variance(c, EVEN) + (1 - c.even_share) * variance(c, WIDE)

    assert mixed == pytest.approx(usual)
    assert prior(c, AREAS).before[AREAS] == pytest.approx(usual)


def test_what_is_wanted_shares_with_the_answers_what_a_simulation_finds(
    constants: Constants,
) -> None:
    from calibration.world import Story, world  # noqa: PLC0415

    made = world(Story(constants=constants), couples=200_000, areas=AREAS, seed=2)
    known = prior(constants, AREAS)
    say = made.said[..., :2].reshape(len(made.said), AREAS, -1)
    said = np.concatenate((say, made.said[..., 2]), axis=-1).reshape(len(say), -1)
    off = said - said.mean(axis=0)
    wanted = np.hstack(
        (
            made.level[..., 0] - constants.centre,
            made.difference,
            made.difference.mean(axis=1, keepdims=True),
        )
    )

    assert wanted.T @ off / len(off) == pytest.approx(known.across, abs=0.03)
    assert said.mean(axis=0) == pytest.approx(known.mean, abs=0.02)
    assert wanted.var(axis=0) == pytest.approx(known.before, abs=0.05)
