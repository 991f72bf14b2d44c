"""The levels of many couples by a dense solve: one stacked call of LAPACK.

Written from the formula in docs/algorithms/picture.md, cell by cell, and apart from
the code that it is there to check. It is also what somebody would write who knew of
no closed form for a pattern of answers, and knew numpy well.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from coequal.core.see.instrument import Constants
from coequal.core.see.prior import prior

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """What holds before anybody answered, for a form of some areas.

    Covariances `among` all accounts, `across` levels and accounts, and the variance
    `before` of each level.
    """

    among: Floats
    across: Floats
    before: Floats


def known(c: Constants, areas: int) -> Known:
    """Write all covariances out."""
    cells = list(product(range(areas), (0, 1), (0, 1)))
    people = list(product(range(areas), (0, 1)))
    return Known(
        among=np.array([[_accounts(c, x, y) for y in cells] for x in cells]),
        across=np.array([[_levels(c, p, (y[0], y[2])) for y in cells] for p in people]),
        before=np.array([_levels(c, p, p) for p in people]),
    )


def solve(c: Constants, said: Floats) -> tuple[Floats, Floats]:
    """Return means and variances of the levels (n, D, 2), all couples at once.

    An answer that is not there becomes an equation of its own that says nothing.
    """
    n, areas = said.shape[:2]
    all_of, taken = known(c, areas), prior(c, areas)
    cells = said.reshape(n, -1)
    seen = ~np.isnan(cells)
    steps = np.where(seen, cells, 0).astype(np.intp)
    heard = np.where(seen, taken.scores[steps] - c.centre, 0)
    same = np.eye(cells.shape[1])
    both = seen[:, :, None] & seen[:, None, :]
    noisy = np.where(both, all_of.among + taken.spread * same, same)
    across = np.where(seen[:, None, :], all_of.across, 0)
    weights = np.linalg.solve(noisy, across.swapaxes(1, 2))
    mean = c.centre + np.einsum("ncp,nc->np", weights, heard)
    variance = all_of.before - np.einsum("ncp,npc->np", weights, across)
    return mean.reshape(n, areas, 2), variance.reshape(n, areas, 2)


def _levels(c: Constants, one: tuple[int, int], two: tuple[int, int]) -> float:
    """Prior covariance of two levels, by (area, person)."""
    (d, t), (d2, t2) = one, two
    sign = 1 if t == t2 else -1
    overall = c.both_overall**2 + sign * c.tilt_overall**2
    return overall + (d == d2) * (c.both_area**2 + sign * c.tilt_area**2)


def _accounts(
    c: Constants, one: tuple[int, int, int], two: tuple[int, int, int]
) -> float:
    """Prior covariance of two accounts, by (area, reporter, target)."""
    (d, r, t), (d2, r2, t2) = one, two
    return (
        _levels(c, (d, t), (d2, t2))
        + (r == r2) * c.general**2
        + (r == t == r2 == t2) * c.own_side**2
        + (one == two) * c.view**2
    )
