"""Change: how far somebody's say has moved from one sitting to the next.

What a reporter leans to and how they see one person in one area stand in both of
their answers and cancel in the difference. What is left is the change and the
noise of answering twice. A change is told where the answers moved further than that
noise takes them; how far it goes is an estimate that knows how sure it is. Formula,
source, worked example and calibration: docs/algorithms/change.md.

The law of seats is exact: each person is worked out by one function from sums of
whole steps, and a difference is one change less the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from coequal.core.people import Pair, Seat
from coequal.core.see.instrument import Constants
from coequal.core.see.moved import (
    TAU,
    TOLD_FROM,
    Behind,
    Moved,
    behind_of,
    chance,
    moved_by,
    shrunk,
    variance,
)
from coequal.core.see.picture import Domain, Picture, more_of_a
from coequal.core.see.words import Word

ONCE_TOLD_FROM: Final = 2.5
"""So many sds of noise it takes over all areas, and in being heard: one look each."""

BY_CHANCE: Final = 0.04
"""Over all areas it is enough, too, that chance takes answers as far this seldom.

With all of it, of couples of whom nothing has changed 1 in 20 is told of a change."""

FEWEST_AREAS: Final = 3
"""So many areas it takes to say something over all of them."""

DIRECT_COUNTS: Final = 2
"""How often a direct answer counts beside a comparison of two ratings. It has the noise
of one answer where that has the noise of two."""

HEARD: Final = ("process.raise", "process.shape", "process.heard")
"""What being heard is read from: bringing things up, shaping them, changing them."""


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
    return tuple(_change(constants, *both) for both in _in_both(before, now))


def over_all(constants: Constants, before: Picture, now: Picture) -> Moved | None:
    """Return how far the difference (A less B) has changed over all areas.

    Everything counts by which somebody compared the two both times, by rating both or
    directly. None with fewer than `FEWEST_AREAS` in which somebody did.
    """
    found = [list(_compared(*both)) for both in _in_both(before, now)]
    spoken = [one for one in found if one]
    if len(spoken) < FEWEST_AREAS:
        return None
    moves = [move for one in spoken for move in one]
    counts = sum(move.counts for move in moves)
    steps = [move.counts * move.by for move in moves]
    # A comparison that counts once has the noise of two answers, as a difference has.
    noise, free = 2 * variance(constants) / counts, 2 * TAU**2
    behind = shrunk(sum(steps) / counts, noise, free)
    moved = moved_by(constants, behind, ONCE_TOLD_FROM)
    told = moved.told or chance(steps) <= BY_CHANCE
    word = Word.PROBABLY if told and moved.word is Word.EARLY else moved.word
    return replace(moved, told=told, word=word)


def heard(constants: Constants, before: Picture, now: Picture) -> Pair[Moved | None]:
    """Return how far it has changed how much each is heard, as they say themselves.

    It is read from the items of `HEARD` that somebody answered both times.
    """
    then, later = (
        {fact.id: fact.said for fact in (*one.process, *one.heard)}
        for one in (before, now)
    )
    asked = [one for one in HEARD if one in then and one in later]

    def of(person: Seat) -> Moved | None:
        steps = ((then[one][person], later[one][person]) for one in asked)
        behind = behind_of(constants, _known(steps))
        return _moved(constants, behind, ONCE_TOLD_FROM)

    return Pair(a=of(Seat.A), b=of(Seat.B))


def told(found: Iterable[Change]) -> tuple[tuple[str, Seat, Moved], ...]:
    """Return in which area whose say has changed, and how; surest first.

    Equally sure ones stand in the order of the areas, and within one area in the
    order of the seats.
    """
    spoken = [
        (change.area, seat, moved)
        for change in found
        for seat in Seat
        if (moved := change.say[seat]) is not None and moved.told
    ]
    return tuple(sorted(spoken, key=lambda one: -abs(one[2].sds)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparison:
    """By how much one comparison moved towards A, and how often it counts."""

    by: int
    counts: int


def _in_both(before: Picture, now: Picture) -> list[tuple[Domain, Domain]]:
    """Pair the areas that stand in both pictures, in the order of the later."""
    earlier = {domain.id: domain for domain in before.domains}
    return [(earlier[one.id], one) for one in now.domains if one.id in earlier]


def _change(constants: Constants, before: Domain, now: Domain) -> Change:
    a, b = (
        behind_of(
            constants,
            _known((before.said[by][person], now.said[by][person]) for by in Seat),
        )
        for person in Seat
    )
    return Change(
        area=now.id,
        say=Pair(a=a, b=b).map(lambda one: _moved(constants, one, TOLD_FROM)),
        difference=_moved(constants, a - b if a and b else None, TOLD_FROM),
    )


def _moved(
    constants: Constants, behind: Behind | None, told_from: float
) -> Moved | None:
    return None if behind is None else moved_by(constants, behind, told_from)


def _compared(before: Domain, now: Domain) -> Iterator[_Comparison]:
    """Yield how far each comparison of the two moved that was made both times."""
    for by in Seat:
        for move in _known([(more_of_a(before.said[by]), more_of_a(now.said[by]))]):
            yield _Comparison(by=move, counts=1)
        for move in _known([(before.direct[by], now.direct[by])]):
            yield _Comparison(by=move, counts=DIRECT_COUNTS)


def _known(both: Iterable[tuple[int | None, int | None]]) -> list[int]:
    """Return how far each answer moved, of those given twice."""
    return [
        later - earlier
        for earlier, later in both
        if earlier is not None and later is not None
    ]
