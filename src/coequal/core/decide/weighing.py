"""Two ballots side by side: what both can live with, and what each gives up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import GLAD, MIDDLE
from coequal.core.people import Pair

Worth = Mapping[int, float]
"""By option, on one person's own scale: 0 their worst, 1 their best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Two ballots on one list, on scales of their own.

    `acceptable` are the options that both can live with, `dominated` those of them
    that another is better than for one and no worse for both; options by index,
    ascending. `worth` and `first` run over the whole list, so that nobody gets another
    scale by ruling something out. `first` are each person's best; empty where all are
    alike to them, so that they leave the choice to the other. `glad` are the standing
    options that both would be happy with, and
    `fine` those that neither put at the very bottom; both are empty where nothing
    that both are at least fine with is left.
    """

    acceptable: tuple[int, ...]
    dominated: tuple[int, ...]
    worth: Pair[Worth]
    first: Pair[frozenset[int]]
    glad: tuple[int, ...] = ()
    fine: tuple[int, ...] = ()

    @property
    def nameable(self) -> tuple[int, ...]:
        """The standing options that may be suggested.

        What both would be happy with comes first. What one put at the very bottom is
        left out while there is something that both are at least fine with.
        """
        return self.glad or self.fine or self.standing

    @property
    def any_fine(self) -> bool:
        """Whether there is something left that both are at least fine with."""
        return bool(self.fine)

    @property
    def standing(self) -> tuple[int, ...]:
        """The acceptable options that nothing else is better than."""
        return tuple(one for one in self.acceptable if one not in self.dominated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an outcome lies between the two people's best.

    `tilt` is 1 at A's best and -1 at B's, averaged over both people's scales;
    `apart` how far the two lie apart on them, above 0 to 1.
    """

    tilt: float
    apart: float


def weigh(ballots: Pair[Ballot]) -> Weighed:
    """Put two ballots on the same list side by side.

    What somebody cannot live with is worth to them what stands at the very bottom.
    """
    a, b = ballots.a.marks, ballots.b.marks
    gone = ballots.a.cannot | ballots.b.cannot
    acceptable = tuple(one for one in range(len(a)) if one not in gone)
    worth_a, first_a = _own_scale(a)
    worth_b, first_b = _own_scale(b)
    dominated = _dominated(a, b, acceptable)
    less = {one: min(a[one], b[one]) for one in acceptable if one not in dominated}
    any_fine = max(less.values(), default=0) >= MIDDLE
    return Weighed(
        acceptable=acceptable,
        dominated=dominated,
        worth=Pair(a=worth_a, b=worth_b),
        first=Pair(a=first_a, b=first_b),
        glad=tuple(one for one, given in less.items() if given >= GLAD),
        fine=tuple(one for one, given in less.items() if any_fine and given),
    )


def place(weighed: Weighed, outcome: int) -> Place | None:
    """Return where an outcome lies; None where it says nothing about whose wish it was.

    That is where the first choices meet, where somebody left the choice to the
    other, and where the outcome is nothing that both could live with.
    """
    first = weighed.first
    if not first.a or not first.b or first.a & first.b:
        return None
    if outcome not in weighed.acceptable:
        return None
    a = _got(weighed.worth.a, first.b, outcome)
    b = _got(weighed.worth.b, first.a, outcome)
    return Place(tilt=a[0] - b[0], apart=(a[1] + b[1]) / 2)


def _got(worth: Worth, others: frozenset[int], outcome: int) -> tuple[float, float]:
    """Return how much of the way to their best one person got, and how long it was.

    The way begins at the best for them of the other's first choices.
    """
    begin = max(worth[one] for one in others)
    way = 1 - begin
    return min(max((worth[outcome] - begin) / way, 0.0), 1.0), way


def _own_scale(given: Sequence[int]) -> tuple[Worth, frozenset[int]]:
    options = range(len(given))
    low, high = min(given), max(given)
    if low == high:
        return dict.fromkeys(options, 1.0), frozenset()
    worth = {one: (given[one] - low) / (high - low) for one in options}
    return worth, frozenset(one for one in options if given[one] == high)


def _dominated(
    a: Sequence[int], b: Sequence[int], among: Sequence[int]
) -> tuple[int, ...]:
    return tuple(
        one
        for one in among
        if any(
            a[by] >= a[one] and b[by] >= b[one] and (a[by] > a[one] or b[by] > b[one])
            for by in among
        )
    )
