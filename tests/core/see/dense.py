"""The same model the long way: every covariance written out, every law integrated."""

from __future__ import annotations

from itertools import product
from math import erf, exp, pi, sqrt

import numpy as np
import numpy.typing as npt

from coequal.core.see.instrument import Constants

Floats = npt.NDArray[np.float64]
Cell = tuple[int, str, int, int]
"""Area, what ("say" or "who"), who speaks, about whom."""

NODES, WEIGHTS = np.polynomial.legendre.leggauss(80)
FAR = 9.0


def cells(areas: int) -> list[Cell]:
    say = list(product((0, 1), (0, 1)))
    return [
        cell
        for d in range(areas)
        for cell in [
            *((d, "say", r, t) for r, t in say),
            *((d, "who", r, 0) for r in (0, 1)),
        ]
    ]


def part_cov(c: Constants, kinds: tuple[int, ...], d: int, d2: int) -> float:
    """Covariance of what parts the two in two areas; kind 0 is about even."""
    even = c.even_sd**2 / 4
    usual = c.tilt_overall**2 + c.tilt_area**2
    wide = (usual - c.even_share * even) / (1 - c.even_share)
    if d == d2:
        return wide if kinds[d] else even
    return c.tilt_overall**2 if kinds[d] and kinds[d2] else 0.0


def level_cov(
    c: Constants, kinds: tuple[int, ...], d: int, t: int, d2: int, t2: int
) -> float:
    both = c.both_overall**2 + (d == d2) * c.both_area**2
    return both + (1 if t == t2 else -1) * part_cov(c, kinds, d, d2)


def levels_of(c: Constants, cell: Cell) -> list[tuple[float, int, int]]:
    """The levels behind an answer: factor, area, person."""
    d, what, r, t = cell
    if what == "say":
        return [(1.0, d, t)]
    return [(c.direct, d, r), (-c.direct, d, 1 - r)]


def behind_cov(c: Constants, kinds: tuple[int, ...], one: Cell, two: Cell) -> float:
    """Covariance of what lies behind two answers."""
    levels = sum(
        f * f2 * level_cov(c, kinds, d, t, d2, t2)
        for f, d, t in levels_of(c, one)
        for f2, d2, t2 in levels_of(c, two)
    )
    (_, what, r, t), (_, what2, r2, t2) = one, two
    leans = 0.0
    if what == what2 == "say" and r == r2:
        leans = c.general**2 + (t == r == t2) * c.own_side**2
    if what == what2 == "who" and r == r2:
        leans = c.direct_lean**2
    view = c.view if what == "say" else c.direct_view
    return levels + leans + (one == two) * (view**2 + c.noise**2)


def beyond(edge: float, other: float, correlation: float) -> float:
    """Probability that two standard normal numbers lie beyond two edges."""
    if edge >= FAR:
        return 0.0
    middle, half = (FAR + edge) / 2, (FAR - edge) / 2
    rest = sqrt(1 - correlation**2)
    return half * sum(
        w
        * exp(-(x**2) / 2)
        / sqrt(2 * pi)
        * (1 + erf((correlation * x - other) / rest / sqrt(2)))
        / 2
        for x, w in zip(middle + half * NODES, WEIGHTS, strict=True)
    )


def step_cov(
    c: Constants, means: tuple[float, float], sds: tuple[float, float], share: float
) -> float:
    """Covariance of two answers in whole steps; `share` is that of what lies behind."""
    correlation = share / sds[0] / sds[1]
    first, second = (
        [(cut - mean) / sd for cut in c.cuts]
        for mean, sd in zip(means, sds, strict=True)
    )
    alone = [
        sum((1 - erf(e / sqrt(2))) / 2 for e in edges) for edges in (first, second)
    ]
    together = sum(beyond(a, b, correlation) for a in first for b in second)
    return together - alone[0] * alone[1]
