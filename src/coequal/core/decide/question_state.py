"""From entries to the questions of two people, and what each may do next.

Folds give a result for any subset of entries in any order. A list of options is
what both weighed; a changed list is a new question to weigh, so a ballot names
every option that it knew of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from coequal.core.decide.ballot import Ballot, check_ballot
from coequal.core.decide.entries import (
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
from coequal.core.decide.memory import Decided
from coequal.core.people import Pair, Seat
from coequal.core.recorded import Recorded
from coequal.errors import Refused

E_co = TypeVar("E_co", covariant=True)
S = TypeVar("S")


class Said(Recorded[E_co], Protocol[E_co]):
    """An entry in a place of two, as one of them reads it."""

    @property
    def mine(self) -> bool:
        """Whether the reader wrote it."""
        ...

    @property
    def open(self) -> bool:
        """Whether both can read it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All that one of the two can read of this room, in any order."""

    questions: Sequence[Said[Question]]
    options: Sequence[Said[Option]] = ()
    retractions: Sequence[Said[Retraction]] = ()
    votes: Sequence[Said[Vote]] = ()
    proposals: Sequence[Said[Proposal]] = ()
    settled: Sequence[Said[Settled]] = ()
    undoing: Sequence[Said[Undoing]] = ()
    undone: Sequence[Said[Undone]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Words that one of the two would hold to; `option` by index or `NO_OPTION`.

    An option counts as one only if the words are its very own.
    """

    ref: bytes
    by: Seat
    option: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What both said yes to, since `at`; `ref` names the yes.

    `undoing` are those who would undo it, with the ref of their wish.
    """

    ref: bytes
    at: int
    option: int
    text: str
    undoing: dict[Seat, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionState:
    """One question as one of the two may know it.

    `options` are what is to be weighed, or what was, once both were in; `added`
    names those that were added. `mine` is my own closed ballot on this very list,
    `before` the last one I gave to a list that has changed since; `votes` are
    both, once they are open. `retracted` says whether it was taken back: then there
    is nothing to weigh, to propose or to hold to.
    """

    ref: bytes
    at: int
    by: Seat
    question: Question
    options: tuple[str, ...]
    added: tuple[bytes, ...]
    mine: Vote | None = None
    before: Vote | None = None
    votes: Pair[Vote] | None = None
    retracted: bool = False
    proposals: tuple[Proposed, ...] = ()
    settlement: Settlement | None = None

    @property
    def ballots(self) -> Pair[Ballot] | None:
        """Both ballots by seat, once they are open."""
        return None if self.votes is None else self.votes.map(ballot_of)

    @property
    def decided(self) -> Decided | None:
        """What counts for memory and influence: one of the options was settled on."""
        done = self.settlement
        if done is None or self.ballots is None or done.option == NO_OPTION:
            return None
        return Decided(ballots=self.ballots, outcome=done.option)

    @property
    def off(self) -> frozenset[int]:
        """The options that one of the two cannot live with, once that is open."""
        both = self.ballots
        return frozenset() if both is None else both.a.cannot | both.b.cannot

    def late(self, now: int) -> bool:
        """Whether the time to weigh it is over, and it has not opened."""
        return self.votes is None and 0 < self.question.until < now


def ballot_of(vote: Vote) -> Ballot:
    """Return what a vote says."""
    return Ballot(scores=vote.scores, stake=vote.stake, cannot=frozenset(vote.cannot))


def question_states(written: Written, seat: Seat) -> tuple[QuestionState, ...]:
    """Return every question of the two, the oldest first, read by who sits here."""
    asked = sorted(written.questions, key=_age)
    return tuple(_matter(one, written, seat) for one in asked)


def settled(found: Iterable[QuestionState]) -> tuple[Decided, ...]:
    """Return what counts for memory and influence, in the order of settling."""
    done = [
        (one.settlement.at, one.settlement.ref, one.decided)
        for one in found
        if one.settlement is not None and one.decided is not None
    ]
    return tuple(decided for _, _, decided in sorted(done, key=lambda one: one[:2]))


def _age(record: Recorded[object]) -> tuple[int, bytes]:
    return record.at, record.ref


def _matter(asked: Said[Question], written: Written, seat: Seat) -> QuestionState:
    added = sorted(
        (one for one in written.options if asked.ref in one.answers), key=_age
    )
    votes = [one for one in written.votes if one.entry.question == asked.ref]
    both = _both(asked, votes, {one.ref for one in added})
    by_ref = {one.ref: one for one in added}
    listed = added if both is None else [by_ref[ref] for ref in both[0].added]
    refs = tuple(one.ref for one in listed)
    closed = sorted((one for one in votes if one.mine and not one.open), key=_age)
    here = [one.entry for one in closed if set(one.entry.added) == set(refs)]
    options = (*asked.entry.options, *(one.entry.text for one in listed))
    gone = both is None and _is_taken_back(asked, written)
    words = ((), None) if gone else _words(asked, written, seat, options)
    return QuestionState(
        ref=asked.ref,
        at=asked.at,
        by=_by(asked, seat),
        question=asked.entry,
        options=options,
        added=refs,
        mine=here[-1] if here and both is None else None,
        before=closed[-1].entry if closed and not here else None,
        votes=None if both is None else _seated(both, seat),
        retracted=gone,
        proposals=words[0],
        settlement=words[1],
    )


def _is_taken_back(asked: Said[Question], written: Written) -> bool:
    """Whether it was taken back by who raised it: the other cannot."""
    return any(
        asked.ref in one.answers and one.mine is asked.mine
        for one in written.retractions
    )


def _both(
    asked: Said[Question], votes: Sequence[Said[Vote]], known: set[bytes]
) -> tuple[Vote, Vote] | None:
    """Return my open ballot and the other's on one list; None before both are in."""
    open_ = sorted((one for one in votes if one.open), key=_age)
    for mine in open_:
        for theirs in open_:
            if mine.mine and not theirs.mine:
                two = mine.entry, theirs.entry
                if all(_fits(vote, asked.entry, known) for vote in two) and (
                    mine.entry.added == theirs.entry.added
                ):
                    return two
    return None


def _fits(vote: Vote, question: Question, known: set[bytes]) -> bool:
    if not set(vote.added) <= known or len(set(vote.added)) < len(vote.added):
        return False
    try:
        check_ballot(ballot_of(vote), options=len(question.options) + len(vote.added))
    except Refused:
        return False
    return True


def _words(
    asked: Said[Question], written: Written, seat: Seat, options: Sequence[str]
) -> tuple[tuple[Proposed, ...], Settlement | None]:
    """Return the proposals that stand, and the first yes that does.

    What both have undone stands no more: else one of them could settle it again alone.
    """
    proposed = list(_proposals(asked, written, seat, options))
    agreed = list(_agreed(proposed, written, seat))
    undone = {to.ref for to, yes in agreed if _undone(yes, written, seat)}
    settlements = (
        _settlement(to, yes, written, seat)
        for to, yes in agreed
        if to.ref not in undone
    )
    standing = tuple(one for one in proposed if one.ref not in undone)
    return standing, next(settlements, None)


def _proposals(
    asked: Said[Question], written: Written, seat: Seat, options: Sequence[str]
) -> Iterable[Proposed]:
    for one in sorted(written.proposals, key=_age):
        if asked.ref in one.answers:
            option, text = one.entry.option, one.entry.text
            named = 0 <= option < len(options) and options[option] == text
            yield Proposed(
                ref=one.ref,
                by=_by(one, seat),
                option=option if named else NO_OPTION,
                text=text,
            )


def _agreed(
    proposed: Iterable[Proposed], written: Written, seat: Seat
) -> Iterable[tuple[Proposed, Said[Settled]]]:
    """Return each yes to words of the other, the oldest first."""
    by_ref = {one.ref: one for one in proposed}
    for yes in sorted(written.settled, key=_age):
        for to in (by_ref[ref] for ref in yes.answers if ref in by_ref):
            if to.by is not _by(yes, seat):
                yield to, yes


def _settlement(
    to: Proposed, yes: Said[Settled], written: Written, seat: Seat
) -> Settlement:
    wishes = sorted(_wishes(yes, written), key=_age)
    return Settlement(
        ref=yes.ref,
        at=yes.at,
        option=to.option,
        text=to.text,
        undoing={_by(wish, seat): wish.ref for wish in wishes},
    )


def _wishes(yes: Said[Settled], written: Written) -> list[Said[Undoing]]:
    return [one for one in written.undoing if yes.ref in one.answers]


def _undone(yes: Said[Settled], written: Written, seat: Seat) -> bool:
    return any(
        wish.ref in too.answers and _by(too, seat) is not _by(wish, seat)
        for wish in _wishes(yes, written)
        for too in written.undone
    )


def _by(record: Said[object], seat: Seat) -> Seat:
    return seat if record.mine else seat.other


def _seated(two: tuple[S, S], seat: Seat) -> Pair[S]:
    pair = Pair(a=two[0], b=two[1])
    return pair if seat is Seat.A else pair.mirrored
