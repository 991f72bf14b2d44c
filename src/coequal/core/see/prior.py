"""What the model takes for granted about so many areas before anybody answered.

It is put together from what two areas share (`areas.py`), by their kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from coequal.core.see.areas import (
    CELLS,
    EVEN,
    WIDE,
    moved_by_levels,
    shared,
    variance,
)
from coequal.core.see.instrument import Constants
from coequal.core.see.steps import Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind:
    """One kind of area: its share of all, and the variance of a difference in one.

    With the area d of this kind and the others of either, `covariance` (D, cells,
    cells) is that of the answers, and `across` (D, cells) that of the difference in d
    with them.
    """

    share: float
    variance: float
    covariance: Floats
    across: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prior:
    """Moments of the answers, and of what is wanted.

    That is my level by area, my level less the other's by area, and the mean of these
    differences. `mean` (cells,) and `covariance` (cells, cells) are those of the
    answers, `across` (wanted, cells) is what is wanted with them, `before` (wanted,)
    its variance before anybody answers. `scatter` is the covariance where all levels
    are in the middle, and `levels` (cells, 2 D) says how the levels move the answers. A
    gap is `gap_weight` times how far apart its two answers are, and has `gap_variance`
    then, `gap_before` without them.
    """

    mean: Floats
    covariance: Floats
    across: Floats
    before: Floats
    kinds: tuple[Kind, Kind]
    scatter: Floats
    levels: Floats
    gap_weight: float
    gap_variance: float
    gap_before: float


@lru_cache(maxsize=16)
def prior(constants: Constants, areas: int) -> Prior:
    """Return the prior for so many areas."""
    one = shared(constants)
    level = _tiled(areas, one.of_it[:1], one.of_beside[:1])
    apart = _tiled(areas, one.of_it[1:], one.of_beside[1:])
    together = (one.before[1] + (areas - 1) * one.before_beside[1]) / areas
    far = one.within[0, 0] + one.within[2, 2] - 2 * one.within[0, 2]
    return Prior(
        mean=np.tile(one.mean, areas),
        covariance=_tiled(areas, one.within, one.beside),
        across=np.vstack((level, apart, apart.mean(axis=0))),
        before=np.append(np.repeat(one.before, areas), together),
        kinds=(_kind(constants, areas, EVEN), _kind(constants, areas, WIDE)),
        scatter=_tiled(areas, one.scatter, one.scatter_beside),
        levels=np.asarray(np.kron(np.eye(areas), moved_by_levels(constants)), float),
        gap_weight=one.gap_of / float(far),
        gap_variance=one.gap - one.gap_of**2 / float(far),
        gap_before=one.gap,
    )


def _kind(constants: Constants, areas: int, kind: int) -> Kind:
    """Return one kind of area, in the place of each in turn."""
    either, this = shared(constants), shared(constants, kind)
    usual = _tiled(areas, either.within, either.beside)
    covariance, across = np.repeat(usual[None], areas, axis=0), []
    for area in range(areas):
        here = slice(area * CELLS, (area + 1) * CELLS)
        covariance[area, here] = np.tile(this.beside, areas)
        covariance[area, :, here] = np.tile(this.beside, areas).T
        covariance[area, here, here] = this.within
        across.append(np.tile(this.of_beside[1], areas))
        across[-1][here] = this.of_it[1]
    even = constants.even_share
    return Kind(
        share=even if kind == EVEN else 1 - even,
        variance=variance(constants, kind),
        covariance=covariance,
        across=np.array(across),
    )


def _tiled(areas: int, same: Floats, other: Floats) -> Floats:
    """Return a matrix of blocks: one where both areas are the same, one elsewhere."""
    each = np.eye(areas)
    return np.asarray(np.kron(each, same) + np.kron(1 - each, other))
