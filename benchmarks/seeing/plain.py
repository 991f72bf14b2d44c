"""The picture beside plain averages that are given a fair interval.

What an average is multiplied by, and how far it errs, is fitted on the first half
of the couples; both it and the picture are held against the truth of the other half.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from coequal.core.see.instrument import Constants
from coequal.core.see.model import batch

MISSING = "answers missing"
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """How near one way comes to the true differences, in steps.

    `slope` is what its differences would have to be multiplied by to be neither too
    large nor too small; `covers` how often its 90 % interval holds the truth, `half`
    half the width of that.
    """

    case: str
    name: str
    rmse: float
    slope: float
    covers: float
    half: float


def compared(c: Constants, said: Floats, truth: Floats) -> Iterator[Near]:
    """Yield the picture and the averages: all answered, some missing, one alone."""
    gone = np.isnan(said).any(axis=(1, 2, 3))
    alone = said[~gone].copy()
    alone[:, :, 1] = np.nan
    yield from _of("all answered", c, said[~gone], truth[~gone])
    yield from _of(MISSING, c, said[gone], truth[gone])
    yield from _of("one has answered", c, alone, truth[~gone])


def averaged(said: Floats) -> Floats:
    """Average what was said of who has more, rated and directly, whoever said it.

    Where nobody said anything of it, the two count as even.
    """
    rated = said[..., 0] - said[..., 1]
    direct = (said[..., 2] - 2) * np.array([1.0, -1.0])
    parts = np.concatenate((rated, direct), axis=-1)
    seen = ~np.isnan(parts)
    total = np.where(seen, parts, 0).sum(axis=-1)
    found: Floats = total / np.maximum(seen.sum(axis=-1), 1)
    return found


def _of(case: str, c: Constants, said: Floats, truth: Floats) -> Iterator[Near]:
    fit, held = np.array_split(np.arange(len(said)), 2)
    reach = NormalDist().inv_cdf((1 + c.coverage) / 2)

    def near(name: str, value: Floats, half: Floats) -> Near:
        true = truth[held]
        return Near(
            case=case,
            name=name,
            rmse=_rms(value - true),
            slope=_slope(value, true),
            covers=float((np.abs(value - true) <= half).mean()),
            half=float(half.mean()),
        )

    found, mean = batch(c, said[held]), averaged(said)
    apart = found.apart
    yield near("picture", apart.mean[:, :-1], reach * apart.sd[:, :-1])
    for name, times in (
        ("plain average", 1.0),
        ("average, fitted", _slope(mean[fit], truth[fit])),
    ):
        error = _rms(times * mean[fit] - truth[fit])
        yield near(name, times * mean[held], np.full_like(mean[held], reach * error))


def _rms(error: Floats) -> float:
    return float(np.sqrt((error**2).mean()))


def _slope(value: Floats, truth: Floats) -> float:
    return float((value * truth).sum() / (value**2).sum())
