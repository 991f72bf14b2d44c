"""What each of the two may do with a question next; else `Refused` with a `No`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from coequal.core.characters import looks
from coequal.core.decide.ballot import check_ballot
from coequal.core.decide.entries import (
    NO_OPTION,
    Proposal,
    Question,
    Review,
    Vote,
)
from coequal.core.decide.known import KnownQuestion, Stage
from coequal.core.decide.limits import (
    FEWEST,
    MOST_OPTIONS,
    MOST_RAISED,
    OPTION_LONGEST,
    REVIEW_LONGEST,
    TEXT_LONGEST,
)
from coequal.core.decide.question_state import QuestionState, ballot_of
from coequal.core.lines import one_line
from coequal.core.people import Seat
from coequal.core.two.offers import Offer, find
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused


class No(StrEnum):
    """Why something cannot be done."""

    FEW = "fewer than two options"
    MANY = "more options than fit"
    TWICE = "an option stands there twice"
    CLOSED = "not both are in yet"
    SETTLED = "it is settled"
    UNSETTLED = "it is not settled"
    LATE = "the time to weigh it is over"
    CHANGED = "the list has changed"
    PAST = "its time would be over at once"
    OFF = "one of the two cannot live with it"
    EITHER = "an option and other words beside"
    RETRACTED = "it was taken back"
    OTHERS = "the other one raised it"
    FULL = "as many as one person may have unsettled"
    OWN = "it is one person's own"


def check_question(question: Question, *, now: int, areas: Collection[str]) -> Question:
    """Return a question that can be raised, each text as one line.

    It is part of one of the `areas` that two people settle together, or of none.
    """
    if question.area and question.area not in areas:
        raise Refused(No.OWN)
    options = tuple(
        one_line(text, longest=OPTION_LONGEST) for text in question.options if text
    )
    _check_list(options)
    if question.until and question.until <= now:
        raise Refused(No.PAST)
    return Question(
        text=one_line(question.text, longest=TEXT_LONGEST),
        area=question.area,
        meanwhile=one_line(question.meanwhile, longest=TEXT_LONGEST),
        until=question.until,
        options=options,
    )


def may_raise(known: Iterable[KnownQuestion], me: Seat) -> None:
    """Refuse one more question where one has as many as fit, late ones among them."""
    unsettled = {Stage.OPEN, Stage.WEIGHED}
    mine = [one for one in known if one.by is me and one.stage in unsettled]
    if len(mine) >= MOST_RAISED:
        raise Refused(No.FULL)


def may_retract(state: QuestionState, me: Seat) -> bytes:
    """Return the question of one's own that one may take back: until it opens."""
    _check_unsettled(state)
    if state.votes is not None:
        raise Refused(NotNow.OPEN)
    if state.by is not me:
        raise Refused(No.OTHERS)
    return state.ref


def check_option(state: QuestionState, text: str, *, now: int) -> str:
    """Return an option that can be added: until it opens, by either."""
    _check_closed(state, now)
    line = one_line(text, longest=OPTION_LONGEST)
    _check_list((*state.options, line))
    return line


def check_vote(state: QuestionState, vote: Vote, *, now: int) -> Vote:
    """Return a ballot that can be put in: on the list as it is, until it opens."""
    _check_closed(state, now)
    if vote.question != state.ref or vote.added != state.added:
        raise Refused(No.CHANGED)
    check_ballot(ballot_of(vote), options=len(state.options))
    return vote


def may_withdraw(state: QuestionState) -> tuple[Vote, ...]:
    """Return what one has in and may take out: until it opens.

    Also if its time is over, if the question was taken back or is one person's own.
    """
    if state.votes is not None:
        raise Refused(NotNow.OPEN)
    return tuple(one for one in (state.mine, state.before) if one is not None)


def check_proposal(state: QuestionState, option: int, text: str, me: Seat) -> Proposal:
    """Return what can be proposed: one of the options, or words of one's own.

    Words that are those of an option are that option, so that no other spelling
    keeps it out of what is remembered. What one of the two cannot live with is not
    proposed.
    """
    _check_unsettled(state)
    if state.votes is None:
        raise Refused(No.CLOSED)
    chosen, words = _chosen(state, option, text)
    if chosen in state.off:
        raise Refused(No.OFF)
    mine = [one for one in state.proposals if one.by is me]
    if any(looks(one.entry.text) == looks(words) for one in mine):
        raise Refused(NotNow.ASKED)
    return Proposal(option=chosen, text=words)


def _chosen(state: QuestionState, option: int, text: str) -> tuple[int, str]:
    if 0 <= option < len(state.options):
        if text.strip():
            raise Refused(No.EITHER)
        return option, state.options[option]
    words = one_line(text, longest=TEXT_LONGEST)
    for number, known in enumerate(state.options):
        if looks(known) == looks(words):
            return number, known
    return NO_OPTION, words


def may_answer(state: QuestionState, ref: bytes) -> Offer[Proposal]:
    """Return a proposal that may be taken back or said yes to: until one is settled."""
    _check_unsettled(state)
    return find(state.proposals, ref)


def settled_on(state: QuestionState) -> Offer[Proposal]:
    """Return what both hold to; refuse where there is nothing."""
    check_sure(state)
    if state.settled is None:
        raise Refused(No.UNSETTLED)
    return state.settled


def check_review(state: QuestionState, review: Review) -> Review:
    """Return a review that can be put in: of the very yes that holds."""
    if review.settled != yes_of(state):
        raise Refused(No.UNSETTLED)
    return Review(
        settled=review.settled, text=one_line(review.text, longest=REVIEW_LONGEST)
    )


def yes_of(state: QuestionState) -> bytes | None:
    """Return what names the yes that holds now, or None."""
    agreed = None if state.settled is None else state.settled.agreed
    return None if agreed is None else agreed.ref


def check_sure(state: QuestionState) -> None:
    """Refuse to go on from a question of which something is missing."""
    if state.in_doubt:
        raise Refused(NotNow.DOUBT)


def _check_unsettled(state: QuestionState) -> None:
    if state.own:
        raise Refused(No.OWN)
    check_sure(state)
    if state.retracted:
        raise Refused(No.RETRACTED)
    if state.settled is not None:
        raise Refused(No.SETTLED)


def _check_closed(state: QuestionState, now: int) -> None:
    _check_unsettled(state)
    if state.votes is not None:
        raise Refused(NotNow.OPEN)
    if state.late(now):
        raise Refused(No.LATE)


def _check_list(options: Sequence[str]) -> None:
    if len(options) < FEWEST:
        raise Refused(No.FEW)
    if len(options) > MOST_OPTIONS:
        raise Refused(No.MANY)
    if len({looks(text) for text in options}) < len(options):
        raise Refused(No.TWICE)
