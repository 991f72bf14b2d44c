"""How the search learns what frightened people type: from phrases, by their words.

Logistic regression with small weights: `WRITE=1 pytest tests/web/learn/test_taught.py`
writes what comes of it into `weights.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coequal.web.learn.danger import EDGE, pairs
from coequal.web.learn.index import stems

OFTEN: Final = 3
"""Phrases that a word or a pair stands in at least, to be learnt."""
LEAST: Final = 6
"""Hundredths below which a weight is left out."""
SMALL: Final = 1.0
"""How strongly weights are kept small."""
CAUTION: Final = 2.5
"""What all phrases of danger count together, beside 1 for all harmless ones."""
ROUNDS: Final = 600
Parts = frozenset[str]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Taught:
    """Where the sum begins, and what each word and pair adds, in hundredths."""

    start: int
    weights: dict[str, int]

    def weight(self, phrase: str) -> int:
        """Return what a phrase weighs as a whole."""
        return self.start + sum(self.weights.get(one, 0) for one in parts(phrase))


def parts(phrase: str) -> Parts:
    """Return the words of a phrase and its pairs; a word has no space, a pair has."""
    said = stems(phrase)
    return frozenset(said) | pairs([EDGE, *said, EDGE])


def taught(danger: Sequence[str], harmless: Sequence[str]) -> Taught:
    """Return what phrases teach."""
    each = [parts(one) for one in (*danger, *harmless)]
    often = Counter(part for some in each for part in some)
    names = sorted(part for part, times in often.items() if times >= OFTEN)
    place = {name: at for at, name in enumerate(names)}
    rows = np.array(
        [at for at, some in enumerate(each) for one in some if one in place]
    )
    columns = np.array([place[one] for some in each for one in some if one in place])
    afraid = np.r_[np.ones(len(danger)), np.zeros(len(harmless))]
    counts = np.where(afraid == 1, CAUTION * len(harmless) / len(danger), 1.0)

    def slope(at: Numbers) -> Numbers:
        sums = at[0] + np.bincount(rows, at[1:][columns], len(each))
        off = counts * (1 / (1 + np.exp(-sums)) - afraid)
        by_name = np.bincount(columns, off[rows], len(names)) + SMALL * at[1:]
        return np.r_[off.sum(), by_name]

    # So short that none overshoots, however many parts the phrases of a part have.
    steep = counts * np.array([1 + len(some) for some in each]) / 4
    by_name = np.bincount(columns, steep[rows], len(names)) + SMALL
    found = np.rint(100 * _lowest(slope, 1 / np.r_[steep.sum(), by_name]))
    return Taught(
        start=int(found[0]),
        weights={
            name: int(weight)
            for name, weight in zip(names, found[1:], strict=True)
            if abs(weight) >= LEAST
        },
    )


def _lowest(slope: Callable[[Numbers], Numbers], steps: Numbers) -> Numbers:
    """Go down the slope with momentum, until it is flat."""
    at, before = np.zeros(len(steps)), np.zeros(len(steps))
    for round_ in range(ROUNDS):
        ahead = at + round_ / (round_ + 3) * (at - before)
        before, at = at, ahead - steps * slope(ahead)
    return at
