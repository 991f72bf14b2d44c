"""What two made-up people settle, and what stands in their diary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coequal.core.decide.ballot import Ballot, check_ballot
from coequal.core.decide.diary import Who
from coequal.core.decide.entries import HOW_FAR
from coequal.core.decide.limits import FEWEST, OPTION_LONGEST, TEXT_LONGEST
from coequal.core.lines import one_line
from coequal.core.people import Pair, Seat
from coequal.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoBallot:
    """One person's ballot, and the reason that opens with it."""

    scores: tuple[int, ...]
    stake: int
    cannot: tuple[int, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOutcome:
    """How a question was settled: who proposed which option, so many days ago."""

    days_ago: int
    by: Seat
    option: int
    ballots: Pair[DemoBallot]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoQuestion:
    """A question of the two, raised so many days ago; `settled` is None while open."""

    days_ago: int
    by: Seat
    text: str
    area: str
    meanwhile: str
    options: tuple[str, ...]
    settled: DemoOutcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAnswer:
    """How one person has a line of the diary."""

    who: Who
    asked: str = ""
    fine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLine:
    """A line of the diary, with what each has put in; None for who has not."""

    days_ago: int
    by: Seat
    text: str
    area: str
    a: DemoAnswer | None = None
    b: DemoAnswer | None = None


def question_faults(question: DemoQuestion) -> Iterator[str]:
    """Yield what is wrong with a question, in words."""
    texts = (question.text, question.meanwhile)
    yield from line_faults("questions", texts, TEXT_LONGEST)
    yield from line_faults("options", question.options, OPTION_LONGEST)
    if len(question.options) < FEWEST:
        yield f"options: expected {FEWEST} or more"
    done = question.settled
    if done is None:
        return
    if not 0 <= done.days_ago <= question.days_ago:
        yield "settled: expected days_ago of 0 or more, not before it was raised"
    if not 0 <= done.option < len(question.options):
        yield "settled: expected one of the options"
    for ballot in (done.ballots.a, done.ballots.b):
        yield from _ballot_faults(ballot, len(question.options))


def diary_faults(line: DemoLine) -> Iterator[str]:
    """Yield what is wrong with a line of the diary, in words."""
    yield from line_faults("diary", (line.text,), TEXT_LONGEST)
    said = {one for told in (line.a, line.b) if told for one in (told.asked, told.fine)}
    if not said <= {"", *HOW_FAR}:
        yield f"diary: expected {', '.join(HOW_FAR)} or nothing"


def _ballot_faults(weighed: DemoBallot, options: int) -> Iterator[str]:
    cannot = frozenset(weighed.cannot)
    ballot = Ballot(scores=weighed.scores, stake=weighed.stake, cannot=cannot)
    try:
        check_ballot(ballot, options=options)
    except Refused as refused:
        yield f"ballots: {refused}"


def line_faults(name: str, lines: Iterable[str], longest: int) -> Iterator[str]:
    """Yield a sentence for each text that cannot stand as one line."""
    for line in lines:
        try:
            fits = one_line(line, longest=longest) == line
        except Refused:
            fits = False
        if not fits:
            yield f"{name}: expected one line of 1 to {longest} signs"
