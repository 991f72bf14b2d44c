from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.decide.drawn import (
    both,
    histories,
    memories,
    of,
    settled,
    turned,
)

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import BOUND, LEAST_CLAIM
from coequal.core.decide.memory import (
    BLANK,
    Decided,
    Memory,
    carried,
    own_weights,
    remember,
    weights,
)
from coequal.core.decide.outcomes import suggest
from coequal.core.people import Pair

MINE = Pair(a=of(4, 0), b=of(0, 4))


def often(stake: int, times: int = 20, b: int | None = None) -> Memory:
    """Remember that it was A's wish again and again."""
    ballots = Pair(a=of(4, 0, stake=stake), b=of(0, 4, stake=stake if b is None else b))
    return remember([Decided(ballots=ballots, outcome=0)] * times)


def asks(a: int, b: int) -> Pair[Ballot]:
    return Pair(a=of(4, 0, stake=a), b=of(0, 4, stake=b))


@given(histories)
def test_exchanging_the_two_mirrors_the_memory(history: list[Decided]) -> None:
    assert remember(map(turned, history)) == remember(history).mirrored


@given(memories(), both())
@example(often(2), asks(2, 2))
def test_exchanging_the_two_mirrors_the_weights(
    memory: Memory, ballots: Pair[Ballot]
) -> None:
    mirrored = weights(memory.mirrored, ballots.mirrored)

    assert mirrored == weights(memory, ballots).mirrored


@given(memories())
@example(often(2))
def test_the_carry_over_is_bounded(memory: Memory) -> None:
    assert abs(carried(memory)) <= BOUND


@given(memories(), settled())
def test_the_balance_moves_by_no_more_than_the_smaller_weight(
    memory: Memory, decided: Decided
) -> None:
    after = memory.after(decided)
    moved = abs(after.balance - 0.9 * memory.balance)

    # The sum of two rounded numbers lies beside it by a last digit.
    most = min(own_weights(memory, decided.ballots)) + 1e-12
    assert after == memory or moved <= most


def test_what_mattered_to_one_alone_moves_no_balance() -> None:
    thrown = Decided(ballots=asks(0, 3), outcome=1)

    assert remember([thrown] * 9).balance == 0


@given(memories(), st.sampled_from([(3, 1), (2, 1)]))
def test_the_balance_alone_never_outweighs_twice_the_stake(
    memory: Memory, stakes: tuple[int, int]
) -> None:
    fresh = replace(memory, asked=BLANK.asked)

    assert suggest(fresh, asks(*stakes)) == (0,)
    assert suggest(fresh, asks(*stakes[::-1])) == (1,)


@given(memories(), both(cannot=False), st.data())
def test_what_was_got_by_a_cannot_is_remembered_as_by_a_bottom_mark(
    memory: Memory, ballots: Pair[Ballot], data: st.DataObject
) -> None:
    options = range(len(ballots.a.scores))
    outcome, ruled_out = (data.draw(st.sampled_from(options)) for _ in range(2))
    scores = list(ballots.a.scores)
    scores[ruled_out] = 0
    by_mark = replace(ballots, a=replace(ballots.a, scores=tuple(scores)))
    barred = replace(ballots.a, cannot=frozenset({ruled_out}))
    by_cannot = replace(ballots, a=barred)

    if outcome != ruled_out:
        here, there = (
            memory.after(Decided(ballots=one, outcome=outcome))
            for one in (by_mark, by_cannot)
        )
        assert here == there


def test_who_got_their_wish_by_a_cannot_has_less_weight_next_time() -> None:
    barred = Pair(a=of(4, 0, cannot=(1,)), b=of(0, 4))
    after = remember([Decided(ballots=barred, outcome=0)])

    assert after.balance > 0
    assert suggest(after, MINE) == (1,)


def test_who_gave_way_lately_has_a_little_more_weight() -> None:
    assert suggest(BLANK, MINE) == (0, 1)
    assert suggest(often(1), MINE) == (1,)


def test_the_balance_decays() -> None:
    meeting = Decided(ballots=Pair(a=of(4, 0), b=of(4, 0)), outcome=0)
    before = often(1)

    later = remember([Decided(ballots=MINE, outcome=0)] * 20 + [meeting] * 50)

    assert 0 < carried(later) < carried(before) / 10


def test_marking_everything_high_gives_no_more_weight() -> None:
    loud = often(stake=3, b=2)
    a, b = own_weights(loud, asks(3, 2))

    assert abs(a - b) < 0.2


def test_questions_that_matter_to_nobody_else_make_nobody_modest() -> None:
    thrown = Decided(ballots=asks(0, 0), outcome=1)

    assert remember([thrown] * 30).asked == BLANK.asked


def test_asking_for_little_for_long_makes_no_voice_very_large() -> None:
    quiet = remember([Decided(ballots=asks(0, 3), outcome=1)] * 200)

    assert quiet.asked.a.usual == LEAST_CLAIM


def test_a_question_with_nothing_to_give_up_says_nothing_of_what_one_asks_for() -> None:
    alike = Decided(ballots=Pair(a=of(2, 2, stake=3), b=of(0, 4)), outcome=1)

    assert BLANK.after(alike).asked.a == BLANK.asked.a
