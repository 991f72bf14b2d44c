"""One question: what is weighed, when it opens, and what both hold to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.core.decide.entries_said import (
    ASKED,
    OPEN,
    QUESTION,
    added,
    both,
    counted,
    only,
    opened,
    proposal,
    taken_back,
    vote,
)
from tests.core.two.said import (
    Said,
    across,
    replies,
    wish,
    yes,
)

from coequal.core.decide.entries import (
    KINDS,
    NO_OPTION,
    Option,
    Proposal,
    Vote,
)
from coequal.core.decide.known import Stage, known_question
from coequal.core.decide.memory import trace
from coequal.core.decide.question_state import (
    QuestionState,
    Written,
    ballot_of,
    question_states,
    when_settled,
)
from coequal.core.entry import Audience
from coequal.core.people import Pair, Seat
from coequal.core.two.offers import Offer

# A question, and what is closed.


def test_ballots_and_reviews_wait_and_ones_own_diary_is_for_nobody_else() -> None:
    names = {one.kind for one in KINDS}
    waiting = {one.kind for one in KINDS if one.audience is Audience.WAITING}
    alone = {one.kind for one in KINDS if one.audience is Audience.NOTES}
    assert waiting == {"vote", "review", "diary answer"}
    assert alone == {"own diary line", "own weighing"}
    assert len(names) == len(KINDS)


def test_questions_stand_by_age() -> None:
    late = Said(ref=b"a", entry=ASKED, at=2)
    early = Said(ref=b"z", entry=ASKED, at=1, mine=False)
    found = question_states(Written(questions=[late, early]), Seat.B)
    assert [one.ref for one in found] == [b"z", b"a"]
    assert [one.by for one in found] == [Seat.A, Seat.B]


def test_options_of_either_stand_behind_those_of_the_question() -> None:
    more = [added(b"2", "Elsewhere", at=2, mine=False), added(b"1", "Nowhere", at=1)]
    stray = Said(ref=b"3", entry=Option(text="Stray"), answers=(b"other",))
    state = only(Written(questions=[QUESTION], options=[*more, stray]))
    assert state.options == ("Here", "There", "Nowhere", "Elsewhere")
    assert state.added == (b"1", b"2")
    assert state.votes is state.ballots is state.decided is None
    assert state.off == frozenset()


def test_my_closed_ballot_is_mine_until_the_list_changes() -> None:
    mine = Said(ref=b"v", entry=vote(4, 0), open=False)
    state = only(Written(questions=[QUESTION], votes=[mine]))
    assert (state.mine, state.before) == (mine.entry, None)
    more = [added(b"1", "Elsewhere")]
    state = only(Written(questions=[QUESTION], options=more, votes=[mine]))
    assert (state.mine, state.before) == (None, mine.entry)


def test_a_changed_list_never_opens_an_old_ballot() -> None:
    more = [added(b"1", "Elsewhere")]
    old = Said(ref=b"va", entry=vote(4, 0))
    new = Said(ref=b"vb", entry=vote(4, 0, 1, added=(b"1",)), mine=False)
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
        vote(4, 7),
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


def test_of_two_lists_the_one_that_opened_first_is_open_for_both() -> None:
    more = [added(b"1", "Elsewhere")]
    old, new = vote(4, 0), vote(4, 0, 1, added=(b"1",))
    votes = [
        Said(ref=b"a", entry=old, at=2),
        Said(ref=b"b", entry=new, at=5),
        Said(ref=b"c", entry=new, at=3, mine=False),
        Said(ref=b"d", entry=old, at=6, mine=False),
    ]
    written = Written(questions=[QUESTION], options=more, votes=votes)
    assert only(written).votes == Pair(a=new, b=new)
    assert only(across(written), Seat.B).votes == Pair(a=new, b=new)


def test_a_deadline_ends_the_wait_and_not_what_is_open() -> None:
    question = replace(QUESTION, entry=replace(ASKED, until=100))
    closed = only(Written(questions=[question]))
    assert [closed.late(now) for now in (99, 100, 101)] == [False, False, True]
    assert not only(Written(questions=[question], votes=OPEN)).late(101)
    assert not only(Written(questions=[QUESTION])).late(101)


def test_what_was_taken_back_shows_to_both_alike_and_keeps_ones_own_ballot() -> None:
    mine = Said(ref=b"v", entry=vote(4, 0), open=False)
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


@pytest.mark.parametrize("votes", [(), OPEN])
def test_what_stands_of_ones_own_has_ended(votes: Sequence[Said[Vote]]) -> None:
    asked = replace(QUESTION, entry=replace(ASKED, area="closeness"))
    written = Written(
        questions=[asked], votes=votes, proposals=[HERE], replies=replies(YES)
    )
    for ours in (None, {"closeness"}):
        assert not only(written, ours=ours).own
    state = only(written, ours={"home"})
    assert state.own
    assert (state.settled, state.proposals, state.decided) == (None, (), None)
    assert known_question(state).stage is Stage.OWN


def test_what_is_part_of_nothing_is_nobodys_own() -> None:
    asked = replace(QUESTION, entry=replace(ASKED, area=""))
    assert not only(Written(questions=[asked]), ours={"home"}).own


def test_taking_back_what_is_open_changes_nothing() -> None:
    said = replies(yes(b"s", b"p"))
    back = opened(HERE, replies=said, retractions=[taken_back()])
    assert back == opened(HERE, replies=said)


def test_words_about_a_question_that_was_taken_back_settle_nothing() -> None:
    state = only(
        Written(
            questions=[QUESTION],
            retractions=[taken_back()],
            proposals=[HERE],
            replies=replies(yes(b"s", b"p")),
        )
    )
    assert (state.proposals, state.settled) == ((), None)


# What both hold to.

HERE = proposal(b"p", "Here", option=0)
THERE = proposal(b"r", "There", option=1, mine=False, at=3)
YES = yes(b"s", b"p")


def settled(state: QuestionState) -> Offer[Proposal]:
    assert state.settled is not None
    return state.settled


def test_a_yes_to_ones_own_words_or_to_others_settles_nothing() -> None:
    for stray in (yes(b"s", b"p", mine=True), yes(b"s", b"gone")):
        state = opened(HERE, replies=replies(stray))
        assert state.settled is state.decided is None
        assert when_settled(state) == (0, b"")


def test_a_yes_of_the_other_settles_it() -> None:
    done = opened(HERE, replies=replies(YES))
    assert settled(done).entry == HERE.entry
    assert when_settled(done) == (YES.at, YES.ref)
    assert done.decided is not None
    assert done.decided.outcome == 0
    assert done.decided.ballots == Pair(a=OPEN[0].entry, b=OPEN[1].entry).map(ballot_of)


def test_words_that_were_settled_before_anything_opened_do_not_count() -> None:
    early = Written(questions=[QUESTION], proposals=[HERE], replies=replies(YES))
    assert settled(only(early)).entry == HERE.entry
    assert only(early).decided is None


@pytest.mark.parametrize(
    ("option", "text"), [(0, "Not here"), (2, "Here"), (-2, "Here"), (NO_OPTION, "x")]
)
def test_words_that_are_no_option_count_as_none(option: int, text: str) -> None:
    done = opened(proposal(b"p", text, option=option), replies=replies(YES))
    assert settled(done).entry == Proposal(option=NO_OPTION, text=text)
    assert done.decided is None


def test_a_proposal_to_another_question_is_none_of_this_one() -> None:
    stray = replace(proposal(b"p", "Here"), answers=(b"other",))
    assert opened(stray).proposals == ()


def test_the_first_yes_to_one_of_several_stands() -> None:
    later = yes(b"t", b"r", mine=True, at=5)
    done = opened(HERE, THERE, replies=replies(later, yes(b"s", b"p", at=4)))
    assert settled(done).ref == b"p"


def test_undoing_it_needs_both() -> None:
    wished = opened(HERE, replies=replies(YES, wish(b"u", b"s")))
    assert settled(wished).undoing == {Seat.A: b"u"}
    own = yes(b"d", b"u", mine=True)
    assert settled(opened(HERE, replies=replies(YES, wish(b"u", b"s"), own)))
    undone = opened(HERE, replies=replies(YES, wish(b"u", b"s"), yes(b"d", b"u")))
    assert undone.settled is None
    assert undone.votes is not None


UNDONE = (YES, wish(b"u", b"s"), yes(b"d", b"u"))


def test_words_that_both_have_undone_stand_no_more() -> None:
    late = (yes(b"again", b"p", at=9), wish(b"later", b"s", at=8))
    undone = opened(HERE, THERE, replies=replies(*UNDONE, *late))
    assert undone.settled is None
    assert [one.ref for one in undone.proposals] == [b"r"]


def test_another_yes_settles_it_anew() -> None:
    anew = yes(b"t", b"r", mine=True, at=9)
    found = settled(opened(HERE, THERE, replies=replies(*UNDONE, anew)))
    assert (found.entry.text, found.undoing) == ("There", {})


def test_what_counts_stands_in_the_order_of_settling() -> None:
    first = opened(HERE, replies=replies(yes(b"s", b"p", at=9)))
    second = opened(THERE, replies=replies(yes(b"s", b"r", mine=True, at=7)))
    words = opened(proposal(b"p", "x"), replies=replies(YES))
    several = [first, second, words, opened()]
    # Four questions, told apart by their refs.
    apart = [replace(one, ref=bytes([n])) for n, one in enumerate(several)]
    found = counted(apart)
    assert found == [trace(one.decided) for one in (second, first) if one.decided]


def test_what_one_of_the_two_rules_out_is_off_for_both() -> None:
    two = both(vote(4, 0, cannot=(1,)), vote(0, 4, cannot=(0,)))
    assert only(Written(questions=[QUESTION], votes=two)).off == {0, 1}
