"""Lines of the diary: what was already decided, and how each of the two has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from coequal.core.decide.diary import Who
from coequal.core.decide.entries import DiaryAnswer, DiaryLine
from coequal.core.decide.limits import TEXT_LONGEST
from coequal.core.lines import one_line
from coequal.core.moments import known
from coequal.core.people import Pair, Seat
from coequal.core.two.refusals import NotNow
from coequal.core.two.said import Said, oldest_first, seat_of
from coequal.core.two.said_apart import Apart, said_apart
from coequal.errors import Refused

DAY: Final = 24 * 60 * 60
MOST_A_DAY: Final = 20
"""How many lines one person may write within a day, in seconds as long as `DAY`."""

NOBODY_SAID: Final = "who decided is not said"
"""Why an answer without its first part cannot be put in."""

MANY_LINES: Final = "as many lines as fit into a day"
"""Why one more line cannot be written today."""


class Dated(Protocol):
    """Who wrote a line, and when."""

    @property
    def by(self) -> Seat:
        """Who wrote it."""
        ...

    @property
    def at(self) -> int:
        """When, in seconds."""
        ...


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """One line of the diary as one of the two may know it."""

    ref: bytes
    at: int
    by: Seat
    text: str
    area: str
    told: Apart[DiaryAnswer]

    @property
    def who(self) -> Pair[Who] | None:
        """Who decided, as each has it, once it is open."""
        both = self.told.both
        return None if both is None else both.map(lambda one: Who(one.who))


def diary(
    written: Iterable[Said[DiaryLine]],
    answers: Iterable[Said[DiaryAnswer]],
    seat: Seat,
) -> tuple[LineState, ...]:
    """Return every line of the two, the oldest first, read by who sits here.

    Total over any subset and any order; an answer that says nothing counts as not
    there.
    """
    by_line: dict[bytes, list[Said[DiaryAnswer]]] = defaultdict(list)
    for one in answers:
        if one.entry.fits():
            by_line[one.entry.line].append(one)
    return tuple(
        LineState(
            ref=one.ref,
            at=one.at,
            by=seat_of(one, seat),
            text=one.entry.text,
            area=one.entry.area,
            told=said_apart(by_line[one.ref], seat),
        )
        for one in oldest_first(written)
    )


def check_line(text: str, area: str) -> DiaryLine:
    """Return a line that can stand in the diary."""
    return DiaryLine(text=one_line(text, longest=TEXT_LONGEST), area=area)


def may_write(lines: Iterable[Dated], me: Seat, *, now: int) -> None:
    """Refuse one more line where one has written as many as fit into a day."""
    if len(list(lately(lines, me, now=now))) >= MOST_A_DAY:
        raise Refused(MANY_LINES)


def lately(lines: Iterable[D], me: Seat, *, now: int) -> Iterator[D]:
    """Yield the lines that one has written within a day, by a clock that was right."""
    return (one for one in lines if one.by is me and known(one.at, now=now) > now - DAY)


def check_answer(line: LineState, answer: DiaryAnswer) -> DiaryAnswer:
    """Return an answer that can be put in: on this very line."""
    if answer.line != line.ref:
        raise Refused(NotNow.GONE)
    if not answer.fits():
        raise Refused(NOBODY_SAID)
    return answer
