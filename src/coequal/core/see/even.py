"""A difference between two levels that may be about none.

Each area is of one of two kinds: in one of them two people have about the same say.
Given the kind, what a couple's answers come to is a normal law; what is known of a
difference afterwards is a sum of two, in closed form.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np

from coequal.core.see.steps import Floats

HALF: Final = 0.5
"""Below this a difference is hardly one, in steps."""

STEP: Final = 1.0
"""Below this two people have about the same say, in steps."""

_EDGES: Final = np.array([-STEP, -HALF, 0.0, HALF, STEP])
_STANDARD: Final = NormalDist()
_NOTHING: Final = 1e-12
_GRID: Final = np.linspace(-9.0, 9.0, 18_001)
_CDF: Final = np.array([_STANDARD.cdf(x) for x in _GRID])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parted:
    """What is known of n couples' differences, each field of shape (n, D).

    `more` and `less` are the probabilities that a difference lies above and below 0,
    `hardly` and `within` that it is smaller than half a step and than one.
    """

    mean: Floats
    variance: Floats
    more: Floats
    less: Floats
    hardly: Floats
    within: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Traces:
    """How answers tell of differences, given the kind of the area, on the first axis.

    `share` (2, 1, 1) of all areas are of a kind, and `own` (2, 1, D) is the variance
    of a difference there. A difference shows in what the answers come to `slope`-fold,
    with this `noise`, both (2, n, D).
    """

    share: Floats
    own: Floats
    slope: Floats
    noise: Floats


def parted(read: Traces, told: Floats, wider: Floats) -> Parted:
    """Return what is known when answers come to `told` (n, D).

    `wider` (n, 1) is by how much the variance of the noise is multiplied.
    """
    own, slope = read.own, read.slope
    noise = read.noise * wider + _NOTHING
    total = slope**2 * own + noise
    share = read.share * np.exp(-(told**2) / (2 * total)) / np.sqrt(total)
    share /= share.sum(axis=0)
    mean, spread = own * slope * told / total, own * noise / total
    middle = (share * mean).sum(axis=0)
    edges = (_EDGES[:, None, None, None] - mean) / np.sqrt(spread)
    below = (share * cdf(edges)).sum(axis=1)
    return Parted(
        mean=middle,
        variance=(share * (mean**2 + spread)).sum(axis=0) - middle**2,
        more=1 - below[2],
        less=below[2],
        hardly=below[3] - below[1],
        within=below[4] - below[0],
    )


def cdf(edges: Floats) -> Floats:
    """Return the normal distribution function, read from a table to within 4e-8."""
    return np.asarray(np.interp(edges, _GRID, _CDF))
