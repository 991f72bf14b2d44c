"""The ordinal model itself, by a Laplace fit: the audit of the closed form.

Answers stay ordered categories here: each is a step between two cuts of a normal
law round the account. The posterior over the independent terms is climbed by
damped Newton steps with the exact Hessian, for all couples at once.
"""

from __future__ import annotations

from math import erf, sqrt

import numpy as np
import numpy.typing as npt

from coequal.core.see.instrument import Constants
from coequal.core.see.prior import prior

Floats = npt.NDArray[np.float64]

_erf = np.frompyfunc(erf, 1, 1)
STEPS = 12
LONGEST = 2.0


def cdf(x: Floats) -> Floats:
    return 0.5 * (1 + _erf(np.clip(x, -9, 9) / sqrt(2)).astype(np.float64))


def pdf(x: Floats) -> Floats:
    return np.exp(-(np.clip(x, -40, 40) ** 2) / 2) / sqrt(2 * np.pi)


def laplace(c: Constants, said: Floats) -> tuple[Floats, Floats]:
    """Mode and sd of the difference, (n, D), for `said` (n, D, 2, 2), none missing."""
    n, areas = said.shape[:2]
    known = prior(c, areas)
    edges = np.array([-1e6, *c.cuts, 1e6]) - c.centre
    steps = said.reshape(n, -1).astype(int)
    low, high = edges[steps], edges[steps + 1]
    rows, size = known.accounts, known.accounts.shape[1]
    terms = np.zeros((n, size))
    for _ in range(STEPS):
        slope, bend = _derivatives(c, terms @ rows.T, low, high)
        hessian = np.eye(size) + np.einsum("ki,nk,kj->nij", rows, bend, rows)
        step = np.linalg.solve(hessian, (slope @ rows - terms)[..., None])[..., 0]
        length = np.linalg.norm(step, axis=1, keepdims=True)
        terms += step * np.minimum(1, LONGEST / np.maximum(length, 1e-12))
    difference = known.wanted[areas : 2 * areas]
    spread = np.einsum("di,nij,dj->nd", difference, np.linalg.inv(hessian), difference)
    return terms @ difference.T, np.sqrt(spread)


def _derivatives(
    c: Constants, account: Floats, low: Floats, high: Floats
) -> tuple[Floats, Floats]:
    """Slope of the log likelihood by account, and less its curvature."""
    a, b = (low - account) / c.noise, (high - account) / c.noise
    share = np.maximum(cdf(b) - cdf(a), 1e-12)
    slope = (pdf(a) - pdf(b)) / (share * c.noise)
    bend = slope**2 + (np.clip(b, -40, 40) * pdf(b) - np.clip(a, -40, 40) * pdf(a)) / (
        share * c.noise**2
    )
    return slope, np.maximum(bend, 1e-9)
