"""Levels, difference and gap from two accounts: one exact closed form.

For every pattern of missing answers the posterior mean is one matrix of weights
times the answers, and the posterior variance is a constant. Formula, source,
worked example and calibration: docs/algorithms/picture.md.

The law of seats is exact: one function works out one seat, with that person
first, and is called for each. A difference is one level less the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from coequal.core.measured import Estimate
from coequal.core.people import Pair
from coequal.core.see.instrument import Constants
from coequal.core.see.prior import CELLS, Floats, prior

_STANDARD = NormalDist()


class Word(StrEnum):
    """How sure the sign of a difference is."""

    CLEAR = "clear"
    PROBABLY = "probably"
    EARLY = "too early to say"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """Means and sds for n couples and D areas; seats A, B on the last axis.

    `level` and `gap` are (n, D, 2), `difference` (A less B) is (n, D), in steps.
    """

    level: Floats
    level_sd: Floats
    difference: Floats
    difference_sd: Floats
    gap: Floats
    gap_sd: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaEstimates:
    """What one area comes to for one couple."""

    level: Pair[Estimate]
    difference: Estimate
    gap: Pair[Estimate]
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Weights:
    """Of one pattern: weights (3 D, answers seen) and variances (3 D)."""

    mean: Floats
    variance: Floats


def batch(constants: Constants, said: Floats) -> Posterior:
    """Work out n couples at once.

    `said` is (n, D, 2, 2): answers 0.. by couple, area, reporter and target,
    nan where there is none; D at most 15.
    """
    n, areas = said.shape[:2]
    mine, var_mine = _seat(constants, said)
    theirs, var_theirs = _seat(constants, said[:, :, ::-1, ::-1])
    both = np.stack((mine, theirs), axis=-1).reshape(n, 3, areas, 2)
    var = np.stack((var_mine, var_theirs), axis=-1).reshape(n, 3, areas, 2)
    level = constants.centre + both[:, 0]
    return Posterior(
        level=level,
        level_sd=np.sqrt(var[:, 0]),
        difference=level[..., 0] - level[..., 1],
        # the same number from both seats, but for the last bit: their mean
        difference_sd=np.sqrt((var[:, 1, :, 0] + var[:, 1, :, 1]) / 2),
        gap=both[:, 2],
        gap_sd=np.sqrt(var[:, 2]),
    )


def estimates(constants: Constants, said: Floats) -> tuple[AreaEstimates, ...]:
    """Work out one couple: `said` (D, 2, 2) as in `batch`, an entry an area."""
    found = batch(constants, said[None])
    reach = _STANDARD.inv_cdf((1 + constants.coverage) / 2)

    def estimate(value: float, sd: float) -> Estimate:
        return Estimate(value=value, low=value - reach * sd, high=value + reach * sd)

    def pair(values: list[float], sds: list[float]) -> Pair[Estimate]:
        return Pair(a=estimate(values[0], sds[0]), b=estimate(values[1], sds[1]))

    rows = zip(
        *(
            numbers[0].tolist()
            for numbers in (
                found.level,
                found.level_sd,
                found.difference,
                found.difference_sd,
                found.gap,
                found.gap_sd,
            )
        ),
        strict=True,
    )
    return tuple(
        AreaEstimates(
            level=pair(level, level_sd),
            difference=estimate(difference, difference_sd),
            gap=pair(gap, gap_sd),
            word=word(constants, difference, difference_sd),
        )
        for level, level_sd, difference, difference_sd, gap, gap_sd in rows
    )


def word(constants: Constants, difference: float, sd: float) -> Word:
    """Return how sure the sign of a difference is.

    By the posterior probability of that sign, Phi(|difference| / sd).
    """
    sure = _STANDARD.cdf(abs(difference) / sd)
    if sure >= constants.clear:
        return Word.CLEAR
    return Word.PROBABLY if sure >= constants.probably else Word.EARLY


def _seat(constants: Constants, said: Floats) -> tuple[Floats, Floats]:
    """Return means and variances (n, 3 D) for the first seat of `said`."""
    n, areas = said.shape[:2]
    cells = said.reshape(n, areas * CELLS)
    seen = ~np.isnan(cells)
    steps = np.where(seen, cells, 0.0).astype(np.intp)
    centred = prior(constants, areas).scores[steps] - constants.centre
    mean, variance = np.empty((n, 3 * areas)), np.empty((n, 3 * areas))
    for rows in _alike(seen):
        pattern = seen[rows[0]]
        weights = _weights(constants, areas, pattern.tobytes())
        mean[rows] = centred[np.ix_(rows, pattern)] @ weights.mean.T
        variance[rows] = weights.variance
    return mean, variance


def _alike(seen: npt.NDArray[np.bool_]) -> list[npt.NDArray[np.intp]]:
    """Group the rows with the same pattern of answers."""
    if len(seen) == 1:
        return [np.zeros(1, dtype=np.intp)]
    codes = seen @ (1 << np.arange(seen.shape[1]))
    order = np.argsort(codes, kind="stable")
    starts = np.flatnonzero(np.diff(codes[order], prepend=-1))
    return np.split(order, starts[1:])


@lru_cache(maxsize=4096)
def _weights(constants: Constants, areas: int, pattern: bytes) -> _Weights:
    """Condition the prior on the answers that are there."""
    known = prior(constants, areas)
    seen = known.accounts[np.frombuffer(pattern, dtype=np.bool_)]
    among = seen @ seen.T + known.spread * np.eye(len(seen))
    across = known.wanted @ seen.T
    weights = np.linalg.solve(among, across.T).T.astype(np.float64)
    variance = (known.wanted**2).sum(axis=1) - (weights * across).sum(axis=1)
    return _Weights(mean=weights, variance=variance)
