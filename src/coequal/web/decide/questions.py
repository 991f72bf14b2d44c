"""What two people do with what they have to settle, each as one act of the pair.

A ballot is put in for one exact list of options: both must have weighed the very
same list before either opens.
"""

from __future__ import annotations

from typing import Final

from coequal.core.decide.entries import Option, Proposal, Question, Retraction, Vote
from coequal.core.decide.known import Stage
from coequal.core.decide.question_state import QuestionState
from coequal.core.decide.rules import (
    check_option,
    check_proposal,
    check_question,
    check_vote,
    may_answer,
    may_raise,
    may_retract,
    may_withdraw,
    settled_on,
)
from coequal.core.two.refusals import NotNow
from coequal.core.whose import whose
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.people.pairs import PairMember
from coequal.web.decide import overview
from coequal.web.decide.states import VOTES, find
from coequal.web.two import offers
from coequal.web.two.dates import short_id
from coequal.web.two.offers import Offers
from coequal.web.two.one_act import one_act

PROPOSALS: Final = Offers(kind=Proposal)


def _get(member: PairMember, question_id: str) -> QuestionState:
    state = find(member, question_id)
    if state is None:
        raise Refused(NotNow.GONE)
    return state


@one_act
def ask(member: PairMember, question: Question) -> str:
    """Raise a question, and return its id. Raises `Refused`.

    The very same question twice, as by a second press, is one.
    """
    ours = whose(member.pair).ours
    checked = check_question(question, now=clock.now(), areas=ours)
    known = overview.now(member).questions(Stage.OPEN, Stage.WEIGHED)
    mine = (one for one in known if one.by is member.seat and one.stage is Stage.OPEN)
    for one in member.reading.sound_named(Question, [one.name for one in mine]):
        if one.entry == checked:
            return short_id(one.ref)
    may_raise(known, member.seat)
    ref = journal.append(member.reading, checked)
    overview.keep(member)
    return short_id(ref)


@one_act
def retract(member: PairMember, question_id: str) -> None:
    """Take back a question of mine, with what I put in, until it opens.

    What the other put in stays theirs to take out: nobody else learns of it.
    """
    state = _get(member, question_id)
    ref = may_retract(state, member.seat)
    _take_out(member, state)
    journal.append(member.reading, Retraction(), subject=ref, answers=[ref])
    overview.keep(member)


@one_act
def add(member: PairMember, question_id: str, text: str) -> None:
    """Add an option, until it opens: from then on the list is another one."""
    state = _get(member, question_id)
    option = Option(text=check_option(state, text, now=clock.now()))
    journal.append(member.reading, option, subject=state.ref, answers=[state.ref])


@one_act
def weigh(member: PairMember, question_id: str, vote: Vote) -> bool:
    """Put in my ballot, in place of any before; return whether it opened."""
    state = _get(member, question_id)
    checked = check_vote(state, vote, now=clock.now())
    _take_out(member, state)
    return VOTES.put_in(member, checked)


@one_act
def withdraw(member: PairMember, question_id: str) -> None:
    """Take my ballot out again. Nobody is told."""
    _take_out(member, _get(member, question_id))


def _take_out(member: PairMember, state: QuestionState) -> None:
    """Take out what I put in for this question, for any of its lists."""
    for vote in may_withdraw(state):
        VOTES.withdraw(member, *VOTES.of(vote))


@one_act
def propose(member: PairMember, question_id: str, option: int, text: str) -> None:
    """Propose one of the options, or words of one's own."""
    state = _get(member, question_id)
    entry = check_proposal(state, option, text, member.seat)
    PROPOSALS.offer(member, entry, belongs_to=state.ref)
    overview.keep(member)


@one_act
def say_yes(member: PairMember, question_id: str, ref: bytes) -> None:
    """Say yes to these exact words of the other."""
    state = _get(member, question_id)
    PROPOSALS.accept(member, may_answer(state, ref), belongs_to=state.ref)
    overview.keep(member)


@one_act
def take_back(member: PairMember, question_id: str, ref: bytes) -> None:
    """Take back what I proposed, while nobody has said yes."""
    PROPOSALS.take_back(member, may_answer(_get(member, question_id), ref))


@one_act
def ask_to_undo(member: PairMember, question_id: str) -> None:
    """Say that I would undo what was settled."""
    state = _get(member, question_id)
    offers.ask_to_undo(member, settled_on(state), belongs_to=state.ref)


@one_act
def let_stand(member: PairMember, question_id: str) -> None:
    """Take back my wish to undo, while the other has not said yes to it."""
    offers.let_stand(member, settled_on(_get(member, question_id)))


@one_act
def undo(member: PairMember, question_id: str) -> None:
    """Say yes to undoing it."""
    state = _get(member, question_id)
    offers.undo(member, settled_on(state), belongs_to=state.ref)
    overview.keep(member)
