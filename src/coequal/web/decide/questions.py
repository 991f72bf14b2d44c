"""What two people have to settle, between the journal and the rules.

A ballot is put in for one exact list of options: both must have weighed the very
same list before either opens.
"""

from __future__ import annotations

from typing import Final

from coequal.core.decide.entries import Option, Proposal, Question, Retraction, Vote
from coequal.core.decide.question_state import (
    QuestionState,
    Written,
    question_states,
)
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
from coequal.core.two import offers as offer_rules
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.people.pairs import PairMember
from coequal.web.two import first_seen, offers
from coequal.web.two.dates import short_id
from coequal.web.two.offers import Offers
from coequal.web.two.one_act import one_act
from coequal.web.two.said_apart import SaidApart, refuse_hidden

VOTES: Final = SaidApart(
    kind=Vote, name="vote", of=lambda vote: (vote.question, *sorted(vote.added))
)
PROPOSALS: Final = Offers(kind=Proposal)
READS: Final = (Question, Option, Retraction, Vote, Proposal, *offer_rules.KINDS)


def asked(member: PairMember) -> tuple[QuestionState, ...]:
    """Return every question of the two but those taken back, the oldest first.

    Raises `Unsound` if what is open is not what was said to be.
    """
    return tuple(one for one in _all(member) if not one.retracted)


def _all(member: PairMember) -> tuple[QuestionState, ...]:
    reading = member.reading
    reading.fetch(*READS)
    written = Written(
        questions=reading.read(Question),
        options=reading.read(Option),
        retractions=reading.read(Retraction),
        votes=VOTES.read(member),
        proposals=reading.read(Proposal),
        replies=offers.replies(member),
    )
    found = question_states(written, member.seat)
    shown = {subject_of(one.votes.a) for one in found if one.votes is not None}
    opened = [one for one in reading.read(Vote) if one.open]
    refuse_hidden(opened, {one.subject for one in opened} - shown)
    return found


def subject_of(vote: Vote) -> bytes:
    """Return the subject of a ballot: the question with every option it knew of."""
    return VOTES.subject(*VOTES.of(vote))


def find(member: PairMember, question_id: str) -> QuestionState | None:
    """Return a question by its id in an address, also one taken back, or None."""
    return next((one for one in _all(member) if name(one) == question_id), None)


def _get(member: PairMember, question_id: str) -> QuestionState:
    state = find(member, question_id)
    if state is None:
        raise Refused(NotNow.GONE)
    return state


def name(state: QuestionState) -> str:
    """Return the id of a question in an address."""
    return short_id(state.ref)


@one_act
def ask(member: PairMember, question: Question) -> str:
    """Raise a question, and return its id. Raises `Refused`.

    The very same question twice, as by a second press, is one.
    """
    checked = check_question(question, now=clock.now())
    found = asked(member)
    for one in found:
        if one.question == checked and one.votes is None and one.by is member.seat:
            return name(one)
    may_raise(found, member.seat)
    return short_id(journal.append(member.reading, checked))


@one_act
def retract(member: PairMember, question_id: str) -> None:
    """Take back a question of mine, with what I put in, until it opens.

    What the other put in stays theirs to take out: nobody else learns of it.
    """
    state = _get(member, question_id)
    ref = may_retract(state, member.seat)
    _take_out(member, state)
    journal.append(member.reading, Retraction(), subject=ref, answers=[ref])


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


@one_act
def say_yes(member: PairMember, question_id: str, ref: bytes) -> None:
    """Say yes to these exact words of the other."""
    state = _get(member, question_id)
    PROPOSALS.accept(member, may_answer(state, ref), belongs_to=state.ref)


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


def looked(member: PairMember, state: QuestionState) -> bool:
    """Whether I have seen both ballots; they must be the very same since.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    return first_seen.seen(member, state.ref, _opened(member, state))


def look(member: PairMember, state: QuestionState) -> None:
    """Remember both ballots as they are, where nobody else can write."""
    if state.votes is not None:
        first_seen.remember(member, {state.ref: _opened(member, state)})


def _opened(member: PairMember, state: QuestionState) -> set[bytes]:
    if state.votes is None:
        return set()
    votes = member.reading.read(Vote, subject=subject_of(state.votes.a))
    return {one.ref for one in votes if one.open}
