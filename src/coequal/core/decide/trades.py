"""Give and take: two open questions settled together, so that both gain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import SAME
from coequal.core.decide.outcomes import compromise
from coequal.core.decide.weighing import Worth, weigh
from coequal.core.people import Pair

Two = tuple[int, int]
"""An option of one question, and one of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """One option of each of two questions, better for both than two compromises.

    `gain` is how much more each person gets, as a share of all that the two
    questions are worth to them: stake times their own scale.
    """

    here: int
    there: int
    gain: Pair[float]

    @property
    def least(self) -> float:
        """What the one who gains less gains."""
        return min(self.gain.a, self.gain.b)


def trades(here: Pair[Ballot], there: Pair[Ballot]) -> tuple[Trade, ...]:
    """Return the trades that are best for the one who gains less; all tied ones.

    Both gain over any two compromises of the two questions, each by itself. Empty
    where there is no such trade.
    """
    one, two = weigh(here), weigh(there)
    before = list(product(compromise(one), compromise(two)))
    a = _gains(before, (here.a, one.worth.a), (there.a, two.worth.a))
    b = _gains(before, (here.b, one.worth.b), (there.b, two.worth.b))
    found = [
        Trade(here=x, there=y, gain=Pair(a=a[x, y], b=b[x, y]))
        for x, y in product(one.standing, two.standing)
        if a[x, y] > SAME and b[x, y] > SAME
    ]
    best = max((trade.least for trade in found), default=0.0)
    return tuple(trade for trade in found if trade.least >= best - SAME)


def _gains(
    before: list[Two], here: tuple[Ballot, Worth], there: tuple[Ballot, Worth]
) -> Mapping[Two, float]:
    """Return what each two options bring one person over the best of `before`."""
    (ballot, worth), (other, other_worth) = here, there
    all_of_it = ballot.stake + other.stake or 1
    value = {
        (x, y): (ballot.stake * worth[x] + other.stake * other_worth[y]) / all_of_it
        for x, y in product(worth, other_worth)
    }
    best = max((value[two] for two in before), default=0.0)
    return {two: reached - best for two, reached in value.items()}
