from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from tests.core.decide.drawn import (
    both,
    memories,
    of,
)

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.memory import BLANK, Decided, Memory, remember
from coequal.core.decide.outcomes import suggest
from coequal.core.decide.reasons import (
    Lever,
    Otherwise,
    Reason,
    Why,
    otherwise,
    reasons,
)
from coequal.core.people import Pair, Seat

OPPOSED = Pair(a=of(4, 3, 0, stake=2), b=of(0, 3, 4, stake=2))


def turned(found: Iterable[Reason | Otherwise]) -> set[Reason | Otherwise]:
    return {replace(one, seat=one.seat and one.seat.other) for one in found}


def why(ballots: Pair[Ballot], memory: Memory = BLANK) -> list[tuple[Why, Seat | None]]:
    return [(one.why, one.seat) for one in reasons(memory, ballots)]


@given(memories(), both())
def test_exchanging_the_two_mirrors_what_speaks_for_it(
    memory: Memory, ballots: Pair[Ballot]
) -> None:
    there = memory.mirrored, ballots.mirrored

    assert set(reasons(*there)) == turned(reasons(memory, ballots))
    assert set(otherwise(*there)) == turned(otherwise(memory, ballots))


@given(memories(), both(cannot=False))
def test_each_change_leads_to_what_it_says(
    memory: Memory, ballots: Pair[Ballot]
) -> None:
    now = suggest(memory, ballots)
    for change in otherwise(memory, ballots):
        assert change.suggestion != now
        if change.lever is Lever.MEMORY:
            fresh = replace(memory, balance=BLANK.balance)
            assert suggest(fresh, ballots) == change.suggestion
            continue
        assert change.seat is not None
        assert change.to is not None
        mine = ballots[change.seat]
        if change.option is None:
            changed = replace(mine, stake=change.to)
        else:
            scores = list(mine.scores)
            scores[change.option] = change.to
            changed = replace(mine, scores=tuple(scores))
        both_now = (
            replace(ballots, a=changed)
            if change.seat is Seat.A
            else replace(ballots, b=changed)
        )
        assert suggest(memory, both_now) == change.suggestion


def test_where_nothing_is_acceptable_it_says_so() -> None:
    none = Pair(a=of(4, 0, cannot=(0, 1)), b=of(0, 4))

    assert why(none) == [(Why.NOTHING, None)]
    assert otherwise(BLANK, none) == ()


def test_the_only_one_left_needs_no_other_reason() -> None:
    assert why(Pair(a=of(4, 0, cannot=(0,)), b=of(0, 4))) == [(Why.ONLY, None)]


def test_a_first_choice_of_both_needs_no_other_reason() -> None:
    assert why(Pair(a=of(4, 4, 0), b=of(0, 4, 2))) == [(Why.BOTH_FIRST, None)]


def test_who_has_no_preference_is_named() -> None:
    nobody = Pair(a=of(1, 1), b=of(2, 2))

    assert why(Pair(a=of(1, 1), b=of(0, 2))) == [(Why.NO_PREFERENCE, Seat.A)]
    assert why(nobody) == [
        (Why.NO_PREFERENCE, Seat.A),
        (Why.NO_PREFERENCE, Seat.B),
        (Why.TIED, None),
    ]


def test_ties_are_told() -> None:
    assert why(Pair(a=of(4, 0), b=of(0, 4))) == [(Why.LEAST, None), (Why.TIED, None)]


def test_to_whom_it_matters_more_is_named_where_it_rests_on_that() -> None:
    a_cares, b_cares = (
        Pair(a=of(4, 0, stake=3), b=of(0, 4, stake=1)),
        Pair(a=of(4, 0, stake=1), b=of(0, 4, stake=3)),
    )

    assert why(a_cares) == [(Why.LEAST, None), (Why.MATTERS_MORE, Seat.A)]
    assert why(b_cares) == [(Why.LEAST, None), (Why.MATTERS_MORE, Seat.B)]
    assert why(OPPOSED) == [(Why.LEAST, None)]


def test_who_gave_way_lately_is_named_where_it_rests_on_that() -> None:
    mine = Pair(a=of(4, 0), b=of(0, 4))
    to_a = remember([Decided(ballots=mine, outcome=0)] * 9)
    to_b = remember([Decided(ballots=mine, outcome=1)] * 9)

    assert why(mine, to_a) == [(Why.LEAST, None), (Why.GAVE_WAY, Seat.B)]
    assert why(mine, to_b) == [(Why.LEAST, None), (Why.GAVE_WAY, Seat.A)]
    assert Lever.MEMORY in {one.lever for one in otherwise(to_a, mine)}
