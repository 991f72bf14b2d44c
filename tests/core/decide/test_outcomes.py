from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.decide.drawn import (
    ballot,
    both,
    memories,
    of,
)

from coequal.core.decide.ballot import Ballot, check_ballot
from coequal.core.decide.constants import GLAD, HIGHEST, MIDDLE
from coequal.core.decide.memory import BLANK, Memory
from coequal.core.decide.outcomes import Outcome, outcome, suggest
from coequal.core.decide.weighing import place, weigh
from coequal.core.people import Pair
from coequal.errors import Refused


@pytest.mark.parametrize(
    "wrong",
    [
        of(1, 2, 3),
        of(1, HIGHEST + 1),
        of(-1, 2),
        of(1, 2, stake=4),
        of(1, 2, stake=-1),
        of(1, 2, cannot=(2,)),
    ],
)
def test_a_ballot_that_does_not_fit_its_list_is_refused(wrong: Ballot) -> None:
    with pytest.raises(Refused):
        check_ballot(wrong, options=2)


@given(ballot(3))
def test_a_ballot_that_fits_is_taken_as_it_is(given_in: Ballot) -> None:
    assert check_ballot(given_in, options=3) is given_in


@given(memories(), both())
def test_exchanging_the_two_changes_no_suggestion(
    memory: Memory, ballots: Pair[Ballot]
) -> None:
    found = outcome(memory, ballots)
    mirrored = outcome(memory.mirrored, ballots.mirrored)

    assert mirrored == replace(found, gives_up=found.gives_up.mirrored)


@given(memories(), both(cannot=False), st.data())
def test_giving_an_option_more_never_makes_it_less_suggested(
    memory: Memory, ballots: Pair[Ballot], data: st.DataObject
) -> None:
    option = data.draw(st.sampled_from(suggest(memory, ballots)))
    mine = ballots.a.scores
    more = data.draw(st.integers(mine[option], HIGHEST))
    raised = replace(ballots.a, scores=(*mine[:option], more, *mine[option + 1 :]))

    assert option in suggest(memory, replace(ballots, a=raised))


@given(
    memories(),
    both(cannot=False),
    st.sampled_from([(1, 1), (2, 0), (3, 7)]),
)
def test_only_the_own_scale_counts_for_what_is_given_up(
    memory: Memory, ballots: Pair[Ballot], scale: tuple[int, int]
) -> None:
    wider = replace(
        ballots.a, scores=tuple(scale[0] * one + scale[1] for one in ballots.a.scores)
    )

    here, there = outcome(memory, ballots), outcome(memory, replace(ballots, a=wider))

    assert (here.gives_up, here.compromise) == (there.gives_up, there.compromise)


@given(memories(), both())
def test_what_somebody_cannot_live_with_is_never_proposed(
    memory: Memory, ballots: Pair[Ballot]
) -> None:
    found = outcome(memory, ballots)
    gone = ballots.a.cannot | ballots.b.cannot

    for named in (found.acceptable, found.suggestion, found.compromise):
        assert not gone & set(named)
    assert bool(found.suggestion) == bool(found.compromise)
    assert bool(found.suggestion) == (bool(found.acceptable) and not found.talk)
    assert gone or not found.talk


@given(memories(), both())
@example(BLANK, Pair(a=of(4, 2, 0, stake=0), b=of(4, 4, 0)))
@example(BLANK, Pair(a=of(4, 2, 0), b=of(2, 2, 4)))
def test_nothing_is_proposed_that_another_option_is_better_than_for_both(
    memory: Memory, ballots: Pair[Ballot]
) -> None:
    found = outcome(memory, ballots)
    a, b = ballots.a.scores, ballots.b.scores

    for mine, other in product(
        {*found.suggestion, *found.compromise}, found.acceptable
    ):
        assert not (a[other] > a[mine] and b[other] >= b[mine])
        assert not (b[other] > b[mine] and a[other] >= a[mine])


def standing(found: Outcome) -> list[int]:
    return [one for one in found.acceptable if one not in found.dominated]


@given(memories(), both())
@example(BLANK, Pair(a=of(4, 2, 0), b=of(0, 2, 4)))
def test_the_compromise_is_best_for_the_one_worse_off(
    memory: Memory, ballots: Pair[Ballot]
) -> None:
    found = outcome(memory, ballots)
    worst = {
        one: max(found.gives_up.a[one], found.gives_up.b[one])
        for one in found.acceptable
    }

    for one in found.compromise:
        assert worst[one] == min(worst[other] for other in standing(found))


def test_all_tied_options_are_named() -> None:
    opposed = outcome(BLANK, Pair(a=of(HIGHEST, 0), b=of(0, HIGHEST)))

    assert opposed.suggestion == opposed.compromise == (0, 1)


def test_of_tied_options_the_one_that_is_better_for_the_one_worse_off_is_named() -> (
    None
):
    assert suggest(BLANK, Pair(a=of(2, 1, 0), b=of(0, 1, 2))) == (1,)


def test_what_both_would_be_happy_with_comes_before_anything_weighed() -> None:
    """Hills are worth more by the weights: to A everything, to B almost nothing."""
    hills, sea = 0, 1
    ballots = Pair(a=of(HIGHEST, GLAD, 0, stake=3), b=of(0, GLAD, HIGHEST, stake=1))
    found = outcome(BLANK, ballots)

    assert found.suggestion == (sea,)
    assert found.glad
    no_bottom = Pair(a=of(HIGHEST, GLAD, 4, stake=3), b=of(1, GLAD, HIGHEST, stake=1))
    assert suggest(BLANK, no_bottom) == (sea,)
    less = replace(ballots, b=replace(ballots.b, scores=(0, GLAD - 1, HIGHEST)))
    assert not outcome(BLANK, less).glad
    one_step = replace(less, b=replace(less.b, scores=(1, MIDDLE, HIGHEST)))
    assert suggest(BLANK, one_step) == (hills,)


def test_what_one_puts_at_the_bottom_is_not_suggested_while_both_are_fine_with_more() -> (  # noqa: E501  a sentence
    None
):
    bottom, fine = 0, 1
    ballots = Pair(a=of(HIGHEST, MIDDLE, stake=3), b=of(0, HIGHEST, stake=1))
    assert suggest(BLANK, ballots) == (fine,)
    less = replace(ballots, a=of(HIGHEST, MIDDLE - 1, stake=3))
    assert suggest(BLANK, less) == (bottom,)


@given(memories(), both())
def test_no_rule_above_the_weights_is_ever_broken(
    memory: Memory, ballots: Pair[Ballot]
) -> None:
    found = outcome(memory, ballots)
    less = {
        one: min(ballots.a.scores[one], ballots.b.scores[one])
        for one in found.acceptable
    }
    both_glad = {one for one, given in less.items() if given >= GLAD}
    assert found.glad == bool(both_glad and found.suggestion)
    if both_glad:
        assert set(found.suggestion) <= both_glad
    elif max(less.values(), default=0) >= MIDDLE and found.suggestion:
        assert all(less[one] > 0 for one in found.suggestion)


def test_to_whom_it_matters_more_has_more_weight() -> None:
    assert suggest(BLANK, Pair(a=of(4, 0, stake=2), b=of(0, 4, stake=1))) == (0,)
    assert suggest(BLANK, Pair(a=of(4, 0, stake=0), b=of(0, 4, stake=1))) == (1,)


def test_where_it_matters_to_neither_both_count_alike() -> None:
    nobody = Pair(a=of(4, 3, 0, stake=0), b=of(0, 3, 4, stake=0))

    assert suggest(BLANK, nobody) == (1,)


def test_who_finds_all_alike_leaves_the_choice_to_the_other() -> None:
    found = outcome(BLANK, Pair(a=of(2, 2, 2, stake=3), b=of(0, 4, 1)))

    assert found.suggestion == found.compromise == (1,)
    assert found.dominated == (0, 2)
    assert set(found.gives_up.a.values()) == {0.0}


def test_where_nothing_is_acceptable_nothing_is_proposed() -> None:
    found = outcome(BLANK, Pair(a=of(4, 0, cannot=(1,)), b=of(0, 4, cannot=(0,))))

    assert found.acceptable == found.suggestion == found.compromise == ()
    assert found.gives_up == Pair(a={}, b={})


def test_ruling_something_out_gives_nobody_another_scale() -> None:
    """What each gives up is told beside what they would have had."""
    found = outcome(BLANK, Pair(a=of(4, 2, 0), b=of(0, 4, 1, cannot=(0,))))

    assert found.acceptable == (1, 2)
    assert found.gives_up.a == {1: 0.5, 2: 1.0}


def test_where_one_is_left_it_is_not_weighed_and_not_suggested() -> None:
    found = outcome(BLANK, Pair(a=of(4, 3, 0), b=of(4, 3, 0, cannot=(0, 2))))

    assert found.acceptable == (1,)
    assert found.talk
    assert found.suggestion == found.compromise == ()


def test_where_only_poor_ones_are_left_it_is_left_to_talk() -> None:
    """B wants 1, which A rules out, and nothing is left that both are fine with."""
    ballots = Pair(a=of(4, 0, 1, cannot=(1,)), b=of(0, 4, 1, stake=3))
    assert outcome(BLANK, ballots).talk
    fine = replace(ballots, b=replace(ballots.b, scores=(MIDDLE, 4, 1)))
    found = outcome(BLANK, fine)
    assert not found.talk
    assert found.suggestion == (0,)


@given(memories(), both(cannot=False))
def test_a_cannot_that_takes_nothing_away_changes_nothing(
    memory: Memory, drawn: Pair[Ballot]
) -> None:
    """One's own bottom mark, of something that nobody would choose."""
    ballots = drawn.map(lambda one: replace(one, scores=(*one.scores, 1, 0)))
    last = len(ballots.a.scores) - 1
    barred = replace(ballots, a=replace(ballots.a, cannot=frozenset({last})))

    assert suggest(memory, barred) == suggest(memory, ballots)


@given(both(), st.data())
def test_the_place_of_an_outcome_turns_with_the_seats(
    ballots: Pair[Ballot], data: st.DataObject
) -> None:
    option = data.draw(st.integers(0, len(ballots.a.scores) - 1))
    here = place(weigh(ballots), option)
    there = place(weigh(ballots.mirrored), option)

    if here is None:
        assert there is None
    else:
        assert there == replace(here, tilt=-here.tilt)
        assert -1 <= here.tilt <= 1
        assert 0 < here.apart <= 1


def test_the_place_is_at_the_ends_with_the_best_of_either() -> None:
    weighed = weigh(Pair(a=of(4, 2, 0), b=of(0, 2, 4)))

    tilts = [found.tilt for one in range(3) if (found := place(weighed, one))]

    assert tilts == [1.0, 0.0, -1.0]


@pytest.mark.parametrize(
    ("a", "b", "option"),
    [
        (of(4, 4, 0), of(0, 4, 3), 0),
        (of(2, 2, 2), of(0, 4, 3), 1),
        (of(0, 4, 3), of(2, 2, 2), 1),
        (of(4, 2, 0, cannot=(2,)), of(0, 4, 3), 2),
    ],
    ids=["first choices meet", "all alike to A", "all alike to B", "ruled out"],
)
def test_some_outcomes_say_nothing_of_whose_wish_it_was(
    a: Ballot, b: Ballot, option: int
) -> None:
    assert place(weigh(Pair(a=a, b=b)), option) is None
