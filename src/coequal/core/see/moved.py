"""How far something has moved between two sittings, beside the noise of answering.

Formula, source, worked example and calibration: docs/algorithms/change.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

from coequal.core.measured import Estimate
from coequal.core.see.instrument import Constants
from coequal.core.see.words import Word

TAU: Final = 0.8
"""Prior sd of a true change of one person's say in one area, in steps."""

ROUNDING: Final = 1 / 12
"""Variance of what a step hides, where it may lie anywhere in the step."""

_STANDARD: Final = NormalDist()

PROBABLY: Final = 0.78
"""Probability of a direction from which it is probably the one."""

TOLD_FROM: Final = 2.9
"""So many sds of noise it takes in one area: there are many areas to err in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How far something has changed, in steps, and how sure its direction is.

    `sds` is how many sds of noise the answers moved, `told` whether that is further
    than noise takes them.
    """

    by: Estimate
    word: Word
    sds: float
    told: bool


def variance(constants: Constants) -> float:
    """Return the variance of one reporter's move where nothing has changed."""
    once = constants.noise**2 + ROUNDING
    return 2 * once


def change_of(constants: Constants, moves: Collection[int]) -> Moved | None:
    """Return how far one person's say has changed; None without any account.

    `moves` are the steps by which each account of it moved.
    """
    behind = behind_of(constants, moves)
    return None if behind is None else moved_by(constants, behind)


def chance(moves: Iterable[int]) -> float:
    """Return how probable it is that moves come to as much in either direction.

    If nothing has changed, each of them was as likely to go as far the other way,
    whatever the noise is. All ways are counted, so it is exact.
    """
    ways, total = Counter({0: 1}), 0
    for move in moves:
        total += move
        further: Counter[int] = Counter()
        for at, many in ways.items():
            further[at + move] += many
            further[at - move] += many
        ways = further
    as_far = sum(many for at, many in ways.items() if abs(at) >= abs(total))
    return as_far / sum(ways.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Mean move and its noise variance; mean and variance of the change behind it."""

    move: float
    noise: float
    mean: float
    variance: float

    def __sub__(self, other: Behind) -> Behind:
        return Behind(
            move=self.move - other.move,
            noise=self.noise + other.noise,
            mean=self.mean - other.mean,
            variance=self.variance + other.variance,
        )


def moved_by(
    constants: Constants, behind: Behind, told_from: float = TOLD_FROM
) -> Moved:
    """Say how far something has moved, told from so many sds of noise on."""
    mean, sd = behind.mean, behind.variance**0.5
    sds = behind.move / behind.noise**0.5
    reach = sd * _STANDARD.inv_cdf((1 + constants.coverage) / 2)
    return Moved(
        by=Estimate(value=mean, low=mean - reach, high=mean + reach),
        word=_word(constants, abs(mean) / sd),
        sds=sds,
        told=abs(sds) >= told_from,
    )


def _word(constants: Constants, away: float) -> Word:
    """Return how sure a direction is that lies so many sds away from none."""
    sure = _STANDARD.cdf(away)
    if sure >= constants.clear:
        return Word.CLEAR
    return Word.PROBABLY if sure >= PROBABLY else Word.EARLY


def behind_of(constants: Constants, moves: Collection[int]) -> Behind | None:
    """Return what is behind the moves of these accounts; None without any."""
    if not moves:
        return None
    move, noise = sum(moves) / len(moves), variance(constants) / len(moves)
    return shrunk(move, noise, TAU**2)


def shrunk(move: float, noise: float, free: float) -> Behind:
    """Shrink a mean move with this noise; changes vary by `free`."""
    weight = free / (free + noise)
    return Behind(
        move=move, noise=noise, mean=weight * move, variance=free * (1 - weight)
    )
