"""Levels, difference and gap from two accounts: exact sums, no sampling.

For every pattern of missing answers what is wanted is one matrix of weights times the
answers. How far two accounts contradict themselves and each other widens what is
known, and a difference may be about none (`even.py`). Formula, source, worked example
and calibration: docs/algorithms/picture.md.

The law of seats is exact: one function works out one seat, with that person first,
and is called for each. A difference is the mean of what the two seats make of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from coequal.core.measured import Estimate
from coequal.core.people import Pair
from coequal.core.see.even import Parted, Traces, parted
from coequal.core.see.instrument import Constants
from coequal.core.see.prior import Prior, prior
from coequal.core.see.steps import Floats
from coequal.core.see.words import Chances

_STANDARD = NormalDist()
_SWAPPED = np.array([1, 0, 2])
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Between:
    """Level of A less level of B, in steps, with what is probable of it.

    All fields have one shape. `more` holds, on a last axis by seat, how probable it is
    that this person has more say; `hardly` and `within` that the two are less than
    half a step and less than one step apart.
    """

    mean: Floats
    sd: Floats
    more: Floats
    hardly: Floats
    within: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """What is known of n couples and D areas; seats A, B on the last axis.

    `level` and `gap` are (n, D, 2); `apart` holds (n, D + 1), by area and then over all
    of them.
    """

    level: Floats
    level_sd: Floats
    apart: Between
    gap: Floats
    gap_sd: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaEstimates:
    """What one area comes to for one couple."""

    level: Pair[Estimate]
    difference: Estimate
    gap: Pair[Estimate]
    chances: Chances


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """What the areas of one couple come to, and the difference over all of them."""

    areas: tuple[AreaEstimates, ...]
    overall: Chances | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Weights:
    """How answers lead to what is wanted, for one pattern of them.

    `mean` and `variance` of what is wanted; by kind how a difference shows there
    (`slope`), and with what `noise`; and how far answers contradict each other: the sum
    of squares of `contrasts`, of which so many are free.
    """

    mean: Floats
    variance: Floats
    slope: Floats
    noise: Floats
    contrasts: Floats
    free: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Seat:
    """What is known of one seat of n couples.

    Its levels (n, D), and how far it lies above the other by area and over all of
    them, (n, D + 1).
    """

    level: Floats
    level_variance: Floats
    apart: Parted


def batch(constants: Constants, said: Floats) -> Posterior:
    """Work out n couples at once.

    `said` is (n, D, 2, 3): by couple, area and reporter what they say of A, of B, and
    directly who decides more, from "clearly the other" to "clearly me"; answers 0..,
    nan where there is none.
    """
    mine = _seat(constants, said)
    theirs = _seat(constants, said[:, :, ::-1][..., _SWAPPED])
    gap, gap_sd = _gaps(constants, said)
    return Posterior(
        level=np.stack((mine.level, theirs.level), axis=-1),
        level_sd=np.sqrt(
            np.stack((mine.level_variance, theirs.level_variance), axis=-1)
        ),
        apart=_apart(mine.apart, theirs.apart),
        gap=gap,
        gap_sd=gap_sd,
    )


def estimates(constants: Constants, said: Floats) -> Estimates:
    """Work out one couple: `said` (D, 2, 3) as in `batch`, an entry an area."""
    if not len(said):
        return Estimates(areas=(), overall=None)
    found = batch(constants, said[None])
    areas = range(len(said))
    return Estimates(
        areas=tuple(_area(constants, found, area) for area in areas),
        overall=_chances(found.apart, len(said)),
    )


def _area(constants: Constants, found: Posterior, area: int) -> AreaEstimates:
    reach = _STANDARD.inv_cdf((1 + constants.coverage) / 2)

    def estimate(value: float, sd: float) -> Estimate:
        return Estimate(value=value, low=value - reach * sd, high=value + reach * sd)

    def pair(values: Floats, sds: Floats) -> Pair[Estimate]:
        (a, b), (of_a, of_b) = values[0, area].tolist(), sds[0, area].tolist()
        return Pair(a=estimate(a, of_a), b=estimate(b, of_b))

    apart = found.apart
    return AreaEstimates(
        level=pair(found.level, found.level_sd),
        difference=estimate(float(apart.mean[0, area]), float(apart.sd[0, area])),
        gap=pair(found.gap, found.gap_sd),
        chances=_chances(apart, area),
    )


def _chances(found: Between, at: int) -> Chances:
    a, b = found.more[0, at].tolist()
    return Chances(
        more=Pair(a=a, b=b),
        hardly=float(found.hardly[0, at]),
        within=float(found.within[0, at]),
    )


def _apart(mine: Parted, theirs: Parted) -> Between:
    """Put together what two seats say of one difference: the same but for last bits."""
    return Between(
        mean=(mine.mean - theirs.mean) / 2,
        sd=np.sqrt((mine.variance + theirs.variance) / 2),
        more=np.stack((mine.more + theirs.less, theirs.more + mine.less), axis=-1) / 2,
        hardly=(mine.hardly + theirs.hardly) / 2,
        within=(mine.within + theirs.within) / 2,
    )


def _seat(constants: Constants, said: Floats) -> _Seat:
    """Work out the first seat of `said`."""
    n, areas = said.shape[:2]
    known = prior(constants, areas)
    # what both say of both, then both direct answers
    cells = np.concatenate(
        (said[..., :2].reshape(n, areas, -1), said[..., 2]), axis=-1
    ).reshape(n, -1)
    seen = ~np.isnan(cells)
    off = np.where(seen, cells, 0.0) - known.mean
    mean, variance = np.empty((2, n, 2 * areas + 1))
    slope, noise = np.empty((2, 2, n, areas + 1))
    wider = np.empty((n, 1))
    for rows in _alike(seen):
        pattern = seen[rows[0]]
        weights = _weights(constants, areas, pattern.tobytes())
        there = off[np.ix_(rows, pattern)]
        mean[rows], variance[rows] = there @ weights.mean.T, weights.variance
        slope[:, rows], noise[:, rows] = weights.slope[:, None], weights.noise[:, None]
        wider[rows, 0] = _wider(constants, there, weights)
    return _Seat(
        level=constants.centre + mean[:, :areas],
        level_variance=_widened(known.before, variance, wider)[:, :areas],
        apart=parted(_kinds(known, slope, noise), told=mean[:, areas:], wider=wider),
    )


def _kinds(known: Prior, slope: Floats, noise: Floats) -> Traces:
    """Return how the answers tell of differences; over all areas there is one kind."""
    overall = known.before[-1]
    own = np.array([[*([kind.variance] * slope.shape[-1])] for kind in known.kinds])
    own[:, -1] = overall
    share = np.array([[kind.share] for kind in known.kinds])
    return Traces(share=share[:, :, None], own=own[:, None], slope=slope, noise=noise)


def _widened(before: Floats, variance: Floats, wider: Floats) -> Floats:
    """Widen what the answers alone say, and put the prior back to it."""
    told = np.maximum(1 / variance - 1 / before, 0.0)
    return 1 / (told / wider + 1 / before)


def _wider(constants: Constants, there: Floats, weights: _Weights) -> Floats:
    """Return by how much each couple's own contradictions widen what is known, (n,).

    It is as if so many usual ones had been seen before: a few answers decide little.
    """
    found = ((there @ weights.contrasts.T) ** 2).sum(axis=1)
    usual = constants.usual_contrasts
    wider = (usual + found) / (usual + weights.free)
    return np.asarray(np.maximum(wider, constants.narrowest))


def _gaps(constants: Constants, said: Floats) -> tuple[Floats, Floats]:
    """Return what is behind each gap and its sd, (n, D, 2), from its two answers.

    Two equal answers make a gap of 0, whatever else was said.
    """
    known = prior(constants, said.shape[1])
    of_a = said[:, :, 0, 0] - said[:, :, 1, 0]
    of_b = said[:, :, 1, 1] - said[:, :, 0, 1]
    apart = np.stack((of_a, of_b), axis=-1)
    both = ~np.isnan(apart)
    gap = np.where(both, known.gap_weight * apart, 0.0)
    return gap, np.sqrt(np.where(both, known.gap_variance, known.gap_before))


def _alike(seen: npt.NDArray[np.bool_]) -> list[npt.NDArray[np.intp]]:
    """Group the rows with the same pattern of answers."""
    if len(seen) == 1:
        return [np.zeros(1, dtype=np.intp)]
    codes = np.packbits(seen, axis=1)
    _, group = np.unique(codes, axis=0, return_inverse=True)
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    return np.split(order, starts[1:])


@lru_cache(maxsize=4096)
def _weights(constants: Constants, areas: int, pattern: bytes) -> _Weights:
    """Condition the prior on the answers that are there."""
    known = prior(constants, areas)
    seen = np.flatnonzero(np.frombuffer(pattern, dtype=np.bool_))
    among = known.covariance[np.ix_(seen, seen)]
    across = known.across[:, seen]
    weights: Floats = np.asarray(np.linalg.solve(among, across.T).T, dtype=np.float64)
    contrasts, free = _contrasts(known.scatter[np.ix_(seen, seen)], known.levels[seen])
    variance = known.before - (weights * across).sum(axis=1)
    slope, noise = _telling(known, weights, seen)
    explained = 1 - variance[-1:] / known.before[-1:]
    return _Weights(
        mean=weights,
        variance=variance,
        slope=np.hstack((slope, [explained, explained])),
        noise=np.hstack((noise, [explained * variance[-1:]] * 2)),
        contrasts=contrasts,
        free=free,
    )


def _telling(
    known: Prior, weights: Floats, seen: npt.NDArray[np.intp]
) -> tuple[Floats, Floats]:
    """Return how a difference shows in what the answers come to, by kind and area."""
    areas = len(known.before) // 2
    each = weights[areas : 2 * areas]
    slopes, noises = [], []
    for kind in known.kinds:
        slope = (each * kind.across[:, seen]).sum(axis=1) / kind.variance
        among = kind.covariance[:, seen[:, None], seen]
        spread = np.einsum("di,dij,dj->d", each, among, each)
        slopes.append(slope)
        noises.append(spread - slope**2 * kind.variance)
    return np.array(slopes), np.array(noises)


def _contrasts(scatter: Floats, levels: Floats) -> tuple[Floats, int]:
    """Return how answers contradict each other whatever the levels are.

    Rows of it are independent, of variance 1, and blind to every level; the number of
    them is what is free.
    """
    root = np.linalg.cholesky(scatter)
    white = np.linalg.solve(root, levels)
    left, values, _ = np.linalg.svd(white, full_matrices=True)
    rank = int((values > _NOTHING).sum())
    blind = left[:, rank:].T
    return np.linalg.solve(root.T, blind.T).T, len(scatter) - rank
