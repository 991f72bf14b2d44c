"""More stake never gives anybody less, and one past is never told in two ways."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import HIGHEST, MOST, SAME
from coequal.core.decide.memory import Decided, Memory, remember
from coequal.core.decide.outcomes import suggest
from coequal.core.decide.reasons import Why, reasons
from coequal.core.decide.weighing import weigh
from coequal.core.people import Pair, Seat

HISTORIES = 4_000


def drawn(random: Random, options: int) -> Ballot:
    return Ballot(
        scores=tuple(random.randint(0, HIGHEST) for _ in range(options)),
        stake=random.randint(0, MOST),
    )


def both(random: Random) -> Pair[Ballot]:
    options = random.randint(2, 4)
    return Pair(a=drawn(random, options), b=drawn(random, options))


def history(random: Random) -> Memory:
    """What is remembered of up to twelve questions, settled one way or another."""
    asked = (both(random) for _ in range(random.randint(0, 12)))
    return remember(
        Decided(ballots=one, outcome=random.randrange(len(one.a.scores)))
        for one in asked
    )


def marked(ballots: Pair[Ballot], seat: Seat, stake: int) -> Pair[Ballot]:
    more = replace(ballots[seat], stake=stake)
    if seat is Seat.A:
        return replace(ballots, a=more)
    return replace(ballots, b=more)


def test_more_stake_never_gives_less() -> None:
    """Neither the worst nor the best of what is named becomes worse for who marks."""
    random = Random(17)
    for _ in range(HISTORIES):
        memory, ballots = history(random), both(random)
        worth = weigh(ballots).worth
        for seat in Seat:
            mine = worth[seat]
            before = [
                [mine[one] for one in suggest(memory, marked(ballots, seat, stake))]
                for stake in range(MOST + 1)
            ]
            for less, more in pairwise(before):
                assert max(less) <= min(more) + SAME or less == more


def test_one_past_is_never_told_in_two_ways() -> None:
    random = Random(5)
    for _ in range(HISTORIES // 10):
        memory = history(random)
        told = {
            one.seat
            for ballots in (both(random) for _ in range(10))
            for one in reasons(memory, ballots)
            if one.why is Why.GAVE_WAY
        }
        assert len(told) <= 1


def test_the_case_that_was_found_is_told_the_same_way() -> None:
    """The same for 2 and for 3: before, the one was rewarded and told the opposite."""
    once = Pair(
        a=Ballot(scores=(HIGHEST, 0), stake=2), b=Ballot(scores=(0, HIGHEST), stake=2)
    )
    loud = once.map(lambda one: replace(one, stake=3))
    memory = remember(
        [
            Decided(ballots=once, outcome=1),
            Decided(ballots=once, outcome=1),
            Decided(ballots=loud, outcome=0),
        ]
    )
    more, less = loud, marked(loud, Seat.A, 2)
    assert max(suggest(memory, more)) <= min(suggest(memory, less))
    told = [
        {one.seat for one in reasons(memory, ballots) if one.why is Why.GAVE_WAY}
        for ballots in (more, less)
    ]
    assert len(told[0] | told[1]) <= 1
