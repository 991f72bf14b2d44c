"""From entries to questions: total, the same in any order, and alike for both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decide.entries_said import (
    ASKED,
    OPEN,
    QUESTION,
    Line,
    added,
    both,
    only,
    opened,
    proposal,
    taken_back,
    too,
    vote,
    wish,
    yes,
)

from coequal.core.decide.entries import (
    KINDS,
    NO_OPTION,
    Option,
    Proposal,
    Question,
    Retraction,
    Settled,
    Undoing,
    Undone,
    Vote,
)
from coequal.core.decide.question_state import (
    QuestionState,
    Written,
    ballot_of,
    question_states,
    settled,
)
from coequal.core.entry import Audience
from coequal.core.people import Pair, Seat

# Entries of every kind that name one another at random, mostly unlawfully.


def refs(name: str, most: int) -> st.SearchStrategy[bytes]:
    return st.integers(0, most).map(lambda number: f"{name}{number}".encode())


ALWAYS = st.just(value=True)


def lines(
    name: str,
    entry: st.SearchStrategy[Any],
    to: st.SearchStrategy[bytes],
    *,
    is_open: st.SearchStrategy[bool] = ALWAYS,
) -> st.SearchStrategy[list[Line[Any]]]:
    line = st.builds(
        Line,
        ref=refs(name, 3),
        entry=entry,
        answers=st.lists(to, max_size=2).map(tuple),
        at=st.integers(0, 3),
        mine=st.booleans(),
        open=is_open,
    )
    return st.lists(line, max_size=4, unique_by=lambda one: one.ref)


def asked(until: int, options: int) -> Question:
    named = tuple(f"option {number}" for number in range(options))
    return replace(ASKED, until=until, options=named)


BALLOTS = st.builds(
    Vote,
    question=refs("q", 1),
    added=st.lists(refs("o", 1), max_size=2).map(tuple),
    scores=st.lists(st.integers(0, 5), min_size=1, max_size=3).map(tuple),
    stake=st.integers(0, 3),
    cannot=st.lists(st.integers(0, 3), max_size=1).map(tuple),
    reason=st.just(""),
)
EVERYTHING = st.builds(
    Written,
    questions=lines(
        "q", st.builds(asked, st.integers(0, 5), st.integers(1, 2)), refs("q", 1)
    ),
    options=lines("o", st.builds(Option, text=st.sampled_from("xy")), refs("q", 1)),
    retractions=lines("r", st.just(Retraction()), refs("q", 1)),
    votes=lines("v", BALLOTS, refs("q", 1), is_open=st.booleans()),
    proposals=lines(
        "p",
        st.builds(
            Proposal,
            option=st.integers(-2, 4),
            text=st.sampled_from(["option 0", "option 1", "else"]),
        ),
        refs("q", 1),
    ),
    settled=lines("s", st.just(Settled()), refs("p", 3)),
    undoing=lines("u", st.just(Undoing()), refs("s", 3)),
    undone=lines("d", st.just(Undone()), refs("u", 3)),
)
SEATS = st.sampled_from(list(Seat))


def each(written: Written, change: Callable[[list[Line[Any]]], Any]) -> Written:
    """Change every list of what was written."""
    names = [one.name for one in fields(Written)]
    return Written(**{name: change(list(getattr(written, name))) for name in names})


@given(written=EVERYTHING, seat=SEATS, data=st.data())
def test_any_subset_in_any_order_folds_alike(
    written: Written, seat: Seat, data: st.DataObject
) -> None:
    subset = each(written, lambda lines: [x for x in lines if data.draw(st.booleans())])
    shuffled = each(subset, lambda lines: data.draw(st.permutations(lines)))

    found = question_states(shuffled, seat)

    assert found == question_states(subset, seat)
    assert {one.ref for one in found} == {line.ref for line in subset.questions}
    assert settled(found) == settled(reversed(found))
    for one in found:
        assert one.decided is None or one.settlement is not None


@given(written=EVERYTHING, seat=SEATS)
def test_both_read_the_same_of_what_is_open(written: Written, seat: Seat) -> None:
    open_ = each(written, lambda lines: [one for one in lines if one.open])
    theirs = each(
        open_, lambda lines: [replace(one, mine=not one.mine) for one in lines]
    )

    assert question_states(open_, seat) == question_states(theirs, seat.other)


@given(written=EVERYTHING, seat=SEATS)
def test_exchanging_the_two_mirrors_every_question(
    written: Written, seat: Seat
) -> None:
    found = question_states(written, seat)

    assert question_states(written, seat.other) == tuple(mirrored(one) for one in found)


def mirrored(state: QuestionState) -> QuestionState:
    done = state.settlement
    if done is not None:
        undoing = {by.other: ref for by, ref in done.undoing.items()}
        done = replace(done, undoing=undoing)
    return replace(
        state,
        by=state.by.other,
        votes=state.votes.mirrored if state.votes else None,
        proposals=tuple(replace(one, by=one.by.other) for one in state.proposals),
        settlement=done,
    )


@given(written=EVERYTHING, seat=SEATS)
def test_what_is_closed_changes_nothing_but_ones_own_part(
    written: Written, seat: Seat
) -> None:
    open_ = each(written, lambda lines: [one for one in lines if one.open])
    found = question_states(written, seat)
    assert question_states(open_, seat) == tuple(
        replace(one, mine=None, before=None) for one in found
    )


@given(written=EVERYTHING, seat=SEATS)
def test_only_a_yes_of_the_other_settles_and_only_an_undoing_by_both_ends_it(
    written: Written, seat: Seat
) -> None:
    proposals = {one.ref: one for one in written.proposals}
    for state in question_states(written, seat):
        done = state.settlement
        if done is None:
            continue
        (said,) = [one for one in written.settled if one.ref == done.ref]
        assert any(
            ref in proposals and proposals[ref].mine is not said.mine
            for ref in said.answers
        )
        wishes = [one for one in written.undoing if done.ref in one.answers]
        assert not [
            other
            for one in wishes
            for other in written.undone
            if one.ref in other.answers and one.mine is not other.mine
        ]


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
            assert state.settlement is state.decided is None


# A question, and what is closed.


def test_ballots_and_reviews_wait_and_ones_own_diary_is_for_nobody_else() -> None:
    names = {one.kind for one in KINDS}
    waiting = {one.kind for one in KINDS if one.audience is Audience.WAITING}
    alone = {one.kind for one in KINDS if one.audience is Audience.NOTES}
    assert waiting == {"vote", "review", "diary answer"}
    assert alone == {"own diary line", "own weighing"}
    assert len(names) == len(KINDS)


def test_questions_stand_by_age() -> None:
    late = Line(ref=b"a", entry=ASKED, at=2)
    early = Line(ref=b"z", entry=ASKED, at=1, mine=False)
    found = question_states(Written(questions=[late, early]), Seat.B)
    assert [one.ref for one in found] == [b"z", b"a"]
    assert [one.by for one in found] == [Seat.A, Seat.B]


def test_options_of_either_stand_behind_those_of_the_question() -> None:
    more = [added(b"2", "Elsewhere", at=2, mine=False), added(b"1", "Nowhere", at=1)]
    stray = Line(ref=b"3", entry=Option(text="Stray"), answers=(b"other",))
    state = only(Written(questions=[QUESTION], options=[*more, stray]))
    assert state.options == ("Here", "There", "Nowhere", "Elsewhere")
    assert state.added == (b"1", b"2")
    assert state.votes is state.ballots is state.decided is None
    assert state.off == frozenset()


def test_my_closed_ballot_is_mine_until_the_list_changes() -> None:
    mine = Line(ref=b"v", entry=vote(4, 0), open=False)
    state = only(Written(questions=[QUESTION], votes=[mine]))
    assert (state.mine, state.before) == (mine.entry, None)
    more = [added(b"1", "Elsewhere")]
    state = only(Written(questions=[QUESTION], options=more, votes=[mine]))
    assert (state.mine, state.before) == (None, mine.entry)


def test_a_changed_list_never_opens_an_old_ballot() -> None:
    more = [added(b"1", "Elsewhere")]
    old = Line(ref=b"va", entry=vote(4, 0))
    new = Line(ref=b"vb", entry=vote(4, 0, 1, added=(b"1",)), mine=False)
    written = Written(questions=[QUESTION], options=more, votes=[old, new])
    assert only(written).votes is None


def test_what_was_weighed_stays_the_list_that_was_opened() -> None:
    more = [added(b"1", "Elsewhere"), added(b"2", "Too late")]
    one = vote(4, 0, 1, added=(b"1",))
    written = Written(questions=[QUESTION], options=more, votes=both(one, one))
    state = only(written)
    assert state.options == ("Here", "There", "Elsewhere")
    assert state.votes == Pair(a=one, b=one)


@pytest.mark.parametrize(
    "bad",
    [
        vote(4),
        vote(4, 5),
        vote(4, 0, stake=4),
        vote(4, 0, cannot=(2,)),
        vote(4, 0, 1, added=(b"nowhere",)),
        vote(4, 0, 1, 1, added=(b"1", b"1")),
    ],
)
def test_a_ballot_that_does_not_fit_opens_nothing(bad: Vote) -> None:
    written = Written(
        questions=[QUESTION],
        options=[added(b"1", "Elsewhere")] if bad.added else [],
        votes=both(bad, bad),
    )
    assert only(written).votes is None


def test_two_ballots_of_one_person_open_nothing() -> None:
    twice = [replace(one, mine=True) for one in OPEN]
    assert only(Written(questions=[QUESTION], votes=twice)).votes is None


def test_a_deadline_ends_the_wait_and_not_what_is_open() -> None:
    question = replace(QUESTION, entry=replace(ASKED, until=100))
    closed = only(Written(questions=[question]))
    assert [closed.late(now) for now in (99, 100, 101)] == [False, False, True]
    assert not only(Written(questions=[question], votes=OPEN)).late(101)
    assert not only(Written(questions=[QUESTION])).late(101)


def test_what_was_taken_back_shows_to_both_alike_and_keeps_ones_own_ballot() -> None:
    mine = Line(ref=b"v", entry=vote(4, 0), open=False)
    written = Written(questions=[QUESTION], retractions=[taken_back()], votes=[mine])
    assert only(written).retracted
    assert only(written).mine == mine.entry
    theirs = Written(
        questions=[replace(QUESTION, mine=False)],
        retractions=[taken_back(mine=False)],
    )
    assert replace(only(theirs, Seat.B), mine=mine.entry) == only(written)


def test_nobody_takes_back_the_question_of_the_other_or_another_one() -> None:
    for stray in (taken_back(mine=False), taken_back(to=b"other")):
        written = Written(questions=[QUESTION], retractions=[stray])
        assert not only(written).retracted


def test_taking_back_what_is_open_changes_nothing() -> None:
    said = {"proposals": (HERE,), "settled": (yes(b"s", b"p"),)}
    assert opened(**said, retractions=(taken_back(),)) == opened(**said)


def test_words_about_a_question_that_was_taken_back_settle_nothing() -> None:
    state = only(
        Written(
            questions=[QUESTION],
            retractions=[taken_back()],
            proposals=[HERE],
            settled=[yes(b"s", b"p")],
        )
    )
    assert (state.proposals, state.settlement) == ((), None)


# What both hold to.


def test_a_yes_to_ones_own_words_settles_nothing() -> None:
    mine = proposal(b"p", "Here", option=0)
    assert (
        opened(proposals=(mine,), settled=(yes(b"s", b"p", mine=True),)).decided is None
    )
    assert opened(proposals=(mine,), settled=(yes(b"s", b"gone"),)).settlement is None
    done = opened(proposals=(mine,), settled=(yes(b"s", b"p"),))
    assert done.settlement is not None
    assert (done.settlement.text, done.settlement.ref) == ("Here", b"s")
    assert done.decided is not None
    assert done.decided.outcome == 0
    assert done.decided.ballots == Pair(a=OPEN[0].entry, b=OPEN[1].entry).map(ballot_of)


@pytest.mark.parametrize(
    ("option", "text"), [(0, "Not here"), (2, "Here"), (-2, "Here"), (NO_OPTION, "x")]
)
def test_words_that_are_no_option_count_as_none(option: int, text: str) -> None:
    done = opened(
        proposals=(proposal(b"p", text, option=option),), settled=(yes(b"s", b"p"),)
    )
    assert done.settlement is not None
    assert (done.settlement.option, done.settlement.text) == (NO_OPTION, text)
    assert done.decided is None


def test_a_proposal_to_another_question_is_none_of_this_one() -> None:
    stray = replace(proposal(b"p", "Here"), answers=(b"other",))
    assert opened(proposals=(stray,)).proposals == ()


HERE = proposal(b"p", "Here", option=0)
THERE = proposal(b"r", "There", option=1, mine=False, at=3)


def test_the_first_yes_stands() -> None:
    done = opened(
        proposals=(HERE, THERE),
        settled=(yes(b"t", b"r", mine=True, at=5), yes(b"s", b"p", at=4)),
    )
    assert done.settlement is not None
    assert done.settlement.ref == b"s"


def test_undoing_it_needs_both() -> None:
    said = {"proposals": (HERE,), "settled": (yes(b"s", b"p"),)}
    wished = opened(**said, undoing=(wish(b"u", b"s"),))
    assert wished.settlement is not None
    assert wished.settlement.undoing == {Seat.A: b"u"}
    alone = opened(
        **said, undoing=(wish(b"u", b"s"),), undone=(too(b"d", b"u", mine=True),)
    )
    assert alone.settlement is not None
    undone = opened(**said, undoing=(wish(b"u", b"s"),), undone=(too(b"d", b"u"),))
    assert undone.settlement is None
    assert undone.votes is not None


def test_words_that_both_have_undone_stand_no_more() -> None:
    said = {
        "proposals": (HERE, THERE),
        "settled": (yes(b"s", b"p"), yes(b"again", b"p", at=9)),
        "undoing": (wish(b"u", b"s"), wish(b"later", b"s", at=8)),
        "undone": (too(b"d", b"u"),),
    }
    undone = opened(**said)
    assert undone.settlement is None
    assert [one.ref for one in undone.proposals] == [b"r"]


def test_another_yes_settles_it_anew() -> None:
    said = {
        "proposals": (HERE, THERE),
        "settled": (yes(b"s", b"p"), yes(b"t", b"r", mine=True, at=9)),
        "undoing": (wish(b"u", b"s"),),
        "undone": (too(b"d", b"u"),),
    }
    anew = opened(**said).settlement
    assert anew is not None
    assert (anew.text, anew.undoing) == ("There", {})


def test_what_counts_stands_in_the_order_of_settling() -> None:
    first = opened(proposals=(HERE,), settled=(yes(b"s", b"p", at=9),))
    second = opened(proposals=(THERE,), settled=(yes(b"s", b"r", mine=True, at=7),))
    words = opened(proposals=(proposal(b"p", "x"),), settled=(yes(b"s", b"p"),))
    found = settled([first, second, words, opened()])
    assert [one.outcome for one in found] == [1, 0]


def test_what_one_of_the_two_rules_out_is_off_for_both() -> None:
    two = both(vote(4, 0, cannot=(1,)), vote(0, 4, cannot=(0,)))
    assert only(Written(questions=[QUESTION], votes=two)).off == {0, 1}
