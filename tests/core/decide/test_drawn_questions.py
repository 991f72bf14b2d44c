"""From entries to questions: total, the same in any order, and alike for both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decide.entries_said import (
    ASKED,
    both,
    counted,
    taken_back,
    vote,
)
from tests.core.two.said import (
    SEATS,
    Said,
    Scene,
    across,
    each,
    meets,
    refs,
    saids,
    scenes,
    some,
    to,
)

from coequal.core.decide.entries import (
    Option,
    Proposal,
    Question,
    Retraction,
    Vote,
)
from coequal.core.decide.question_state import (
    QuestionState,
    Written,
    question_states,
    when_settled,
)
from coequal.core.people import Seat
from coequal.core.two.offers import Offer

# Entries of every kind that name one another at random, mostly unlawfully.


def asked(until: int, options: int) -> Question:
    named = tuple(f"option {number}" for number in range(options))
    return replace(ASKED, until=until, options=named)


TO_QUESTION = to("q", most=1)
BALLOTS = st.builds(
    Vote,
    question=refs("q", 1),
    added=st.lists(refs("o", 1), max_size=2).map(tuple),
    scores=st.lists(st.integers(0, 5), min_size=1, max_size=3).map(tuple),
    stake=st.integers(0, 3),
    cannot=st.lists(st.integers(0, 3), max_size=1).map(tuple),
    reason=st.just(""),
)
PROPOSALS = st.builds(
    Proposal,
    option=st.integers(-2, 4),
    text=st.sampled_from(["option 0", "option 1", "else"]),
)
OPTIONS = saids("o", st.builds(Option, text=st.sampled_from("xy")), answers=TO_QUESTION)


def written(
    proposed: st.SearchStrategy[Scene[Proposal]], **more: st.SearchStrategy[Any]
) -> st.SearchStrategy[Written]:
    return st.builds(
        lambda scene, **lists: Written(
            proposals=scene.offered, replies=scene.replies, **lists
        ),
        scene=proposed,
        **more,
    )


QUESTIONS = st.builds(asked, st.integers(0, 5), st.integers(1, 2))
WILD = written(
    scenes(PROPOSALS, about=TO_QUESTION),
    questions=saids(
        "q", st.builds(asked, st.integers(0, 5), st.integers(1, 2)), most=2
    ),
    options=OPTIONS,
    retractions=saids("r", st.just(Retraction()), answers=TO_QUESTION),
    votes=saids("v", BALLOTS, is_open=st.booleans()),
)


def ballots(
    mine: tuple[int, int], theirs: tuple[int, int], is_open: tuple[bool, bool]
) -> list[Said[Vote]]:
    return [
        replace(one, entry=replace(one.entry, question=b"q0"), open=is_open[number])
        for number, one in enumerate(both(vote(*mine), vote(*theirs)))
    ]


SCORES = st.tuples(st.integers(0, 4), st.integers(0, 4))
BACK = taken_back(to=b"q0")
TIDY = written(
    scenes(
        st.sampled_from([Proposal(option=n, text=f"option {n}") for n in range(2)]),
        about=st.just((b"q0",)),
    ),
    questions=saids("q", st.just(asked(0, 2)), least=1, most=1),
    options=st.one_of(st.just([]), OPTIONS),
    retractions=st.sampled_from([[], [], [BACK], [BACK.across]]),
    votes=st.builds(
        ballots,
        SCORES,
        SCORES,
        st.sampled_from([(True, True), (True, True), (False, True), (False, False)]),
    ),
)
EVERYTHING = st.one_of(WILD, TIDY)
"""What is drawn freely hardly ever fits its question, so that nothing would open."""


@pytest.mark.parametrize(
    "case",
    [
        lambda state: state.votes is not None,
        lambda state: state.mine is not None,
        lambda state: state.before is not None,
        lambda state: state.retracted,
        lambda state: state.settled is not None,
        lambda state: state.decided is not None,
    ],
)
def test_drawn_questions_meet_each_state(case: Callable[[QuestionState], bool]) -> None:
    meets(EVERYTHING, lambda drawn: any(map(case, question_states(drawn, Seat.B))))


@given(written=EVERYTHING, seat=SEATS, data=st.data())
def test_any_subset_in_any_order_folds_alike(
    written: Written, seat: Seat, data: st.DataObject
) -> None:
    subset = each(written, lambda said: some(data.draw, said))
    shuffled = each(subset, lambda said: data.draw(st.permutations(said)))

    found = question_states(shuffled, seat)

    assert found == question_states(subset, seat)
    assert {one.ref for one in found} == {one.ref for one in subset.questions}
    assert counted(found) == counted(reversed(found))
    for one in found:
        assert one.decided is None or one.settled is not None


def only_open(written: Written) -> Written:
    return each(written, lambda said: [one for one in said if one.open])


@given(written=EVERYTHING, seat=SEATS)
def test_both_read_the_same_of_what_is_open(written: Written, seat: Seat) -> None:
    open_ = only_open(written)

    assert question_states(open_, seat) == question_states(across(open_), seat.other)


@given(written=EVERYTHING, seat=SEATS)
def test_a_question_and_a_ballot_are_of_who_wrote_them(
    written: Written, seat: Seat
) -> None:
    raised = {one.ref: seat if one.mine else seat.other for one in written.questions}
    cast = {
        by: [
            one.entry for one in written.votes if one.open and one.mine is (by is seat)
        ]
        for by in Seat
    }
    for state in question_states(written, seat):
        assert state.by is raised[state.ref]
        assert state.votes is None or all(state.votes[by] in cast[by] for by in Seat)


@given(written=EVERYTHING, seat=SEATS)
def test_exchanging_the_two_mirrors_every_question(
    written: Written, seat: Seat
) -> None:
    found = question_states(written, seat)

    assert question_states(written, seat.other) == tuple(mirrored(one) for one in found)


def mirrored(state: QuestionState) -> QuestionState:
    return replace(
        state,
        by=state.by.other,
        votes=state.votes and state.votes.mirrored,
        proposals=tuple(turned(one) for one in state.proposals),
        settled=state.settled and turned(state.settled),
    )


def turned(offer: Offer[Proposal]) -> Offer[Proposal]:
    undoing = {by.other: ref for by, ref in offer.undoing.items()}
    return replace(offer, by=offer.by.other, undoing=undoing)


@given(written=EVERYTHING, seat=SEATS)
def test_what_is_closed_changes_nothing_but_ones_own_part(
    written: Written, seat: Seat
) -> None:
    found = question_states(written, seat)
    assert question_states(only_open(written), seat) == tuple(
        replace(one, mine=None, before=None) for one in found
    )


@given(written=EVERYTHING, seat=SEATS)
def test_what_settles_is_the_first_yes_to_a_proposal_that_stands(
    written: Written, seat: Seat
) -> None:
    for state in question_states(written, seat):
        assert not any(one.undone for one in state.proposals)
        agreed = [one for one in state.proposals if not one.open]
        assert (state.settled is not None) is bool(agreed)
        if state.settled is not None:
            assert state.settled in agreed
            first = min((one.agreed.at, one.agreed.ref) for one in agreed)
            assert when_settled(state) == first


@given(written=EVERYTHING, seat=SEATS)
def test_what_opens_was_weighed_by_each_on_one_list(
    written: Written, seat: Seat
) -> None:
    for state in question_states(written, seat):
        if state.votes is not None:
            assert state.votes.a.added == state.votes.b.added == state.added
            lengths = {len(one.scores) for one in (state.votes.a, state.votes.b)}
            assert lengths == {len(state.options)}


@given(written=EVERYTHING, seat=SEATS)
def test_only_its_raiser_takes_a_question_back_and_only_until_it_opens(
    written: Written, seat: Seat
) -> None:
    lawful = {
        asked.ref
        for asked in written.questions
        for one in written.retractions
        if asked.ref in one.answers and one.mine is asked.mine
    }
    for state in question_states(written, seat):
        assert state.retracted is (state.ref in lawful and state.votes is None)
        if state.retracted:
            assert state.proposals == ()
            assert state.settled is state.decided is None
