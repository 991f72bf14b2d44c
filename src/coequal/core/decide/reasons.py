"""Why an outcome is suggested, and what would have to change for another one.

Facts only; their sentences are written where they are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import HIGHEST, MOST, USUAL_FROM
from coequal.core.decide.memory import BLANK, Memory, carried, own_weights
from coequal.core.decide.outcomes import suggest
from coequal.core.decide.weighing import Weighed, weigh
from coequal.core.people import Pair, Seat


class Why(StrEnum):
    """What speaks for a suggestion."""

    NOTHING = "nothing is acceptable to both"
    ONLY = "it is the only one on the list"
    ONE_LEFT = "one is left that both can live with, so that there is nothing to weigh"
    RULED_OUT = (
        "what would have been suggested is ruled out, and both are fine with none"
    )
    BOTH_FIRST = "it is a first choice of both"
    BOTH_GLAD = "both would be happy with it"
    BOTH_FINE = "somebody puts another at the bottom, and both are fine with this"
    NO_PREFERENCE = "all are alike to one of them"
    LEAST = "the least is given up, as it matters to each"
    ALIKE = "the least is given up, and it matters to neither"
    MATTERS_MORE = "it matters more to one of them"
    UNUSUAL = "it matters more to one of them than things usually do"
    GAVE_WAY = "one of them gave way more often lately"
    TIED = "several come out the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that speaks for a suggestion; `seat` is whom it is about, if one."""

    why: Why
    seat: Seat | None = None


class Lever(StrEnum):
    """What could be otherwise."""

    STAKE = "how much it matters"
    SCORE = "what an option is given"
    MEMORY = "what went before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """One change that leads to another suggestion.

    With `STAKE`, `to` is the stake it would take from this person; with `SCORE`,
    what they would have to give `option`; with `MEMORY`, nothing settled before
    would count. `suggestion` is what would be suggested then.
    """

    lever: Lever
    suggestion: tuple[int, ...]
    seat: Seat | None = None
    option: int | None = None
    to: int | None = None


def reasons(memory: Memory, ballots: Pair[Ballot]) -> tuple[Reason, ...]:
    """Return what speaks for the suggestion, the plainest first."""
    weighed = weigh(ballots)
    suggestion = suggest(memory, ballots)
    if not suggestion:
        left = {0: Why.NOTHING, 1: Why.ONE_LEFT}
        return (Reason(why=left.get(len(weighed.acceptable), Why.RULED_OUT)),)
    found = list(_plain(weighed, suggestion))
    if not found:
        found = [*_weighed(weighed, ballots), *_leaning(memory, ballots, suggestion)]
    if len(suggestion) > 1:
        found.append(Reason(why=Why.TIED))
    return tuple(found)


def _plain(weighed: Weighed, suggestion: tuple[int, ...]) -> Iterator[Reason]:
    """Yield what needs no weights to be said."""
    if len(weighed.acceptable) == 1:
        yield Reason(why=Why.ONLY)
    elif weighed.first.a & weighed.first.b & set(suggestion):
        yield Reason(why=Why.BOTH_FIRST)
    else:
        for seat in Seat:
            if not weighed.first[seat]:
                yield Reason(why=Why.NO_PREFERENCE, seat=seat)


def _weighed(weighed: Weighed, ballots: Pair[Ballot]) -> Iterator[Reason]:
    """Yield what was weighed against what."""
    if weighed.glad:
        yield Reason(why=Why.BOTH_GLAD)
        if len(weighed.glad) == 1:
            return
    elif weighed.fine and len(weighed.fine) < len(weighed.standing):
        yield Reason(why=Why.BOTH_FINE)
    at_all = ballots.a.stake or ballots.b.stake
    yield Reason(why=Why.LEAST if at_all else Why.ALIKE)


def _leaning(
    memory: Memory, ballots: Pair[Ballot], suggestion: tuple[int, ...]
) -> Iterator[Reason]:
    """Yield what made one voice count more, where the result rests on it."""
    a, b = own_weights(memory, ballots)
    alike = ballots.map(lambda one: replace(one, stake=1))
    fresh = replace(memory, asked=BLANK.asked)
    if a != b and suggestion != suggest(fresh, alike):
        yield from _more(memory, ballots, Seat.A if a > b else Seat.B)
    if suggestion != suggest(_without_balance(memory), ballots):
        lately = Seat.B if carried(memory) > 0 else Seat.A
        yield Reason(why=Why.GAVE_WAY, seat=lately)


def _more(memory: Memory, ballots: Pair[Ballot], seat: Seat) -> Iterator[Reason]:
    """Yield why one voice counts more, if it can be said in a sentence that is true."""
    if ballots[seat].stake > ballots[seat.other].stake:
        yield Reason(why=Why.MATTERS_MORE, seat=seat)
    elif memory.settled >= USUAL_FROM and _more_than_usual(memory, ballots, seat):
        yield Reason(why=Why.UNUSUAL, seat=seat)


def _more_than_usual(memory: Memory, ballots: Pair[Ballot], seat: Seat) -> bool:
    a, b = own_weights(memory, ballots)
    return (a if seat is Seat.A else b) > 1


def otherwise(memory: Memory, ballots: Pair[Ballot]) -> tuple[Otherwise, ...]:
    """Return the nearest changes that lead to another suggestion.

    For each person the nearest other stake, and for each option that is not
    suggested the least they would have to give it more; then the memory. Nothing where
    nothing is suggested: what somebody cannot live with is no matter of numbers.
    """
    now = suggest(memory, ballots)
    if not now:
        return ()
    found = [
        change
        for seat in Seat
        for change in (
            *_by_stake(memory, ballots, seat, now),
            *_by_score(memory, ballots, seat, now),
        )
    ]
    before = suggest(_without_balance(memory), ballots)
    if before != now:
        found.append(Otherwise(lever=Lever.MEMORY, suggestion=before))
    return tuple(found)


def _by_stake(
    memory: Memory, ballots: Pair[Ballot], seat: Seat, now: tuple[int, ...]
) -> Iterator[Otherwise]:
    """Yield the nearest stake that changes the result, the larger of two as near."""
    mine = ballots[seat]
    others = [stake for stake in range(MOST + 1) if stake != mine.stake]
    for stake in sorted(others, key=lambda one: (abs(one - mine.stake), -one)):
        then = suggest(memory, _with(ballots, seat, replace(mine, stake=stake)))
        if then != now:
            yield Otherwise(lever=Lever.STAKE, suggestion=then, seat=seat, to=stake)
            return


def _by_score(
    memory: Memory, ballots: Pair[Ballot], seat: Seat, now: tuple[int, ...]
) -> Iterator[Otherwise]:
    mine = ballots[seat]
    for option in weigh(ballots).acceptable:
        if option in now:
            continue
        for score in range(mine.scores[option] + 1, HIGHEST + 1):
            scores = (*mine.scores[:option], score, *mine.scores[option + 1 :])
            changed = _with(ballots, seat, replace(mine, scores=scores))
            then = suggest(memory, changed)
            if option in then:
                yield Otherwise(
                    lever=Lever.SCORE,
                    suggestion=then,
                    seat=seat,
                    option=option,
                    to=score,
                )
                break


def _with(ballots: Pair[Ballot], seat: Seat, ballot: Ballot) -> Pair[Ballot]:
    if seat is Seat.A:
        return replace(ballots, a=ballot)
    return replace(ballots, b=ballot)


def _without_balance(memory: Memory) -> Memory:
    return replace(memory, balance=BLANK.balance)
