"""The same posterior the long way: one covariance, written out cell by cell."""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt

from coequal.core.see.instrument import Constants
from coequal.core.see.prior import prior

Floats = npt.NDArray[np.float64]
Cell = tuple[int, int, int]


def level_cov(c: Constants, d: int, t: int, d2: int, t2: int) -> float:
    sign = 1 if t == t2 else -1
    overall = c.both_overall**2 + sign * c.tilt_overall**2
    return overall + (d == d2) * (c.both_area**2 + sign * c.tilt_area**2)


def account_cov(c: Constants, one: Cell, two: Cell) -> float:
    (d, r, t), (d2, r2, t2) = one, two
    return (
        level_cov(c, d, t, d2, t2)
        + (r == r2) * c.general**2
        + (r == t == r2 == t2) * c.own_side**2
        + (one == two) * c.view**2
    )


def dense(c: Constants, said: Floats) -> dict[str, tuple[Floats, Floats]]:
    """Mean and variance of level (D, 2), difference (D,) and gap (D, 2)."""
    areas = len(said)
    known = prior(c, areas)
    cells = [x for x in product(range(areas), (0, 1), (0, 1)) if said[x] == said[x]]
    among = np.array([[account_cov(c, x, y) for y in cells] for x in cells])
    inverse = np.linalg.inv(among + known.spread * np.eye(len(cells)))
    heard = np.array([known.scores[int(said[x])] - c.centre for x in cells])

    def posterior(
        weights: dict[Cell, float], *, of_levels: bool
    ) -> tuple[float, float]:
        def with_cell(x: Cell, y: Cell) -> float:
            if of_levels:
                return level_cov(c, x[0], x[2], y[0], y[2])
            return account_cov(c, x, y)

        def both_levels(x: Cell, y: Cell) -> float:
            return with_cell(x, y)

        across = np.array(
            [sum(w * with_cell(x, y) for x, w in weights.items()) for y in cells]
        )
        before = sum(
            w * v * both_levels(x, y)
            for (x, w), (y, v) in product(weights.items(), repeat=2)
        )
        return float(across @ inverse @ heard), float(
            before - across @ inverse @ across
        )

    def all_of(
        wanted: list[dict[Cell, float]], *, of_levels: bool
    ) -> tuple[Floats, Floats]:
        found = np.array([posterior(w, of_levels=of_levels) for w in wanted])
        return found[:, 0], found[:, 1]

    level = all_of(
        [{(d, 0, t): 1.0} for d in range(areas) for t in (0, 1)], of_levels=True
    )
    difference = all_of(
        [{(d, 0, 0): 1.0, (d, 0, 1): -1.0} for d in range(areas)], of_levels=True
    )
    gap = all_of(
        [{(d, t, t): 1.0, (d, 1 - t, t): -1.0} for d in range(areas) for t in (0, 1)],
        of_levels=False,
    )
    return {
        "level": (c.centre + level[0].reshape(areas, 2), level[1].reshape(areas, 2)),
        "difference": difference,
        "gap": (gap[0].reshape(areas, 2), gap[1].reshape(areas, 2)),
    }
