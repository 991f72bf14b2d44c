"""How often a give and take is told: two questions, and each cares for another one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import HIGHEST
from coequal.core.decide.trades import trades
from coequal.core.people import Pair
from deciding.world import Ints, on_own_scale

OPTIONS: Final = (2, 3, 4)
OPPOSED: Final = -0.8
TASTES: Final[Mapping[str, float]] = {
    "opposed through and through": -1.0,
    "opposed": OPPOSED,
    "independent": 0.0,
}
COUPLES: Final = 1_000


def told(options: int, alike: float) -> float:
    """Return in which share of couples a trade is told; stakes are 3, 1 and 1, 3."""
    rng = np.random.default_rng((options, round(100 * alike) % 1000))
    found = 0
    for _ in range(COUPLES):
        scores = [_scores(rng, options, alike) for _ in range(2)]
        here, there = (
            Pair(a=_ballot(a, mine), b=_ballot(b, yours))
            for (a, b), (mine, yours) in zip(scores, ((3, 1), (1, 3)), strict=True)
        )
        found += bool(trades(here, there))
    return found / COUPLES


def _scores(rng: np.random.Generator, options: int, alike: float) -> tuple[Ints, Ints]:
    one, two = rng.normal(size=options), rng.normal(size=options)
    other = alike * one + np.sqrt(1 - alike**2) * two
    a, b = (
        np.rint(HIGHEST * on_own_scale(taste)).astype(np.int64)
        for taste in (one, other)
    )
    return a, b


def _ballot(scores: Ints, stake: int) -> Ballot:
    return Ballot(scores=tuple(map(int, scores)), stake=stake)
