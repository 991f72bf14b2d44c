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
from coequal.core.decide.matters import Matter, Written, matters
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
from coequal.journal.door import Record
from coequal.journal.viewer import Viewer
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed.subjects import subject
from coequal.web import pins


def asked(bond: Bond) -> tuple[Matter, ...]:
    """Return every question of the two but those taken back, the oldest first.

    Raises `Unsound` if what is open is not what was said to be.
    """
    return tuple(one for one in _all(bond) if not one.retracted)


def _all(bond: Bond) -> tuple[Matter, ...]:
    votes = journal.read(bond.viewer, Vote)
    found = matters(_written(bond.viewer, votes), bond.seat)
    _check_shown(votes, found)
    return found


def find(bond: Bond, qid: str) -> Matter | None:
    """Return a question by its id in an address, also one taken back, or None."""
    return next((one for one in _all(bond) if name(one) == qid), None)


def name(matter: Matter) -> str:
    """Return the id of a question in an address."""
    return matter.ref[:16].hex()


def ask(bond: Bond, question: Question) -> str:
    """Raise a question, and return its id. Raises `Refused`.

    The very same question twice, as by a second press, is one.
    """
    checked = check_question(question, now=clock.now())
    with journal.held(bond.viewer.space.id):
        found = asked(bond)
        for one in found:
            if one.question == checked and one.votes is None and one.by is bond.seat:
                return name(one)
        may_raise(found, bond.seat)
        return journal.append(bond.viewer, checked)[:16].hex()


def retract(bond: Bond, qid: str) -> None:
    """Take back a question of mine, with what I put in, until it opens.

    What the other put in stays theirs to take out: nobody else learns of it.
    """

    def act(matter: Matter) -> None:
        ref = may_retract(matter, bond.seat)
        _forget_former(bond, matter)
        journal.append(bond.viewer, Retraction(), answers=[ref])

    _do(bond, qid, act)


def add(bond: Bond, qid: str, text: str) -> None:
    """Add an option, until it opens: from then on the list is another one."""

    def act(matter: Matter) -> None:
        option = Option(text=check_option(matter, text, now=clock.now()))
        journal.append(bond.viewer, option, answers=[matter.ref])

    _do(bond, qid, act)


def weigh(bond: Bond, qid: str, vote: Vote) -> bool:
    """Put in my ballot, in place of the one before; return whether it opened."""
    opened: list[bool] = []

    def act(matter: Matter) -> None:
        gate = about(check_vote(matter, vote, now=clock.now()))
        _forget_former(bond, matter)
        opened.append(journal.put_in(bond.viewer, {gate: vote}, gate=gate))

    _do(bond, qid, act)
    return opened[0]


def withdraw(bond: Bond, qid: str) -> None:
    """Take my ballot out again. Nobody is told."""
    _do(bond, qid, lambda matter: _forget_former(bond, matter))


def _forget_former(bond: Bond, matter: Matter) -> None:
    """Take out what I put in for this question, for any of its lists."""
    for vote in may_withdraw(matter):
        journal.withdraw(bond.viewer, Vote, gate=about(vote), whole=False)


def about(vote: Vote) -> bytes:
    """Return the subject of a ballot: the question with every option it knew of."""
    return subject("ballot", vote.question, *sorted(vote.added))


def propose(bond: Bond, qid: str, option: int, text: str) -> None:
    """Propose one of the options, or words of one's own."""

    def act(matter: Matter) -> None:
        chosen, words = check_proposal(matter, option, text, bond.seat)
        entry = Proposal(option=chosen, text=words)
        journal.append(bond.viewer, entry, answers=[matter.ref])

    _do(bond, qid, act)


def say_yes(bond: Bond, qid: str, ref: bytes) -> None:
    """Say yes to these exact words of the other."""

    def act(matter: Matter) -> None:
        to = may_say_yes(matter, ref, bond.seat)
        journal.append(bond.viewer, Settled(), answers=[to.ref])

    _do(bond, qid, act)


def take_back(bond: Bond, qid: str, ref: bytes) -> None:
    """Take back what I proposed, while nobody has said yes."""

    def act(matter: Matter) -> None:
        _shred(bond.viewer, Proposal, may_take_back(matter, ref, bond.seat).ref)

    _do(bond, qid, act)


def ask_to_undo(bond: Bond, qid: str) -> None:
    """Wish that what was settled were open again."""

    def act(matter: Matter) -> None:
        yes = may_ask_to_undo(matter, bond.seat)
        journal.append(bond.viewer, Undoing(), answers=[yes])

    _do(bond, qid, act)


def let_stand(bond: Bond, qid: str) -> None:
    """Take back my wish to undo, while the other has not said yes to it."""

    def act(matter: Matter) -> None:
        _shred(bond.viewer, Undoing, may_let_stand(matter, bond.seat))

    _do(bond, qid, act)


def undo(bond: Bond, qid: str) -> None:
    """Say yes to undoing it."""

    def act(matter: Matter) -> None:
        wish = may_undo(matter, bond.seat)
        journal.append(bond.viewer, Undone(), answers=[wish])

    _do(bond, qid, act)


def _do(bond: Bond, qid: str, act: Callable[[Matter], None]) -> None:
    """Read, ask the rule and write as one act. Raises `Refused`."""
    with journal.held(bond.viewer.space.id):
        matter = find(bond, qid)
        if matter is None:
            message = "no such question"
            raise Refused(message)
        act(matter)


def _shred(viewer: Viewer, kind: type[Proposal | Undoing], ref: bytes) -> None:
    for record in journal.read(viewer, kind):
        if record.ref == ref:
            journal.shred(viewer, record)


def _written(viewer: Viewer, votes: Collection[Record[Vote]]) -> Written:
    """Return all there is of this room; a ballot lies where it belongs."""
    return Written(
        questions=journal.read(viewer, Question),
        options=journal.read(viewer, Option),
        retractions=journal.read(viewer, Retraction),
        votes=[vote for vote in votes if vote.subject == about(vote.entry)],
        proposals=journal.read(viewer, Proposal),
        settled=journal.read(viewer, Settled),
        undoing=journal.read(viewer, Undoing),
        undone=journal.read(viewer, Undone),
    )


def _check_shown(votes: Collection[Record[Vote]], found: Collection[Matter]) -> None:
    """Refuse what is open and cannot be shown.

    Else whoever puts in what does not fit could read the other's and show nothing.
    """
    shown = {about(one.votes.a) for one in found if one.votes is not None}
    if any(vote.open and vote.subject not in shown for vote in votes):
        message = "what is open cannot be shown"
        raise Unsound(message)


def looked(visit: Visit, bond: Bond, matter: Matter) -> bool:
    """Whether I have seen both ballots; they must be the very same since.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    return pins.pinned(visit, pins.about(bond, matter.ref), _opened(bond, matter))


def look(visit: Visit, bond: Bond, matter: Matter) -> None:
    """Remember both ballots as they are, where nobody else can write."""
    if matter.votes is not None:
        pins.pin(visit, {pins.about(bond, matter.ref): _opened(bond, matter)})


def _opened(bond: Bond, matter: Matter) -> set[bytes]:
    if matter.votes is None:
        return set()
    votes = journal.read(bond.viewer, Vote, subject=about(matter.votes.a))
    return {one.ref for one in votes if one.open}
