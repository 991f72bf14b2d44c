"""Drawn ballots and histories, shared by the tests of the room."""

from __future__ import annotations

from hypothesis import strategies as st

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import HIGHEST
from coequal.core.decide.memory import Decided, Memory, remember
from coequal.core.people import Pair


@st.composite
def ballot(draw: st.DrawFn, options: int, *, cannot: bool = True) -> Ballot:
    barred = st.frozensets(st.integers(0, options - 1), max_size=options)
    return Ballot(
        scores=draw(st.tuples(*[st.integers(0, HIGHEST)] * options)),
        stake=draw(st.integers(0, 3)),
        cannot=draw(st.one_of(st.just(frozenset()), barred)) if cannot else frozenset(),
    )


@st.composite
def both(draw: st.DrawFn, *, cannot: bool = True, most: int = 4) -> Pair[Ballot]:
    options = draw(st.integers(1, most))
    return Pair(
        a=draw(ballot(options, cannot=cannot)), b=draw(ballot(options, cannot=cannot))
    )


@st.composite
def settled(draw: st.DrawFn) -> Decided:
    ballots = draw(both())
    return Decided(
        ballots=ballots,
        outcome=draw(st.integers(0, len(ballots.a.scores) - 1)),
    )


histories = st.lists(settled(), max_size=6)


def memories() -> st.SearchStrategy[Memory]:
    return histories.map(remember)


def of(*scores: int, stake: int = 1, cannot: tuple[int, ...] = ()) -> Ballot:
    return Ballot(scores=scores, stake=stake, cannot=frozenset(cannot))


def turned(decided: Decided) -> Decided:
    return Decided(ballots=decided.ballots.mirrored, outcome=decided.outcome)
