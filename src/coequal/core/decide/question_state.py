"""From entries to the questions of two people, and what each may do next.

Folds give a result for any subset of entries in any order. A list of options is
what both weighed; a changed list is a new question to weigh, so a ballot names
every option that it knew of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from coequal.core.decide.ballot import Ballot, check_ballot
from coequal.core.decide.entries import (
    NO_OPTION,
    Option,
    Proposal,
    Question,
    Retraction,
    Vote,
)
from coequal.core.decide.memory import Decided
from coequal.core.people import Pair, Seat
from coequal.core.two.offers import Offer, Replies, offers
from coequal.core.two.said import Said, oldest_first, seat_of, seated
from coequal.errors import Refused

NOTHING_SAID: Final = Replies()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All that one of the two can read of this room, in any order.

    `in_doubt` are the refs of questions of which something is missing.
    """

    questions: Sequence[Said[Question]]
    options: Sequence[Said[Option]] = ()
    retractions: Sequence[Said[Retraction]] = ()
    votes: Sequence[Said[Vote]] = ()
    proposals: Sequence[Said[Proposal]] = ()
    replies: Replies = NOTHING_SAID
    in_doubt: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionState:
    """One question as one of the two may know it.

    `options` are what is to be weighed, or what was, once both were in; `added`
    names those that were added. `mine` is my own closed ballot on this very list,
    `before` the last one I gave to a list that has changed since; `votes` are
    both, once they are open. `retracted` says whether it was taken back: then there
    is nothing to weigh, to propose or to hold to. Nor is there where it is one
    person's `own`: whatever was said of it has ended. `settled` is the one of the
    `proposals` that both hold to; what both have undone is not among them. While
    it is `in_doubt` what could have been ended or changed is left out: nothing holds.
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
    own: bool = False
    proposals: tuple[Offer[Proposal], ...] = ()
    settled: Offer[Proposal] | None = None
    in_doubt: bool = False

    @property
    def ballots(self) -> Pair[Ballot] | None:
        """Both ballots by seat, once they are open."""
        return None if self.votes is None else self.votes.map(ballot_of)

    @property
    def decided(self) -> Decided | None:
        """What counts for memory and influence: one of the options was settled on."""
        done = self.settled
        if done is None or self.ballots is None or done.entry.option == NO_OPTION:
            return None
        return Decided(ballots=self.ballots, outcome=done.entry.option)

    @property
    def meanwhile(self) -> str:
        """What holds until it is settled; nothing while it is in doubt."""
        return "" if self.in_doubt else self.question.meanwhile

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


def question_states(
    written: Written, seat: Seat, *, ours: Collection[str] | None = None
) -> tuple[QuestionState, ...]:
    """Return every question of the two, the oldest first, read by who sits here.

    `ours` are the areas that the two settle together; None says all of them.
    """
    asked = oldest_first(written.questions)
    found = (_question_state(one, written, seat) for one in asked)
    if ours is None:
        return tuple(found)
    return tuple(_ended(one) if _is_own(one.question, ours) else one for one in found)


def when_settled(state: QuestionState) -> tuple[int, bytes]:
    """Return the second and the yes by which it was settled; zero if it is not."""
    agreed = None if state.settled is None else state.settled.agreed
    return (0, b"") if agreed is None else (agreed.at, agreed.ref)


def _question_state(
    asked: Said[Question], written: Written, seat: Seat
) -> QuestionState:
    added = oldest_first(one for one in written.options if asked.ref in one.answers)
    votes = [one for one in written.votes if one.entry.question == asked.ref]
    both = _both(asked, votes, {one.ref for one in added})
    by_ref = {one.ref: one for one in added}
    listed = added if both is None else [by_ref[ref] for ref in both[0].added]
    refs = tuple(one.ref for one in listed)
    closed = oldest_first(one for one in votes if one.mine and not one.open)
    here = [one.entry for one in closed if set(one.entry.added) == set(refs)]
    options = (*asked.entry.options, *(one.entry.text for one in listed))
    gone = both is None and _is_taken_back(asked, written)
    in_doubt = asked.ref in written.in_doubt
    void = gone or in_doubt
    proposals = () if void else _proposals(asked, written, seat, options)
    return QuestionState(
        ref=asked.ref,
        at=asked.at,
        by=seat_of(asked, seat),
        question=asked.entry,
        options=options,
        added=refs,
        mine=here[-1] if here and both is None else None,
        before=closed[-1].entry if closed and not here else None,
        votes=None if both is None else seated(*both, seat),
        retracted=gone,
        proposals=proposals,
        settled=_settled(proposals),
        in_doubt=in_doubt,
    )


def _is_own(question: Question, ours: Collection[str]) -> bool:
    """Whether it is one person's own by the area it is part of."""
    return bool(question.area) and question.area not in ours


def _ended(state: QuestionState) -> QuestionState:
    """Return a question of which nothing holds any more."""
    return replace(state, own=True, proposals=(), settled=None)


def _is_taken_back(asked: Said[Question], written: Written) -> bool:
    """Whether it was taken back by who raised it: the other cannot."""
    return any(
        asked.ref in one.answers and one.mine is asked.mine
        for one in written.retractions
    )


def _both(
    asked: Said[Question], votes: Sequence[Said[Vote]], known: set[bytes]
) -> tuple[Vote, Vote] | None:
    """Return my open ballot and the other's on one list; None before both are in.

    Of several lists the one that opened first, whoever of the two asks.
    """
    fit = [one for one in votes if one.open and _fits(one.entry, asked.entry, known)]
    pairs = (
        (mine, theirs)
        for mine in fit
        for theirs in fit
        if mine.mine and not theirs.mine and mine.entry.added == theirs.entry.added
    )
    first = min(pairs, key=_when_both_were_in, default=None)
    return None if first is None else (first[0].entry, first[1].entry)


def _when_both_were_in(two: Iterable[Said[Vote]]) -> list[tuple[int, bytes]]:
    """Return when each of two was put in, the later one first."""
    return sorted(((one.at, one.ref) for one in two), reverse=True)


def _fits(vote: Vote, question: Question, known: set[bytes]) -> bool:
    if not set(vote.added) <= known or len(set(vote.added)) < len(vote.added):
        return False
    try:
        check_ballot(ballot_of(vote), options=len(question.options) + len(vote.added))
    except Refused:
        return False
    return True


def _proposals(
    asked: Said[Question], written: Written, seat: Seat, options: Sequence[str]
) -> tuple[Offer[Proposal], ...]:
    """Return the proposals that stand; an option is one only by its very words.

    What both have undone stands no more: else one of them could settle it again alone.
    Only both can undo it: an end that one of them wrote of it counts for nothing.
    """
    here = (one for one in written.proposals if asked.ref in one.answers)
    found = offers(here, replace(written.replies, ended=()), seat)
    return tuple(
        replace(one, entry=_by_its_words(one.entry, options))
        for one in found
        if not one.undone
    )


def _by_its_words(proposal: Proposal, options: Sequence[str]) -> Proposal:
    named = 0 <= proposal.option < len(options)
    if named and options[proposal.option] == proposal.text:
        return proposal
    return Proposal(option=NO_OPTION, text=proposal.text)


def _settled(proposals: Iterable[Offer[Proposal]]) -> Offer[Proposal] | None:
    """Return the proposal that got the first yes."""
    agreed = [(one.agreed.at, one.agreed.ref, one) for one in proposals if one.agreed]
    return min(agreed, key=lambda one: one[:2])[2] if agreed else None
