"""What follows from two ballots: a suggestion, a compromise, and what each gives up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import SAME
from coequal.core.decide.memory import Memory, weights
from coequal.core.decide.weighing import Weighed, Worth, weigh
from coequal.core.people import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What two ballots come to. It proposes; an outcome needs both.

    Options by index, ascending; all tied ones stand in `suggestion` and in
    `compromise`. `glad` says that both would be happy with what is suggested. All are
    empty where nothing is acceptable to both, and where it is left to `talk`: what
    somebody cannot live with took away what would have been suggested, and nothing is
    left to weigh. `gives_up` is by acceptable option, for
    each person: 0 nothing, 1 all of their own scale.
    """

    acceptable: tuple[int, ...]
    dominated: tuple[int, ...]
    suggestion: tuple[int, ...]
    compromise: tuple[int, ...]
    glad: bool
    talk: bool
    gives_up: Pair[Worth]


def outcome(memory: Memory, ballots: Pair[Ballot]) -> Outcome:
    """Return what two ballots on one list come to, after what was settled before."""
    weighed = weigh(ballots)
    talk = to_talk(memory, ballots, weighed)
    return Outcome(
        acceptable=weighed.acceptable,
        dominated=weighed.dominated,
        suggestion=() if talk else _suggested(memory, ballots, weighed),
        compromise=() if talk else compromise(weighed),
        glad=bool(weighed.glad) and not talk,
        talk=talk,
        gives_up=weighed.worth.map(
            lambda worth: {one: 1 - worth[one] for one in weighed.acceptable}
        ),
    )


def to_talk(memory: Memory, ballots: Pair[Ballot], weighed: Weighed) -> bool:
    """Whether a "cannot" leaves nothing to weigh, so that it is left to talk.

    That is where it leaves one option; and where it took away what would have been
    suggested, and leaves nothing that both are at least fine with. One that changes
    nothing leaves nothing to talk either.
    """
    barred = ballots.a.cannot | ballots.b.cannot
    if not barred or len(weighed.acceptable) <= 1:
        return bool(barred) and len(weighed.acceptable) == 1
    if weighed.any_fine:
        return False
    numbers = ballots.map(lambda one: one.by_marks)
    return bool(barred & set(_suggested(memory, numbers, weigh(numbers))))


def suggest(memory: Memory, ballots: Pair[Ballot]) -> tuple[int, ...]:
    """Return the suggestion alone; of tied ones, the best for the one worse off."""
    weighed = weigh(ballots)
    if to_talk(memory, ballots, weighed):
        return ()
    return _suggested(memory, ballots, weighed)


def compromise(weighed: Weighed) -> tuple[int, ...]:
    """Return the options that are best for the one worse off."""
    a, b = weighed.worth.a, weighed.worth.b
    return _best(weighed.standing, lambda one: min(a[one], b[one]))


def _suggested(
    memory: Memory, ballots: Pair[Ballot], weighed: Weighed
) -> tuple[int, ...]:
    weight = weights(memory, ballots)
    a, b = weighed.worth.a, weighed.worth.b
    tied = _best(weighed.nameable, lambda one: weight.a * a[one] + weight.b * b[one])
    return _best(tied, lambda one: min(a[one], b[one]))


def _best(options: Iterable[int], value: Callable[[int], float]) -> tuple[int, ...]:
    values = {one: value(one) for one in options}
    enough = max(values.values(), default=0.0) - SAME
    return tuple(one for one, reached in values.items() if reached >= enough)
