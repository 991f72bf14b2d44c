"""What two people have to settle, between the journal and the rules.

A ballot is put in for one exact list of options: both must have weighed the very
same list before either opens.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from coequal.core.decide.entries import (
    Option,
    Proposal,
    Question,
    Retraction,
    Settled,
    Undoing,
    Undone,
    Vote,
)
from coequal.core.decide.question_state import QuestionState, Written, question_states
from coequal.core.decide.rules import (
    check_option,
    check_proposal,
    check_question,
    check_vote,
    may_ask_to_undo,
    may_let_stand,
    may_raise,
    may_retract,
    may_say_yes,
    may_take_back,
    may_undo,
    may_withdraw,
)
from coequal.errors import Refused, Unsound
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed.subjects import subject
from coequal.web import first_seen


def asked(member: PairMember) -> tuple[QuestionState, ...]:
    """Return every question of the two but those taken back, the oldest first.

    Raises `Unsound` if what is open is not what was said to be.
    """
    return tuple(one for one in _all(member) if not one.retracted)


def _all(member: PairMember) -> tuple[QuestionState, ...]:
    votes = member.reading.read(Vote)
    found = question_states(_written(member.reading, votes), member.seat)
    _check_shown(votes, found)
    return found


def find(member: PairMember, question_id: str) -> QuestionState | None:
    """Return a question by its id in an address, also one taken back, or None."""
    return next((one for one in _all(member) if name(one) == question_id), None)


def name(state: QuestionState) -> str:
    """Return the id of a question in an address."""
    return state.ref[:16].hex()


def ask(member: PairMember, question: Question) -> str:
    """Raise a question, and return its id. Raises `Refused`.

    The very same question twice, as by a second press, is one.
    """
    checked = check_question(question, now=clock.now())
    with member.reading.locked():
        found = asked(member)
        for one in found:
            if one.question == checked and one.votes is None and one.by is member.seat:
                return name(one)
        may_raise(found, member.seat)
        return journal.append(member.reading, checked)[:16].hex()


def retract(member: PairMember, question_id: str) -> None:
    """Take back a question of mine, with what I put in, until it opens.

    What the other put in stays theirs to take out: nobody else learns of it.
    """

    def act(state: QuestionState) -> None:
        ref = may_retract(state, member.seat)
        _forget_former(member, state)
        journal.append(member.reading, Retraction(), answers=[ref])

    _do(member, question_id, act)


def add(member: PairMember, question_id: str, text: str) -> None:
    """Add an option, until it opens: from then on the list is another one."""

    def act(state: QuestionState) -> None:
        option = Option(text=check_option(state, text, now=clock.now()))
        journal.append(member.reading, option, answers=[state.ref])

    _do(member, question_id, act)


def weigh(member: PairMember, question_id: str, vote: Vote) -> bool:
    """Put in my ballot, in place of the one before; return whether it opened."""
    opened: list[bool] = []

    def act(state: QuestionState) -> None:
        gate = about(check_vote(state, vote, now=clock.now()))
        _forget_former(member, state)
        opened.append(journal.put_in(member.reading, {gate: vote}, opens_on=gate))

    _do(member, question_id, act)
    return opened[0]


def withdraw(member: PairMember, question_id: str) -> None:
    """Take my ballot out again. Nobody is told."""
    _do(member, question_id, lambda state: _forget_former(member, state))


def _forget_former(member: PairMember, state: QuestionState) -> None:
    """Take out what I put in for this question, for any of its lists."""
    for vote in may_withdraw(state):
        journal.withdraw(member.reading, Vote, opens_on=about(vote))


def about(vote: Vote) -> bytes:
    """Return the subject of a ballot: the question with every option it knew of."""
    return subject("ballot", vote.question, *sorted(vote.added))


def propose(member: PairMember, question_id: str, option: int, text: str) -> None:
    """Propose one of the options, or words of one's own."""

    def act(state: QuestionState) -> None:
        chosen, words = check_proposal(state, option, text, member.seat)
        entry = Proposal(option=chosen, text=words)
        journal.append(member.reading, entry, answers=[state.ref])

    _do(member, question_id, act)


def say_yes(member: PairMember, question_id: str, ref: bytes) -> None:
    """Say yes to these exact words of the other."""

    def act(state: QuestionState) -> None:
        to = may_say_yes(state, ref, member.seat)
        journal.append(member.reading, Settled(), answers=[to.ref])

    _do(member, question_id, act)


def take_back(member: PairMember, question_id: str, ref: bytes) -> None:
    """Take back what I proposed, while nobody has said yes."""

    def act(state: QuestionState) -> None:
        _shred(member.reading, Proposal, may_take_back(state, ref, member.seat).ref)

    _do(member, question_id, act)


def ask_to_undo(member: PairMember, question_id: str) -> None:
    """Wish that what was settled were open again."""

    def act(state: QuestionState) -> None:
        yes = may_ask_to_undo(state, member.seat)
        journal.append(member.reading, Undoing(), answers=[yes])

    _do(member, question_id, act)


def let_stand(member: PairMember, question_id: str) -> None:
    """Take back my wish to undo, while the other has not said yes to it."""

    def act(state: QuestionState) -> None:
        _shred(member.reading, Undoing, may_let_stand(state, member.seat))

    _do(member, question_id, act)


def undo(member: PairMember, question_id: str) -> None:
    """Say yes to undoing it."""

    def act(state: QuestionState) -> None:
        wish = may_undo(state, member.seat)
        journal.append(member.reading, Undone(), answers=[wish])

    _do(member, question_id, act)


def _do(
    member: PairMember, question_id: str, act: Callable[[QuestionState], None]
) -> None:
    """Read, ask the rule and write as one act. Raises `Refused`."""
    with member.reading.locked():
        state = find(member, question_id)
        if state is None:
            message = "no such question"
            raise Refused(message)
        act(state)


def _shred(reading: Reading, kind: type[Proposal | Undoing], ref: bytes) -> None:
    for record in reading.read(kind):
        if record.ref == ref:
            journal.shred(reading, record)


def _written(reading: Reading, votes: Collection[Record[Vote]]) -> Written:
    """Return all there is of this room; a ballot lies where it belongs."""
    return Written(
        questions=reading.read(Question),
        options=reading.read(Option),
        retractions=reading.read(Retraction),
        votes=[vote for vote in votes if vote.subject == about(vote.entry)],
        proposals=reading.read(Proposal),
        settled=reading.read(Settled),
        undoing=reading.read(Undoing),
        undone=reading.read(Undone),
    )


def _check_shown(
    votes: Collection[Record[Vote]], found: Collection[QuestionState]
) -> None:
    """Refuse what is open and cannot be shown.

    Else whoever puts in what does not fit could read the other's and show nothing.
    """
    shown = {about(one.votes.a) for one in found if one.votes is not None}
    if any(vote.open and vote.subject not in shown for vote in votes):
        message = "what is open cannot be shown"
        raise Unsound(message)


def looked(session: Session, member: PairMember, state: QuestionState) -> bool:
    """Whether I have seen both ballots; they must be the very same since.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    return first_seen.pinned(
        session, first_seen.about(member, state.ref), _opened(member, state)
    )


def look(session: Session, member: PairMember, state: QuestionState) -> None:
    """Remember both ballots as they are, where nobody else can write."""
    if state.votes is not None:
        first_seen.pin(
            session, {first_seen.about(member, state.ref): _opened(member, state)}
        )


def _opened(member: PairMember, state: QuestionState) -> set[bytes]:
    if state.votes is None:
        return set()
    votes = member.reading.read(Vote, subject=about(state.votes.a))
    return {one.ref for one in votes if one.open}
