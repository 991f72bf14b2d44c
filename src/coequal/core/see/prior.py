r"""What the model takes for granted before anybody answered.

An account of person t by reporter r in area d, and the answer it leads to:

    account[d, r, t] = level[t, d] + general[r] + own_side[r] [r = t] + view[d, r, t]
    answer           = the step between two cuts that holds account + noise

All terms are independent and Gaussian. The two levels of an area share a part
and are parted by another, each with a share that all areas have in common:

    level[me, d]    = centre + both + both[d] + tilt + tilt[d]
    level[other, d] = centre + both + both[d] - tilt - tilt[d]

Everything is therefore linear in a vector u of independent terms, and is written
as rows over u. Cells run by area, reporter, target; 0 is me and 1 the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from coequal.core.see.instrument import Constants

Floats = npt.NDArray[np.float64]
CELLS = 4

_STANDARD = NormalDist()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prior:
    """Rows over the independent terms u, each already times its sd.

    `accounts` (4 D, terms); `wanted` (3 D, terms): my level, my level less the
    other's, and my account of me less the other's account of me, by area.
    `scores` are the numbers that answers 0.. stand for; `spread` is the variance
    of an answer round its account: noise, the allowance for careless answers, and
    what the coarse steps hide.
    """

    accounts: Floats
    wanted: Floats
    scores: Floats
    spread: float


@lru_cache(maxsize=16)
def prior(constants: Constants, areas: int) -> Prior:
    """Return the prior for a form of so many areas."""
    terms = _terms(constants, areas)
    mine, theirs = _levels(areas) * terms
    accounts = _accounts(areas) * terms
    of_me_by_me, of_me_by_other = accounts[0::CELLS], accounts[2::CELLS]
    variance = float((accounts**2).sum(axis=1).mean()) + constants.noise**2
    scores, coarse = _scores(constants, variance**0.5)
    return Prior(
        accounts=accounts,
        wanted=np.concatenate((mine, mine - theirs, of_me_by_me - of_me_by_other)),
        scores=scores,
        spread=constants.noise**2 + constants.careless**2 + coarse,
    )


def _terms(constants: Constants, areas: int) -> Floats:
    """Return the sd of every term of u, in the order the rows use."""
    return np.concatenate(
        (
            [constants.both_overall, constants.tilt_overall],
            np.full(areas, constants.both_area),
            np.full(areas, constants.tilt_area),
            np.full(2, constants.general),
            np.full(2, constants.own_side),
            np.full(CELLS * areas, constants.view),
        )
    )


def _levels(areas: int) -> Floats:
    """Return the rows of both levels, (2, D, terms)."""
    each, rest = np.eye(areas), np.zeros((areas, CELLS + CELLS * areas))
    one = np.ones((areas, 1))
    mine = np.hstack((one, one, each, each, rest))
    theirs = np.hstack((one, -one, each, -each, rest))
    return np.stack((mine, theirs))


def _accounts(areas: int) -> Floats:
    """Return the rows of all accounts, (4 D, terms)."""
    mine, theirs = _levels(areas)
    level = np.stack((mine, theirs, mine, theirs), axis=1).reshape(CELLS * areas, -1)
    start = 2 + 2 * areas
    general = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    own_side = np.array([[1.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 1.0]])
    level[:, start : start + 2] = np.tile(general, (areas, 1))
    level[:, start + 2 : start + 4] = np.tile(own_side, (areas, 1))
    level[:, start + 4 :] = np.eye(CELLS * areas)
    return level


def _scores(constants: Constants, sd: float) -> tuple[Floats, float]:
    """Return the mean of what lies between two cuts, and the mean variance there.

    The moments of a normal law cut to (a, b): Johnson, Kotz & Balakrishnan,
    Continuous Univariate Distributions 1 (1994), 10.1. With them an answer is a
    sound number also at the ends, where everything beyond the last cut is heaped.
    """
    edges = [(cut - constants.centre) / sd for cut in constants.cuts]
    low, high = [-np.inf, *edges], [*edges, np.inf]
    scores, coarse = [], 0.0
    for a, b in zip(low, high, strict=True):
        share = _STANDARD.cdf(b) - _STANDARD.cdf(a)
        mean = (_STANDARD.pdf(a) - _STANDARD.pdf(b)) / share
        square = 1.0 + (_edge(a) - _edge(b)) / share
        scores.append(constants.centre + sd * mean)
        coarse += share * sd**2 * (square - mean**2)
    return np.array(scores), coarse


def _edge(cut: float) -> float:
    return cut * _STANDARD.pdf(cut) if np.isfinite(cut) else 0.0
