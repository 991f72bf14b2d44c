"""How often the interval of influence holds the truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from coequal.core.decide.constants import ENOUGH
from coequal.core.decide.influence import Witness, influence, wilson
from deciding.world import Floats

SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
DECISIONS = (5, 10, 20, 40)
RUNS = 20_000
MEASURABLE = 0.05
"""Where fewer histories than this get an interval, a share of them says nothing."""
Kind = Literal["all or nothing", "in thirds", "weighed", "weighed by result"]
KINDS: tuple[Kind, ...] = (
    "all or nothing",
    "in thirds",
    "weighed",
    "weighed by result",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """How often the interval held a true share, of how many where one was given."""

    kind: Kind
    decisions: int
    share: float
    locked: float
    given: int


def coverage() -> Iterator[Covered]:
    """Try every kind of history; below `ENOUGH` no interval is given."""
    rng = np.random.default_rng(12)
    for kind in KINDS:
        for decisions in DECISIONS:
            for share in SHARES:
                tilt, weight = _history(rng, kind, decisions, share)
                n_eff = weight.sum(axis=1) ** 2 / (weight**2).sum(axis=1)
                mean = (tilt * weight).sum(axis=1) / weight.sum(axis=1)
                said = n_eff >= ENOUGH - 1e-9
                if said.mean() < MEASURABLE:
                    continue
                truth = _truth(kind, share)
                centre, reach = wilson(mean[said], n_eff[said])
                locked = np.abs(centre - truth) <= reach + 1e-12
                yield Covered(
                    kind=kind,
                    decisions=decisions,
                    share=share,
                    locked=float(locked.mean()),
                    given=int(said.sum()),
                )


def check() -> None:
    """Stop unless single decisions come to what many histories at once come to."""
    rng = np.random.default_rng(5)
    tilt, weight = _history(rng, "weighed", 40, 0.8)
    for one, heavy in zip(tilt[:200], weight[:200], strict=True):
        found = influence(
            Witness(tilt=float(t), weight=float(w))
            for t, w in zip(one, heavy, strict=True)
        )
        centre, reach = wilson(
            (one * heavy).sum() / heavy.sum(), heavy.sum() ** 2 / (heavy**2).sum()
        )
        assert found.low is not None
        assert found.high is not None
        assert np.isclose(found.low, max((1 + centre - reach) / 2, 0))
        assert np.isclose(found.high, min((1 + centre + reach) / 2, 1))


def _history(
    rng: np.random.Generator, kind: Kind, decisions: int, share: float
) -> tuple[Floats, Floats]:
    """Return tilts and weights of many histories, (runs, decisions)."""
    shape = (RUNS, decisions)
    if kind == "in thirds":
        tilt = 2 * rng.binomial(3, share, shape) / 3 - 1
    else:
        tilt = np.where(rng.random(shape) < share, 1.0, -1.0)
    if kind in {"all or nothing", "in thirds"}:
        return tilt, np.ones(shape)
    stakes = rng.integers(1, 7, shape) / 2
    apart = rng.integers(1, 5, shape) / 4
    if kind == "weighed by result":
        stakes *= np.where(tilt > 0, 1.25, 1.0)
    return tilt, stakes * apart


def _truth(kind: Kind, share: float) -> float:
    """Return the true tilt: where weights go with results, of weight, not of number."""
    if kind != "weighed by result":
        return 2 * share - 1
    heavy, light = 1.25 * share, 1 - share
    return (heavy - light) / (heavy + light)
