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
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.words import Word

TAU: Final = 0.8
"""Prior sd of a true change of one person's say in one area, in steps."""

ROUNDING: Final = 1 / 12
"""Variance of what a step hides, where it may lie anywhere in the step."""

_STANDARD: Final = NormalDist()

PROBABLY: Final = 0.78
"""Probability of a direction from which it is probably the one."""

RELIABLE: Final = 2.9
"""Index from which a move in one area is told: there are many areas to err in."""

RELIABLE_OVER_ALL: Final = 1.95
"""Index from which a move over all areas is told. With both, 1 couple in 20 is told of
a change where nothing has changed, and fewer of those who answer calmly."""

FEWEST_AREAS: Final = 3
"""So many areas it takes to say something over all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How far something has changed, in steps, and how sure its direction is.

    `index` is how many sds of noise the answers moved, `reliable` whether that is
    further than noise takes them.
    """

    by: Estimate
    word: Word
    index: float
    reliable: bool


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


def over_all(constants: Constants, before: Picture, now: Picture) -> Pair[Moved | None]:
    """Return how far the say of each has changed over all areas in both pictures.

    None with fewer than `FEWEST_AREAS` in which somebody spoke of it both times.
    """
    earlier = {domain.id: domain for domain in before.domains}
    both = [(earlier[one.id], one) for one in now.domains if one.id in earlier]

    def of(person: Seat) -> Moved | None:
        moves = [_moves(then, later, person) for then, later in both]
        spoken = [one for one in moves if one]
        if len(spoken) < FEWEST_AREAS:
            return None
        together = [move for one in spoken for move in one]
        return _moved(constants, _behind(constants, together), RELIABLE_OVER_ALL)

    return Pair(a=of(Seat.A), b=of(Seat.B))


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
    once = constants.noise**2 + ROUNDING
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


def _moved(
    constants: Constants, behind: _Behind | None, reliable: float = RELIABLE
) -> Moved | None:
    if behind is None:
        return None
    mean, sd = behind.mean, behind.variance**0.5
    index = behind.move / behind.noise**0.5
    reach = sd * _STANDARD.inv_cdf((1 + constants.coverage) / 2)
    return Moved(
        by=Estimate(value=mean, low=mean - reach, high=mean + reach),
        word=_word(constants, abs(mean) / sd),
        index=index,
        reliable=abs(index) >= reliable,
    )


def _word(constants: Constants, away: float) -> Word:
    """Return how sure a direction is that lies so many sds away from none."""
    sure = _STANDARD.cdf(away)
    if sure >= constants.clear:
        return Word.CLEAR
    return Word.PROBABLY if sure >= PROBABLY else Word.EARLY


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
