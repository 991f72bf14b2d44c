"""Entries of Decide as one of the two reads them, and a question to begin with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from tests.core.two.said import Said

from coequal.core.decide.entries import (
    NO_OPTION,
    DiaryAnswer,
    DiaryLine,
    Option,
    Proposal,
    Question,
    Retraction,
    Vote,
)
from coequal.core.decide.known import known_question, traces
from coequal.core.decide.memory import Trace
from coequal.core.decide.overview import Overview
from coequal.core.decide.question_state import (
    NOTHING_SAID,
    QuestionState,
    Written,
    question_states,
)
from coequal.core.people import Seat
from coequal.core.two.offers import Replies

ASKED: Final = Question(
    text="Where?",
    area="home",
    meanwhile="Nothing is booked.",
    until=0,
    options=("Here", "There"),
)
QUESTION: Final = Said(ref=b"q", entry=ASKED)

LAMP: Final = b"lamp"
LINE: Final = Said(
    entry=DiaryLine(text="We took the green lamp.", area="home"), ref=LAMP
)


def counted(states: Iterable[QuestionState]) -> list[Trace]:
    """What counts of some questions, in the order of settling."""
    known = Overview().also(known=map(known_question, states))
    return list(traces(known.settled))


def answer(
    who: str = "A", asked: str = "", fine: str = "", line: bytes = LAMP
) -> DiaryAnswer:
    return DiaryAnswer(line=line, who=who, asked=asked, fine=fine)


def added(ref: bytes, text: str, *, at: int = 1, mine: bool = True) -> Said[Option]:
    return Said(ref=ref, entry=Option(text=text), answers=(b"q",), at=at, mine=mine)


def taken_back(
    ref: bytes = b"r", to: bytes = b"q", *, mine: bool = True
) -> Said[Retraction]:
    return Said(ref=ref, entry=Retraction(), answers=(to,), at=1, mine=mine)


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


def both(mine: Vote, theirs: Vote) -> tuple[Said[Vote], Said[Vote]]:
    """Both ballots, open."""
    return Said(ref=b"va", entry=mine), Said(ref=b"vb", entry=theirs, mine=False)


def proposal(
    ref: bytes, text: str, *, option: int = NO_OPTION, mine: bool = True, at: int = 2
) -> Said[Proposal]:
    entry = Proposal(option=option, text=text)
    return Said(ref=ref, entry=entry, answers=(b"q",), mine=mine, at=at)


def only(
    written: Written, seat: Seat = Seat.A, *, ours: Collection[str] | None = None
) -> QuestionState:
    """The one question of the two."""
    (found,) = question_states(written, seat, ours=ours)
    return found


OPEN: Final = both(vote(4, 0), vote(0, 4))


def opened(
    *proposals: Said[Proposal],
    replies: Replies = NOTHING_SAID,
    retractions: Sequence[Said[Retraction]] = (),
) -> QuestionState:
    """The question with both ballots open, and what else was written."""
    return only(
        Written(
            questions=[QUESTION],
            votes=OPEN,
            proposals=proposals,
            replies=replies,
            retractions=retractions,
        )
    )
