"""Reliable change: how far somebody's say has moved from one sitting to the next.

What a reporter leans to and how they see one person in one area stand in both of
their answers and cancel in the difference. What is left is the change and the
noise of answering twice. A change is told where the classic index calls it reliable;
how far it goes is an estimate that knows how sure it is. Formula, source, worked
example and calibration: docs/algorithms/change.md.

The law of seats is exact: each person is worked out by one function from sums of
whole steps, and a difference is one change less the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.core.see.instrument import Constants
from coequal.core.see.model import Word, word
from coequal.core.see.picture import Domain, Picture

TAU: Final = 0.8
"""Prior sd of a true change of one person's say in one area, in steps."""

ROUNDING: Final = 1 / 12
"""Variance of what a step hides, where it may lie anywhere in the step."""

_STANDARD: Final = NormalDist()

RELIABLE: Final = _STANDARD.inv_cdf(0.975)
"""Index beyond which a move is more than noise: 1 in 20 if nothing changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How far something has changed, in steps, and how sure its direction is.

    `index` is how many sds of noise the answers moved: the reliable change index.
    """

    by: Estimate
    word: Word
    index: float

    @property
    def reliable(self) -> bool:
        """Whether the answers moved further than noise takes them."""
        return abs(self.index) > RELIABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What has changed in one area that stands in two pictures.

    `say[person]` and `difference` (A less B) are None where nobody spoke about it
    both times.
    """

    area: str
    say: Pair[Moved | None]
    difference: Moved | None


def changes(constants: Constants, before: Picture, now: Picture) -> tuple[Change, ...]:
    """Compare two pictures of the same people, by area in the order of the later.

    An area counts where it stands in both; a person's account of somebody where
    they gave it both times.
    """
    earlier = {domain.id: domain for domain in before.domains}
    return tuple(
        _change(constants, earlier[domain.id], domain)
        for domain in now.domains
        if domain.id in earlier
    )


def told(found: Iterable[Change]) -> tuple[tuple[str, Seat, Moved], ...]:
    """Return in which area whose say has reliably changed, and how; surest first.

    Equally sure ones stand in the order of the areas, and within one area in the
    order of the seats.
    """
    spoken = [
        (change.area, seat, moved)
        for change in found
        for seat in Seat
        if (moved := change.say[seat]) is not None and moved.reliable
    ]
    return tuple(sorted(spoken, key=lambda one: -abs(one[2].index)))


def variance(constants: Constants) -> float:
    """Return the variance of one reporter's move where nothing has changed."""
    once = constants.noise**2 + constants.careless**2 + ROUNDING
    return 2 * once


def change_of(constants: Constants, moves: Collection[int]) -> Moved | None:
    """Return how far one person's say has changed; None without any account.

    `moves` are the steps by which each account of it moved.
    """
    return _moved(constants, _behind(constants, moves))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Behind:
    """Mean move and its noise variance; mean and variance of the change behind it."""

    move: float
    noise: float
    mean: float
    variance: float

    def __sub__(self, other: _Behind) -> _Behind:
        return _Behind(
            move=self.move - other.move,
            noise=self.noise + other.noise,
            mean=self.mean - other.mean,
            variance=self.variance + other.variance,
        )


def _moved(constants: Constants, behind: _Behind | None) -> Moved | None:
    if behind is None:
        return None
    mean, sd = behind.mean, behind.variance**0.5
    reach = sd * _STANDARD.inv_cdf((1 + constants.coverage) / 2)
    return Moved(
        by=Estimate(value=mean, low=mean - reach, high=mean + reach),
        word=word(constants, mean, sd),
        index=behind.move / behind.noise**0.5,
    )


def _behind(constants: Constants, moves: Collection[int]) -> _Behind | None:
    if not moves:
        return None
    move, noise = sum(moves) / len(moves), variance(constants) / len(moves)
    weight = TAU**2 / (TAU**2 + noise)
    return _Behind(
        move=move, noise=noise, mean=weight * move, variance=TAU**2 * (1 - weight)
    )


def _change(constants: Constants, before: Domain, now: Domain) -> Change:
    a, b = (_behind(constants, _moves(before, now, person)) for person in Seat)
    return Change(
        area=now.id,
        say=Pair(a=a, b=b).map(lambda one: _moved(constants, one)),
        difference=_moved(constants, a - b if a and b else None),
    )


def _moves(before: Domain, now: Domain, person: Seat) -> list[int]:
    """Return how far each account of one person moved, of those given twice."""
    accounts = ((before.said[by][person], now.said[by][person]) for by in Seat)
    return [
        later - earlier
        for earlier, later in accounts
        if earlier is not None and later is not None
    ]
