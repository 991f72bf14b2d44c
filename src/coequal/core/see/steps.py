"""What an answer in whole steps shares with what lies behind it.

Behind an answer lies a number under a normal law, and the answer is the step between
two cuts that holds it. Its mean, its variance, what two answers share and what an
answer shares with anything else under the same law are exact sums over Hermite
polynomials: Mehler's formula, with the coefficients of a staircase. So an answer is
taken as the number it is, 0 to 4, also at the ends, where all beyond the last cut is
heaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

TERMS: Final = 80
"""Of the sum; what two answers share goes down with their correlation to this power."""

_STANDARD = NormalDist()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Steps:
    """Moments of n answers: `mean` (n,) and `covariance` (n, n).

    `kept` (n,) is what is left of a covariance with what lies behind an answer when the
    answer stands for it.
    """

    mean: Floats
    covariance: Floats
    kept: Floats


def steps(cuts: tuple[float, ...], mean: Floats, covariance: Floats) -> Steps:
    """Return the moments of answers whose numbers have this mean and covariance."""
    sd = np.sqrt(np.diag(covariance))
    edges = (np.array(cuts) - mean[:, None]) / sd[:, None]
    beyond = np.vectorize(_STANDARD.cdf)(-edges)
    expected = beyond.sum(axis=1)
    # a step k has passed k cuts: E[y^2] sums the odd numbers over the cuts passed
    square = beyond @ (2.0 * np.arange(1, len(cuts) + 1) - 1)
    correlation = covariance / np.outer(sd, sd)
    shared, power = np.zeros_like(covariance), np.ones_like(covariance)
    first = np.zeros_like(sd)
    for order, coefficient in enumerate(_staircase(edges), start=1):
        first = coefficient if order == 1 else first
        power = power * correlation
        shared += np.outer(coefficient, coefficient) * power
    np.fill_diagonal(shared, square - expected**2)
    return Steps(mean=expected, covariance=shared, kept=first / sd)


def _staircase(edges: Floats) -> Iterator[Floats]:
    """Yield the coefficients of a staircase over normalised Hermite polynomials."""
    density = np.exp(-(edges**2) / 2) / np.sqrt(2 * np.pi)
    before, now = np.zeros_like(edges), np.ones_like(edges)
    for order in range(1, TERMS + 1):
        yield (density * now).sum(axis=1) / np.sqrt(order)
        following = (edges * now - np.sqrt(order - 1) * before) / np.sqrt(order)
        before, now = now, following
