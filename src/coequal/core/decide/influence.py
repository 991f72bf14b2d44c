"""Whose wish it was lately, with an interval, and only where it can be said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from coequal.core.decide.constants import CONFIDENCE, ENOUGH
from coequal.core.decide.memory import Decided, Trace, trace

T = TypeVar("T", float, npt.NDArray[np.float64])

_REACH: Final = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


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

    `share` with its 95 % interval from `low` to `high`; all None below an `n_eff`
    of `ENOUGH`, where only the list of decisions is shown. `n_eff` is how many
    decisions of equal weight would say as much. Nothing about a direction is said
    unless `word` is `CLEAR`.
    """

    share: float | None
    low: float | None
    high: float | None
    n_eff: float
    word: InfluenceWord


def influence(witnesses: Iterable[Witness]) -> Influence:
    """Return whose wish it was: Wilson's interval, at the effective number."""
    heard = [one for one in witnesses if one.weight > 0]
    weight = sum(one.weight for one in heard)
    n_eff = weight**2 / sum(one.weight**2 for one in heard) if heard else 0.0
    if n_eff < ENOUGH - 1e-9:
        return Influence(
            share=None, low=None, high=None, n_eff=n_eff, word=InfluenceWord.FEW
        )
    tilt = sum(one.weight * one.tilt for one in heard) / weight
    centre, reach = wilson(tilt, n_eff)
    return Influence(
        share=(1 + tilt) / 2,
        low=max((1 + centre - reach) / 2, 0.0),
        high=min((1 + centre + reach) / 2, 1.0),
        n_eff=n_eff,
        word=InfluenceWord.CLEAR if abs(centre) > reach else InfluenceWord.EARLY,
    )


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


def wilson(tilt: T, n: T) -> tuple[T, T]:
    """Return centre and half width of Wilson's interval, on a scale of -1 to 1.

    For one number, or for arrays of them. Written on that scale it turns its sign
    exactly when the seats are exchanged.
    """
    shrunk = 1 + _REACH**2 / n
    spread = (1 - tilt**2) / n + (_REACH / n) ** 2
    return tilt / shrunk, _REACH * spread**0.5 / shrunk
