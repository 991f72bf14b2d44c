"""Give and take: two open questions settled together, so that both gain."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import product

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import SAME
from coequal.core.decide.outcomes import compromise
from coequal.core.decide.weighing import Weighed, Worth, weigh
from coequal.core.people import Pair

Two = tuple[int, int]
"""An option of one question, and one of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """One option of each of two questions, better for both than without the trade.

    `gain` is how much more each person gets than if each question went one way or
    the other, as likely the one's wish as the other's: as a share of all that the
    two questions are worth to them, stake times their own scale.
    """

    here: int
    there: int
    gain: Pair[float]

    @property
    def least(self) -> float:
        """What the one who gains less gains."""
        return min(self.gain.a, self.gain.b)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gains:
    """What one person gains by each two options, and by two compromises."""

    by: Mapping[Two, float]
    compromises: float


def trades(here: Pair[Ballot], there: Pair[Ballot]) -> tuple[Trade, ...]:
    """Return the trades that are best for the one who gains less; all tied ones.

    Both gain, and the one who gains less gains more than by two compromises. Empty
    where there is no such trade.
    """
    one, two = weigh(here), weigh(there)
    if not _is_open(one) or not _is_open(two):
        return ()
    settled = compromise(one), compromise(two)
    a = _gains(
        _Side(here.a, one.worth.a, _wishes(one)),
        _Side(there.a, two.worth.a, _wishes(two)),
        settled,
    )
    b = _gains(
        _Side(here.b, one.worth.b, _wishes(one)),
        _Side(there.b, two.worth.b, _wishes(two)),
        settled,
    )
    least = max(min(a.compromises, b.compromises), 0.0) + SAME
    found = [
        Trade(here=x, there=y, gain=Pair(a=a.by[x, y], b=b.by[x, y]))
        for x, y in product(one.standing, two.standing)
        if min(a.by[x, y], b.by[x, y]) > least
    ]
    best = max((trade.least for trade in found), default=0.0)
    return tuple(trade for trade in found if trade.least >= best - SAME)


def _is_open(weighed: Weighed) -> bool:
    """Whether there is something to weigh: a "cannot" left more than one option."""
    ruled_out = len(weighed.acceptable) < len(weighed.worth.a)
    return len(weighed.acceptable) > ruled_out


@dataclass(frozen=True, slots=True)
class _Side:
    """One question as one person has it, and what each of the two would choose."""

    ballot: Ballot
    worth: Worth
    wishes: Pair[Collection[int]]

    @property
    def by_wish(self) -> float:
        """What it is worth if it goes either person's way, as likely the one's."""
        ways = self.wishes.map(self.by)
        return (ways.a + ways.b) / 2

    def by(self, options: Collection[int]) -> float:
        """What it is worth if it is any of some options, each as likely."""
        return sum(self.worth[one] for one in options) / len(options)


def _wishes(weighed: Weighed) -> Pair[Collection[int]]:
    """Return what each would choose: among what nothing else is better than."""
    return weighed.worth.map(
        lambda worth: [
            one
            for one in weighed.standing
            if worth[one] == max(worth[other] for other in weighed.standing)
        ]
    )


def _gains(
    here: _Side, there: _Side, settled: tuple[Collection[int], Collection[int]]
) -> _Gains:
    """Return what one person gains over what would happen without a trade."""
    stake, other = here.ballot.stake, there.ballot.stake
    all_of_it = stake + other or 1
    before = stake * here.by_wish + other * there.by_wish
    by = {
        (x, y): (stake * here.worth[x] + other * there.worth[y] - before) / all_of_it
        for x, y in product(here.worth, there.worth)
    }
    middle = stake * here.by(settled[0]) + other * there.by(settled[1])
    return _Gains(by=by, compromises=(middle - before) / all_of_it)
