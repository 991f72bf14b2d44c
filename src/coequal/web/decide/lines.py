"""Lines of the diary as they stand, between the journal and the rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from coequal.core.decide.diary_lines import LineState, diary
from coequal.core.decide.entries import DiaryAnswer, DiaryLine
from coequal.core.recorded import NAME
from coequal.journal.door import EntryIndex
from coequal.people.pairs import PairMember
from coequal.web.two.dates import ref_from, short_id
from coequal.web.two.said_apart import SaidApart

ANSWERS: Final = SaidApart(
    kind=DiaryAnswer, name="diary answer", of=lambda answer: (answer.line,)
)
INDEX: Final = EntryIndex(kinds=(DiaryLine,))


def name(line: LineState) -> str:
    """Return the id of a line in an address."""
    return short_id(line.ref)


def find(member: PairMember, line_id: str) -> LineState | None:
    """Return a line by its id in an address, or None."""
    return next(iter(named(member, [ref_from(line_id)])), None)


def named(member: PairMember, names: Iterable[bytes]) -> tuple[LineState, ...]:
    """Return lines by their names, the oldest first.

    Raises `Unsound` if what is open is not what was said to be.
    """
    reading, wanted = member.reading, {one[:NAME] for one in names}
    refs = sorted(ref for ref in reading.refs(DiaryLine) if ref[:NAME] in wanted)
    gates = [ANSWERS.subject(ref) for ref in refs]
    reading.fetch(DiaryAnswer, subjects=gates, named={DiaryLine: refs})
    written = reading.named(DiaryLine, refs)
    said = ANSWERS.read(member, [(one.ref,) for one in written])
    found = diary(written, said, member.seat)
    closed = [(line.ref,) for line in found if line.told.both is None]
    ANSWERS.check_hidden(member, closed)
    return found
