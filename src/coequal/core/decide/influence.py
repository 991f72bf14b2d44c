"""Whose wish it was lately, with an interval, and only where it can be said.

Lately: of the last hundred decisions, the latest counting most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from coequal.core.decide.constants import CONFIDENCE, ENOUGH, FADES, LATELY, TUNED
from coequal.core.decide.memory import Decided, Trace, trace

T = TypeVar("T", float, npt.NDArray[np.float64])


class InfluenceWord(StrEnum):
    """What may be said."""

    FEW = "too few to say"
    EARLY = "too early to say"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What one decision says: `tilt` is 1 for A's wish, -1 for B's."""

    tilt: float
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """How far it was A's wish: 1 always, 0 always B's.

    `share` of lately, with its 95 % interval from `low` to `high`; all None below an
    `n_eff` of `ENOUGH`, where only the list of decisions is shown. `n_eff` is how many
    decisions of equal weight would say as much. Nothing about a direction is said
    unless `word` is `CLEAR`.
    """

    share: float | None
    low: float | None
    high: float | None
    n_eff: float
    word: InfluenceWord


def influence(witnesses: Iterable[Witness]) -> Influence:
    """Return whose wish it was, of decisions given in the order of time.

    The latest count most. The interval holds however often somebody looks.
    """
    heard = [one for one in witnesses if one.weight > 0][-LATELY:]
    n_eff = _effective([one.weight for one in heard])
    if n_eff < ENOUGH - 1e-9:
        return Influence(
            share=None, low=None, high=None, n_eff=n_eff, word=InfluenceWord.FEW
        )
    weights = [one.weight * FADES**age for age, one in enumerate(reversed(heard))]
    weight, squares = sum(weights), sum(one**2 for one in weights)
    tilts = zip(weights, reversed(heard), strict=True)
    tilt = sum(much * one.tilt for much, one in tilts) / weight
    reach = float(reach_of(squares, len(heard))) / weight
    return Influence(
        share=(1 + tilt) / 2,
        low=max((1 + tilt - reach) / 2, 0.0),
        high=min((1 + tilt + reach) / 2, 1.0),
        n_eff=n_eff,
        word=InfluenceWord.CLEAR if abs(tilt) > reach else InfluenceWord.EARLY,
    )


def _effective(weights: Sequence[float]) -> float:
    """Return how many decisions of equal weight would say as much."""
    squares = sum(one**2 for one in weights)
    return sum(weights) ** 2 / squares if squares else 0.0


def from_ballots(settled: Iterable[Decided]) -> Influence:
    """Return whose wish it was by ballots and outcomes.

    A decision counts only where first choices do not meet, by how much it mattered
    to the two and by how far apart they were.
    """
    return from_traces(map(trace, settled))


def from_traces(left: Iterable[Trace]) -> Influence:
    """Return the same from what settled questions have left behind."""
    return influence(one for one in map(witness, left) if one is not None)


def witness(left: Trace) -> Witness | None:
    """Return what one settled question says of whose wish it was, if anything."""
    stakes = left.stakes.a + left.stakes.b
    if left.place is None or not stakes:
        return None
    return Witness(tilt=left.place.tilt, weight=stakes / 2 * left.place.apart)


def reach_of(squares: T, heard: int) -> T:
    """Return how far a weighed sum of tilts may lie from what it should be.

    `squares` is the sum of the squared weights as they have faded, for one history or
    for an array of them. A mixture of Hoeffding's bounds (Robbins 1970), so that it is
    exceeded at any time at all in at most one of twenty fair histories: weights are
    known before each outcome, and a tilt lies between -1 and 1.
    """
    tuned = TUNED * FADES ** (2 * heard)
    time = squares + tuned
    found: T = (time * np.log(time / (tuned * (1 - CONFIDENCE) ** 2))) ** 0.5
    return found
