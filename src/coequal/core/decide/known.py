"""What is known of a question or a line that is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from coequal.core.decide.diary import Who
from coequal.core.decide.diary_lines import LineState
from coequal.core.decide.memory import Trace, trace
from coequal.core.decide.question_state import QuestionState, when_settled
from coequal.core.people import Pair, Seat
from coequal.core.recorded import NAME


class Stage(IntEnum):
    """How far a question is."""

    OPEN = 0
    WEIGHED = 1
    SETTLED = 2
    TAKEN_BACK = 3
    OWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownQuestion:
    """What is known of a question that is not shown.

    `settled` is the second of the yes and its name, zero where there is none;
    `left` what it leaves behind for memory and influence, if anything.
    """

    name: bytes
    at: int
    by: Seat
    area: str
    stage: Stage
    settled: tuple[int, bytes]
    left: Trace | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """What is known of a line of the diary: who decided, once both have said it."""

    name: bytes
    at: int
    by: Seat
    area: str
    who: Pair[Who] | None


def traces(settled: Iterable[KnownQuestion]) -> Iterator[Trace]:
    """Yield what counts for memory and influence."""
    return (one.left for one in settled if one.left is not None)


def known_question(state: QuestionState) -> KnownQuestion:
    """Return what is to be known of a question."""
    at, ref = when_settled(state)
    return KnownQuestion(
        name=state.ref[:NAME],
        at=state.at,
        by=state.by,
        area=state.question.area,
        stage=_stage(state),
        settled=(at, ref[:NAME]),
        left=None if state.decided is None else trace(state.decided),
    )


def _stage(state: QuestionState) -> Stage:
    if state.own:
        return Stage.OWN
    if state.retracted:
        return Stage.TAKEN_BACK
    if state.settled is not None:
        return Stage.SETTLED
    return Stage.OPEN if state.votes is None else Stage.WEIGHED


def known_line(line: LineState) -> KnownLine:
    """Return what is to be known of a line."""
    return KnownLine(
        name=line.ref[:NAME], at=line.at, by=line.by, area=line.area, who=line.who
    )
