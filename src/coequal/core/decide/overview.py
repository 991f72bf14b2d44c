"""What is known of all questions and lines of two people, in a few bytes each.

A page shows some of them. What it has to know of all of them - which are open, which
were settled last, whose wish it was - it takes from here, so that it need not read a
whole life. It is worked out from entries, and kept by each of the two for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from coequal.core.decide.diary import Who
from coequal.core.decide.diary_lines import LineState
from coequal.core.decide.memory import Trace, trace
from coequal.core.decide.question_state import QuestionState, when_settled
from coequal.core.people import Pair, Seat

NAME = 16
"""How many bytes of its ref an entry is known by."""


class Stage(IntEnum):
    """How far a question is."""

    OPEN = 0
    WEIGHED = 1
    SETTLED = 2
    TAKEN_BACK = 3


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


Known = KnownQuestion | KnownLine | None
"""None is what stands for an entry that was taken note of, and says no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that is known, by the names of entries, in the order it came to be known."""

    known: Mapping[bytes, Known] = field(default_factory=dict)

    def also(self, more: Mapping[bytes, Known]) -> Overview:
        """Return the same with more, or with something in place of what was known."""
        return Overview(known={**self.known, **more})

    def questions(self, *stages: Stage) -> list[KnownQuestion]:
        """Return the questions of some stages, the oldest first."""
        found = (one for one in self.known.values() if isinstance(one, KnownQuestion))
        return sorted((one for one in found if one.stage in stages), key=_age)

    def settled(self) -> list[KnownQuestion]:
        """Return what is settled, in the order of settling."""
        return sorted(self.questions(Stage.SETTLED), key=lambda one: one.settled)

    def lines(self) -> list[KnownLine]:
        """Return every line of the diary, the oldest first."""
        found = (one for one in self.known.values() if isinstance(one, KnownLine))
        return sorted(found, key=_age)


def _age(known: KnownQuestion | KnownLine) -> tuple[int, bytes]:
    return known.at, known.name


def traces(settled: Iterable[KnownQuestion]) -> Iterator[Trace]:
    """Yield what counts for memory and influence."""
    return (one.left for one in settled if one.left is not None)


def settled_before(overview: Overview, state: QuestionState) -> list[KnownQuestion]:
    """Return what was settled before a question was: what its suggestion rests on.

    All of it, while the question is not settled.
    """
    done, _ = when_settled(state)
    return [
        one
        for one in overview.settled()
        if one.name != state.ref[:NAME] and (not done or one.settled[0] < done)
    ]


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
