"""Entries of Decide as one of the two reads them, and a question to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

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
from coequal.core.decide.question_state import QuestionState, Written, question_states
from coequal.core.people import Seat

E = TypeVar("E")

ASKED = Question(
    text="Where?",
    area="home",
    meanwhile="Nothing is booked.",
    until=0,
    options=("Here", "There"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Generic[E]):
    ref: bytes
    entry: E
    answers: tuple[bytes, ...] = ()
    at: int = 0
    mine: bool = True
    open: bool = True


QUESTION = Line(ref=b"q", entry=ASKED)


def added(ref: bytes, text: str, *, at: int = 1, mine: bool = True) -> Line[Option]:
    return Line(ref=ref, entry=Option(text=text), answers=(b"q",), at=at, mine=mine)


def taken_back(
    ref: bytes = b"r", to: bytes = b"q", *, mine: bool = True
) -> Line[Retraction]:
    return Line(ref=ref, entry=Retraction(), answers=(to,), at=1, mine=mine)


def vote(
    *scores: int,
    added: tuple[bytes, ...] = (),
    stake: int = 1,
    cannot: tuple[int, ...] = (),
) -> Vote:
    return Vote(
        question=b"q",
        added=added,
        scores=scores,
        stake=stake,
        cannot=cannot,
        reason="",
    )


def both(mine: Vote, theirs: Vote) -> tuple[Line[Vote], Line[Vote]]:
    """Both ballots, open."""
    return Line(ref=b"va", entry=mine), Line(ref=b"vb", entry=theirs, mine=False)


def proposal(
    ref: bytes, text: str, *, option: int = NO_OPTION, mine: bool = True, at: int = 2
) -> Line[Proposal]:
    entry = Proposal(option=option, text=text)
    return Line(ref=ref, entry=entry, answers=(b"q",), mine=mine, at=at)


def yes(ref: bytes, to: bytes, *, mine: bool = False, at: int = 3) -> Line[Settled]:
    return Line(ref=ref, entry=Settled(), answers=(to,), mine=mine, at=at)


def wish(ref: bytes, to: bytes, *, mine: bool = True, at: int = 4) -> Line[Undoing]:
    return Line(ref=ref, entry=Undoing(), answers=(to,), mine=mine, at=at)


def too(ref: bytes, to: bytes, *, mine: bool = False, at: int = 5) -> Line[Undone]:
    return Line(ref=ref, entry=Undone(), answers=(to,), mine=mine, at=at)


def only(written: Written, seat: Seat = Seat.A) -> QuestionState:
    """The one question of the two."""
    (found,) = question_states(written, seat)
    return found


OPEN = both(vote(4, 0), vote(0, 4))


def opened(**more: tuple[Line[object], ...]) -> QuestionState:
    """The question with both ballots open, and what else was written."""
    return only(Written(questions=[QUESTION], votes=OPEN, **more))  # type: ignore[arg-type]
