"""What each of the two may do next, and why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

import pytest
from tests.core.decide.entries_said import (
    ASKED,
    OPEN,
    QUESTION,
    added,
    both,
    only,
    opened,
    proposal,
    taken_back,
    vote,
)
from tests.core.two.said import Said, replies, wish, yes

from coequal.core.decide import limits, rules
from coequal.core.decide.entries import NO_OPTION, Proposal, Question, Review
from coequal.core.decide.known import known_question
from coequal.core.decide.question_state import QuestionState, Written
from coequal.core.decide.rules import No
from coequal.core.lines import NoLine
from coequal.core.people import Seat
from coequal.core.two.offers import may_accept, may_ask_to_undo, may_take_back, may_undo
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused

NOW = 50
AREAS = {"home"}
WAITING = only(Written(questions=[QUESTION]))
LATE = only(Written(questions=[replace(QUESTION, entry=replace(ASKED, until=NOW - 1))]))
IN_TIME = only(Written(questions=[replace(QUESTION, entry=replace(ASKED, until=NOW))]))
WEIGHED = opened()
HERE = proposal(b"mine", "Here", option=0)
PROPOSED = opened(HERE, proposal(b"theirs", "We toss a coin", mine=False))
YES = yes(b"s", b"mine")
SETTLED = opened(HERE, replies=replies(YES))
I_WISH = opened(HERE, replies=replies(YES, wish(b"u", b"s")))
UNDONE = opened(HERE, replies=replies(YES, wish(b"u", b"s"), yes(b"d", b"u")))
MINE_IN = Said(ref=b"v", entry=vote(4, 0), open=False)
TAKEN_BACK = only(
    Written(questions=[QUESTION], retractions=[taken_back()], votes=[MINE_IN])
)
ME, YOU = Seat.A, Seat.B


def why(act: Callable[[], object]) -> object:
    """Do what is refused, and return why it is."""
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.args[0]


def question(*options: str, **changed: object) -> Question:
    return replace(ASKED, options=options or ASKED.options, **changed)  # type: ignore[arg-type]


# Raising it.


def test_a_question_is_raised_as_single_lines_without_empty_options() -> None:
    raw = question(
        " Here\n", "", "There\tand back", text="  Where\nto? ", until=NOW + 1
    )
    assert rules.check_question(raw, now=NOW, areas=AREAS) == question(
        "Here", "There and back", text="Where to?", until=NOW + 1
    )


@pytest.mark.parametrize(
    ("asked", "no"),
    [
        (question("Here", ""), No.FEW),
        (question(*map(str, range(9))), No.MANY),
        (question("Here", "HERE"), No.TWICE),
        (question("Here", "He\u200bre"), No.TWICE),
        (question("Here", "\u200b"), NoLine.EMPTY),
        (question("Here", "x" * 101), NoLine.LONG),
        (question(until=NOW), No.PAST),
        (question(until=-5), No.PAST),
        (question(text="\u200b"), NoLine.EMPTY),
        (question(text="x" * 161), NoLine.LONG),
        (question(meanwhile=" "), NoLine.EMPTY),
        (question(area="closeness"), No.OWN),
    ],
)
def test_a_question_that_cannot_be_weighed_is_not_raised(
    asked: Question, no: object
) -> None:
    assert why(lambda: rules.check_question(asked, now=NOW, areas=AREAS)) is no


def test_each_may_have_so_many_unsettled_and_leaves_room_for_the_other() -> None:
    full = [known_question(WAITING)] * limits.MOST_RAISED
    assert why(lambda: rules.may_raise(full, ME)) is No.FULL
    rules.may_raise(full, YOU)
    rules.may_raise(full[1:], ME)


@pytest.mark.parametrize("done", [SETTLED, TAKEN_BACK])
def test_what_is_settled_or_taken_back_makes_room(done: QuestionState) -> None:
    waiting = [known_question(WAITING)] * (limits.MOST_RAISED - 1)
    rules.may_raise([*waiting, known_question(done)], ME)
    late = known_question(LATE)
    assert why(lambda: rules.may_raise([*waiting, late], ME)) is No.FULL


@pytest.mark.parametrize("area", ["", "home"])
def test_a_question_is_part_of_what_two_settle_together_or_of_nothing(
    area: str,
) -> None:
    asked = question(area=area)
    assert rules.check_question(asked, now=NOW, areas=AREAS) == asked


# Taking it back, until it opens.


def test_who_raised_it_takes_it_back_until_it_opens_also_when_it_is_late() -> None:
    for state in (WAITING, LATE):
        assert rules.may_retract(state, ME) == QUESTION.ref
        assert why(lambda m=state: rules.may_retract(m, YOU)) is No.OTHERS


@pytest.mark.parametrize(
    ("state", "no"),
    [(WEIGHED, NotNow.OPEN), (SETTLED, No.SETTLED), (TAKEN_BACK, No.RETRACTED)],
)
def test_nobody_takes_back_what_is_open_settled_or_taken_back(
    state: QuestionState, no: StrEnum
) -> None:
    for seat in Seat:
        assert why(lambda me=seat: rules.may_retract(state, me)) is no


@pytest.mark.parametrize(
    "act",
    [
        lambda: rules.check_vote(TAKEN_BACK, vote(4, 0), now=NOW),
        lambda: rules.check_option(TAKEN_BACK, "Elsewhere", now=NOW),
        lambda: rules.check_proposal(TAKEN_BACK, 0, "", ME),
        lambda: rules.may_answer(TAKEN_BACK, b"mine"),
    ],
)
def test_nothing_more_is_done_with_what_was_taken_back(
    act: Callable[[], object],
) -> None:
    assert why(act) is No.RETRACTED


# Adding and weighing, until it opens.


def test_either_may_add_an_option() -> None:
    assert rules.check_option(IN_TIME, " Else\n where ", now=NOW) == "Else where"


def test_an_option_stands_once_and_among_eight_at_most() -> None:
    assert why(lambda: rules.check_option(WAITING, "here", now=NOW)) is No.TWICE
    six = [added(bytes([n]), str(n)) for n in range(6)]
    full = only(Written(questions=[QUESTION], options=six))
    assert why(lambda: rules.check_option(full, "One more", now=NOW)) is No.MANY


def test_a_ballot_on_the_list_as_it_is_may_be_put_in() -> None:
    mine = vote(4, 0)
    assert rules.check_vote(IN_TIME, mine, now=NOW) is mine


@pytest.mark.parametrize(
    ("state", "no"), [(WEIGHED, NotNow.OPEN), (SETTLED, No.SETTLED), (LATE, No.LATE)]
)
def test_what_is_open_or_late_is_neither_weighed_nor_longer(
    state: QuestionState, no: StrEnum
) -> None:
    assert why(lambda: rules.check_vote(state, vote(4, 0), now=NOW)) is no
    assert why(lambda: rules.check_option(state, "Elsewhere", now=NOW)) is no


def test_a_ballot_on_another_list_is_not_put_in() -> None:
    elsewhere = replace(vote(4, 0), question=b"other")
    for other in (vote(4, 0, 1, added=(b"1",)), elsewhere):
        assert (
            why(lambda one=other: rules.check_vote(WAITING, one, now=NOW)) is No.CHANGED
        )


@pytest.mark.parametrize(
    "bad",
    [vote(4), vote(4, 7), vote(-1, 0), vote(4, 0, stake=4), vote(4, 0, cannot=(2,))],
)
def test_a_ballot_that_does_not_fit_is_not_put_in(bad: object) -> None:
    assert why(lambda: rules.check_vote(WAITING, bad, now=NOW))  # type: ignore[arg-type]


def test_what_is_in_may_be_taken_out_until_it_opens_also_when_it_is_late() -> None:
    mine = MINE_IN
    for state in (WAITING, LATE):
        assert rules.may_withdraw(state) == ()
    assert rules.may_withdraw(TAKEN_BACK) == (mine.entry,)
    waits = Written(questions=[QUESTION], votes=[mine])
    assert rules.may_withdraw(only(waits)) == (mine.entry,)
    changed = replace(waits, options=[added(b"1", "Elsewhere")])
    assert rules.may_withdraw(only(changed)) == (mine.entry,)
    assert why(lambda: rules.may_withdraw(WEIGHED)) is NotNow.OPEN


# Proposing, and the yes of the other.


def test_an_option_is_proposed_in_its_own_words() -> None:
    assert rules.check_proposal(WEIGHED, 1, " ", ME) == Proposal(option=1, text="There")
    assert rules.check_proposal(WEIGHED, NO_OPTION, " tHere\n", ME) == Proposal(
        option=1, text="There"
    )
    assert rules.check_proposal(WEIGHED, 7, "A coin", ME) == Proposal(
        option=NO_OPTION, text="A coin"
    )


def test_nothing_is_proposed_before_both_are_in_or_once_it_is_settled() -> None:
    assert why(lambda: rules.check_proposal(WAITING, 0, "", ME)) is No.CLOSED
    assert why(lambda: rules.check_proposal(SETTLED, 0, "", ME)) is No.SETTLED


def test_a_proposal_says_one_thing_and_once() -> None:
    assert why(lambda: rules.check_proposal(WEIGHED, 0, "A coin", ME)) is No.EITHER
    assert (
        why(lambda: rules.check_proposal(WEIGHED, NO_OPTION, " ", ME)) is NoLine.EMPTY
    )
    assert why(lambda: rules.check_proposal(PROPOSED, 0, "", ME)) is NotNow.ASKED
    assert rules.check_proposal(PROPOSED, 0, "", YOU) == Proposal(option=0, text="Here")


@pytest.mark.parametrize(("option", "text"), [(0, ""), (NO_OPTION, "here")])
def test_what_one_cannot_live_with_is_not_proposed(option: int, text: str) -> None:
    two = both(vote(4, 0), vote(0, 4, cannot=(0,)))
    state = only(Written(questions=[QUESTION], votes=two))
    for seat in Seat:
        no = why(lambda me=seat: rules.check_proposal(state, option, text, me))
        assert no is No.OFF


def test_a_yes_is_to_words_of_the_other_that_stand() -> None:
    theirs = rules.may_answer(PROPOSED, b"theirs")
    assert may_accept(theirs, ME).entry.text == "We toss a coin"
    mine = rules.may_answer(PROPOSED, b"mine")
    assert why(lambda: may_accept(mine, ME)) is NotNow.OWN
    assert may_take_back(mine, ME).entry.text == "Here"
    assert why(lambda: rules.may_answer(PROPOSED, b"gone")) is NotNow.GONE


def test_once_one_is_settled_none_is_answered_or_taken_back() -> None:
    two = opened(
        HERE, proposal(b"theirs", "There", option=1, mine=False), replies=replies(YES)
    )
    for ref in (b"mine", b"theirs"):
        assert why(lambda one=ref: rules.may_answer(two, one)) is No.SETTLED


# Undoing it, by both.


def test_one_asks_to_undo_what_is_settled_and_the_other_may_say_yes() -> None:
    assert may_ask_to_undo(rules.settled_on(SETTLED), ME).ref == YES.ref
    assert may_undo(rules.settled_on(I_WISH), YOU) == b"u"
    assert why(lambda: may_undo(rules.settled_on(I_WISH), ME)) is NotNow.GONE


@pytest.mark.parametrize("state", [WAITING, PROPOSED, UNDONE])
def test_what_is_not_settled_is_not_undone(state: QuestionState) -> None:
    assert why(lambda: rules.settled_on(state)) is No.UNSETTLED
    assert rules.yes_of(state) is None


def test_what_both_have_undone_is_answered_no_more_and_proposed_anew() -> None:
    assert why(lambda: rules.may_answer(UNDONE, b"mine")) is NotNow.GONE
    assert rules.check_proposal(UNDONE, 0, "", ME) == HERE.entry


# Writing how it went.


def test_a_review_fits_on_one_line_and_names_the_yes() -> None:
    def review(text: str, of: bytes = YES.ref) -> Review:
        return rules.check_review(SETTLED, Review(settled=of, text=text))

    assert rules.yes_of(SETTLED) == YES.ref
    well = Review(settled=YES.ref, text="It went well.")
    assert review(" It went\nwell. ") == well
    assert why(lambda: review("")) is NoLine.EMPTY
    assert review("a" * limits.REVIEW_LONGEST)
    assert why(lambda: review("a" * (limits.REVIEW_LONGEST + 1))) is NoLine.LONG
    assert why(lambda: review("Well.", of=b"undone")) is No.UNSETTLED


@pytest.mark.parametrize("state", [PROPOSED, UNDONE])
def test_only_what_is_settled_is_reviewed(state: QuestionState) -> None:
    review = Review(settled=YES.ref, text="Well.")
    assert why(lambda: rules.check_review(state, review)) is No.UNSETTLED


def test_the_rules_are_alike_for_both_seats() -> None:
    theirs = Written(
        questions=[QUESTION.across],
        votes=[one.across for one in OPEN],
        proposals=[HERE.across],
    )
    state = only(theirs, YOU)
    offer = rules.may_answer(state, b"mine")
    assert may_accept(offer, YOU).by is ME
    assert why(lambda: may_accept(offer, ME)) is NotNow.OWN


def test_from_a_question_that_is_in_doubt_nobody_goes_on() -> None:
    doubtful = replace(PROPOSED, in_doubt=True)

    assert why(lambda: rules.check_sure(doubtful)) is NotNow.DOUBT
    assert doubtful.meanwhile == ""
    assert PROPOSED.meanwhile == ASKED.meanwhile
    rules.check_sure(PROPOSED)


def test_nothing_is_done_with_a_question_that_is_one_persons_own() -> None:
    own = replace(PROPOSED, own=True)

    assert why(lambda: rules.may_retract(own, ME)) is No.OWN
    assert why(lambda: rules.check_proposal(own, 0, "", ME)) is No.OWN
