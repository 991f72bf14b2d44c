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
from coequal.core.decide.constants import USUAL_FROM
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

BY_THE_SEA = Pair(a=of(6, 5, 0, stake=2), b=of(0, 5, 6, stake=2))


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


def test_the_only_one_needs_no_other_reason() -> None:
    assert why(Pair(a=of(4), b=of(0))) == [(Why.ONLY, None)]


def test_where_there_is_nothing_to_weigh_it_says_why_and_no_number_changes_it() -> None:
    one_left = Pair(a=of(4, 0, cannot=(0,)), b=of(0, 4))
    poor = Pair(a=of(4, 0, 1, cannot=(1,)), b=of(0, 4, 1, stake=3))

    assert why(one_left) == [(Why.ONE_LEFT, None)]
    assert why(poor) == [(Why.RULED_OUT, None)]
    assert otherwise(BLANK, one_left) == otherwise(BLANK, poor) == ()


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


def test_what_both_would_be_happy_with_needs_no_weights() -> None:
    assert why(BY_THE_SEA) == [(Why.BOTH_GLAD, None)]
    two = Pair(a=of(6, 5, 0, stake=2), b=of(5, 6, 0, stake=1))
    assert why(two) == [
        (Why.BOTH_GLAD, None),
        (Why.LEAST, None),
        (Why.MATTERS_MORE, Seat.A),
    ]


def test_what_gave_way_to_something_both_are_fine_with_is_told() -> None:
    found = why(Pair(a=of(6, 3, stake=3), b=of(0, 6, stake=1)))
    assert found[0] == (Why.BOTH_FINE, None)


def test_where_it_matters_to_neither_nobody_is_said_to_mind() -> None:
    nobody = Pair(a=of(2, 1, 0, stake=0), b=of(0, 1, 2, stake=0))
    assert why(nobody) == [(Why.ALIKE, None)]


def test_nothing_is_said_of_what_is_usual_before_ten_are_settled() -> None:
    """B marks as much as A and asks for less as a rule: so B has more weight."""
    loud = Decided(ballots=Pair(a=of(4, 0, stake=3), b=of(0, 4, stake=1)), outcome=1)
    ballots = Pair(a=of(4, 0, stake=2), b=of(0, 4, stake=2))
    for settled in range(14):
        memory = replace(remember([loud] * settled), balance=0.0)
        told = {reason for reason, _ in why(ballots, memory)}
        assert (Why.UNUSUAL in told) == (settled >= USUAL_FROM)
    assert Why.MATTERS_MORE not in told


def test_who_gave_way_lately_is_named_where_it_rests_on_that() -> None:
    mine = Pair(a=of(4, 0), b=of(0, 4))
    to_a = remember([Decided(ballots=mine, outcome=0)] * 9)
    to_b = remember([Decided(ballots=mine, outcome=1)] * 9)

    assert why(mine, to_a) == [(Why.LEAST, None), (Why.GAVE_WAY, Seat.B)]
    assert why(mine, to_b) == [(Why.LEAST, None), (Why.GAVE_WAY, Seat.A)]
    assert Lever.MEMORY in {one.lever for one in otherwise(to_a, mine)}
