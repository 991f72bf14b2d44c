"""The usual level behind single answers, which drifts: a local level with gaps.

A step is taken for what it says of the answer behind it, which lies between two cuts,
or somewhere beyond the last. How far the level drifts from one time to the next, and
how far an answer lies off it, nobody knows: every pair of a grid is tried, and counts
by how well it predicts the answers. Formula, source, worked example and calibration:
docs/algorithms/trend.md.

Arrays begin with the axis of time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import Final

import numpy as np
import numpy.typing as npt

from coequal.core.measured import Estimate
from coequal.core.month.check_in import TOP, CheckIn, Facet

ENOUGH: Final = 4
"""Fewer answers than this have no usual level yet."""

START: Final = (TOP / 2, 2.0)
"""Mean and sd of a level before anybody answered, in steps."""

DRIFTS: Final = (0.1, 0.2, 0.3)
"""Sds of how far a level moves from one time to the next; each as likely.

They are on the wide side: a level that hardly moves gets a band that is too wide.
"""

NOISES: Final = (0.4, 0.6, 0.8, 1.0, 1.3)
"""Sds of how far an answer lies off its level; each as likely."""

Floats = npt.NDArray[np.float64]

_STANDARD = NormalDist()
_REACH = _STANDARD.inv_cdf(0.95)
_GRID = np.array([(drift, noise) for drift in DRIFTS for noise in NOISES]) ** 2


def levels(
    check_ins: Sequence[CheckIn],
) -> Mapping[Facet, tuple[Estimate | None, ...]]:
    """Return the usual level of each facet at each time, in steps, with a 90 % band.

    It is `None` before the first answer, after the last, and everywhere if there are
    fewer than `ENOUGH`. Where one in between is missing, the band is wider.
    """
    if not check_ins:
        return dict.fromkeys(Facet, ())
    steps = as_numbers(check_ins, tuple(Facet))
    mean, sd = usual(steps)
    return {
        facet: _told(np.flatnonzero(np.isfinite(steps[:, at])), mean[:, at], sd[:, at])
        for at, facet in enumerate(Facet)
    }


def as_numbers(check_ins: Sequence[CheckIn], facets: Sequence[Facet]) -> Floats:
    """Return what was said, (T, facets), where NaN is a gap."""
    said = [[one[facet] for facet in facets] for one in check_ins]
    return np.array(said, dtype=np.float64).reshape(len(said), len(facets))


def usual(steps: Floats) -> tuple[Floats, Floats]:
    """Return mean and sd of the levels behind steps (T, n), where NaN is a gap.

    Every drift and every noise of the grid is tried, each counting by its evidence.
    """
    table = np.array([*map(behind, range(TOP + 1)), (0.0, np.inf)])
    found = table[np.where(np.isnan(steps), TOP + 1, steps).astype(np.intp)]
    drift, noise = _GRID.T
    each = smoothed(
        found[..., :1],
        found[..., 1:] + noise,
        drift=drift,
        start=(START[0], START[1] ** 2),
    )
    evidence = each.evidence
    weight = np.exp(evidence - evidence.max(axis=-1, keepdims=True))
    weight /= weight.sum(axis=-1, keepdims=True)
    mean = np.asarray((weight * each.mean).sum(axis=-1))
    spread = each.variance + (each.mean - mean[..., None]) ** 2
    return mean, np.sqrt((weight * spread).sum(axis=-1))


@lru_cache(maxsize=TOP + 1)
def behind(step: int) -> tuple[float, float]:
    """Return mean and variance of the answer behind a step.

    It lies within half a step of it; behind an end, anywhere beyond. The upper half
    mirrors the lower one to the last bit.
    """
    if 2 * step > TOP:
        mean, variance = behind(TOP - step)
        return TOP - mean, variance
    centre, sd = START
    high = (step + 0.5 - centre) / sd
    below, slope = _STANDARD.cdf(high), -_STANDARD.pdf(high)
    bend = high * slope
    if step > 0:
        low = (step - 0.5 - centre) / sd
        below -= _STANDARD.cdf(low)
        slope += _STANDARD.pdf(low)
        bend += low * _STANDARD.pdf(low)
    mean, square = slope / below, 1 + bend / below
    return centre + sd * mean, sd**2 * (square - mean**2)


def _told(
    answered: npt.NDArray[np.intp], mean: Floats, sd: Floats
) -> tuple[Estimate | None, ...]:
    """Return levels with their bands, inside the scale, from first to last answer."""
    if len(answered) < ENOUGH:
        return (None,) * len(mean)
    bands = np.clip(mean + np.array([[-_REACH], [0.0], [_REACH]]) * sd, 0, TOP).T
    return tuple(
        Estimate(value=value, low=low, high=high)
        if answered[0] <= at <= answered[-1]
        else None
        for at, (low, value, high) in enumerate(bands.tolist())
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Smoothed:
    """Levels given all answers, (T, ...), and how well the answers were predicted.

    `missed` is by how much each answer was, given those before it, and `spread` the
    variance that this was expected to have.
    """

    mean: Floats
    variance: Floats
    missed: Floats
    spread: Floats

    @property
    def evidence(self) -> Floats:
        """The logarithm of the density of the answers, (...), less a constant."""
        answered = np.isfinite(self.spread)
        spread = np.where(answered, self.spread, 1.0)
        each = np.where(answered, self.missed**2 / spread + np.log(spread), 0.0)
        return np.asarray(-0.5 * each.sum(axis=0))


def smoothed(
    value: Floats, variance: Floats, *, drift: Floats, start: tuple[float, float]
) -> Smoothed:
    """Return the levels behind values (T, ...), where a gap has infinite variance.

    `variance` is that of each value about its level, `drift` that of a level from one
    time to the next, `start` mean and variance of the first. All broadcast.
    """
    shape = np.broadcast_shapes(value.shape, variance.shape, drift.shape)
    value = np.broadcast_to(value, (len(value), *shape[1:]))
    missed, spread, ahead, mean, known = (np.empty(shape) for _ in range(5))
    m, p = (np.broadcast_to(one, shape[1:]) for one in start)
    for at in range(len(value)):
        ahead[at] = p
        off = np.subtract(value[at], m, out=missed[at])
        gain = p / np.add(p, variance[at], out=spread[at])
        m = np.add(m, gain * off, out=mean[at])
        p = np.subtract(p, gain * p, out=known[at])
        p = p + drift
    share = known[:-1] / ahead[1:]
    square = share**2
    known[:-1] -= square * ahead[1:]
    for at in reversed(range(len(share))):
        mean[at] += share[at] * (mean[at + 1] - mean[at])
        known[at] += square[at] * known[at + 1]
    return Smoothed(mean=mean, variance=known, missed=missed, spread=spread)
