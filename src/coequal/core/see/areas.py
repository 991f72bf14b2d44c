r"""Two areas of life, and what two people's answers about them share.

Each of two people r gives, in each area d, an account of their own say, one of the
other's, and says directly who decides more:

    account[d, r, t] = level[t, d] + general[r] + own_side[r] [r = t] + view[d, r, t]
    direct[d, r]     = even + slope (level[r, d] - level[other, d]) + lean[r] + look
    answer           = the step between two cuts that holds account (direct) + noise

All terms are independent and normal. The two levels of an area share a part and are
parted by another. An area is of one of two kinds: in a share of all the two are parted
by about nothing, in the others by more, of which all areas share a part:

    level[me, d]    = centre + both + both[d] + part[d]
    level[other, d] = centre + both + both[d] - part[d]
    part[d]         = about none[d], or tilt + tilt[d]

Given the kinds, all of it is linear in a vector u of independent terms, and is written
as rows over u. Cells run by area: what r = me says of me and of the other, what the
other says of me and of themself, then both direct answers, each in the direction of
who gives it. 0 is me and 1 the other.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from coequal.core.see.instrument import Constants
from coequal.core.see.steps import Floats, steps

CELLS: Final = 6
EVEN, WIDE = 0, 1
_LEVELS: Final = 6
_LEANS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moments:
    """What the answers of one area share with each other and with another's.

    `mean` (CELLS,); `within` and `beside` (CELLS, CELLS) are covariances with the same
    and with the other area. `of_it` and `of_beside` (2, CELLS) are those of my level
    and of my level less the other's, here, with the answers here and there. `before`
    (2,) are the variances of the two, and `before_beside` what they share with the
    same there. `scatter`, `scatter_beside` are covariances of people whose levels are
    all in the middle. `gap` is the variance of a gap, `gap_of` its covariance with how
    far its two answers are apart.
    """

    mean: Floats
    within: Floats
    beside: Floats
    of_it: Floats
    of_beside: Floats
    before: Floats
    before_beside: Floats
    scatter: Floats
    scatter_beside: Floats
    gap: float
    gap_of: float


def shared(constants: Constants, here: int | None = None) -> Moments:
    """Return what two areas share: one of this kind or either, the other of either."""
    shares = (constants.even_share, 1 - constants.even_share)
    found = [
        (
            share * (shares[kind] if here is None else 1.0),
            _shared(constants, kind, there),
        )
        for kind in ((EVEN, WIDE) if here is None else (here,))
        for there, share in zip((EVEN, WIDE), shares, strict=True)
    ]
    names = [field.name for field in fields(Moments)]
    return Moments(
        **{
            name: sum(share * getattr(one, name) for share, one in found)
            for name in names
        }
    )


def _shared(constants: Constants, here: int, there: int) -> Moments:
    levels = _levels(constants, (here, there))
    rows = _rows(constants, levels)
    noise = constants.noise**2 * np.eye(len(rows))
    ratings = [constants.centre] * 4
    middle = np.array((ratings + [constants.even] * 2) * 2)
    heard = steps(constants.cuts, middle, rows @ rows.T + noise)
    leans = rows[:, _LEVELS:]
    still = steps(constants.cuts, middle, leans @ leans.T + noise)
    wanted = np.stack((levels[0, 0], levels[0, 0] - levels[1, 0]))
    beside = np.stack((levels[0, 1], levels[0, 1] - levels[1, 1]))
    across = (wanted @ rows[:, :_LEVELS].T) * heard.kept
    gap = rows[0] - rows[2]
    return Moments(
        mean=heard.mean[:CELLS],
        within=heard.covariance[:CELLS, :CELLS],
        beside=heard.covariance[:CELLS, CELLS:],
        of_it=across[:, :CELLS],
        of_beside=across[:, CELLS:],
        before=(wanted**2).sum(axis=1),
        before_beside=(wanted * beside).sum(axis=1),
        scatter=still.covariance[:CELLS, :CELLS],
        scatter_beside=still.covariance[:CELLS, CELLS:],
        gap=float(gap @ gap),
        gap_of=float(heard.kept[0] * (gap @ gap)),
    )


def moved_by_levels(constants: Constants) -> Floats:
    """Return how the two levels of an area move its answers, (CELLS, 2)."""
    slope = constants.direct
    return np.array([[1, 0], [0, 1], [1, 0], [0, 1], [slope, -slope], [-slope, slope]])


def variance(constants: Constants, kind: int) -> float:
    """Return the variance of a difference in an area of this kind."""
    even = constants.even_sd**2
    if kind == EVEN:
        return even
    usual = 4 * (constants.tilt_overall**2 + constants.tilt_area**2)
    return (usual - constants.even_share * even) / (1 - constants.even_share)


def _levels(constants: Constants, kinds: tuple[int, int]) -> Floats:
    """Return the rows of both levels, (person, area, the first terms of u)."""
    both = [
        [constants.both_overall, constants.both_area, 0.0],
        [constants.both_overall, 0.0, constants.both_area],
    ]
    found = []
    for sign in (1.0, -1.0):
        rows = []
        for area, kind in enumerate(kinds):
            overall = 0.0 if kind == EVEN else constants.tilt_overall
            own = (variance(constants, kind) / 4 - overall**2) ** 0.5
            part = [overall, 0.0, 0.0]
            part[1 + area] = own
            rows.append(both[area] + [sign * x for x in part])
        found.append(rows)
    return np.array(found)


def _rows(constants: Constants, levels: Floats) -> Floats:
    """Return the rows of what lies behind every answer about both areas."""
    c, (mine, theirs) = constants, levels
    apart = c.direct * (mine - theirs)
    of_levels = np.stack((mine, theirs, mine, theirs, apart, -apart), axis=1)
    leans = np.array(
        [
            [c.general, 0, c.own_side, 0, 0, 0],
            [c.general, 0, 0, 0, 0, 0],
            [0, c.general, 0, 0, 0, 0],
            [0, c.general, 0, c.own_side, 0, 0],
            [0, 0, 0, 0, c.direct_lean, 0],
            [0, 0, 0, 0, 0, c.direct_lean],
        ]
    )
    views = np.diag(([c.view] * 4 + [c.direct_view] * 2) * 2)
    return np.hstack((of_levels.reshape(2 * CELLS, -1), np.tile(leans, (2, 1)), views))
