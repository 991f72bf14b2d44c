"""A line that each of the two may say, change and take back, for both to read.

Nothing here says when it was written, or whether the other has read it.
"""

from __future__ import annotations

from typing import TypeVar

from coequal.core import recorded
from coequal.core.people import Pair
from coequal.core.see.joint_entries import Evening, Step, Thanks
from coequal.core.two.said import seated
from coequal.journal.door import Record
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web import standing

L = TypeVar("L", Step, Thanks, Evening)


def about(kind: type[Step | Thanks | Evening], number: int = 0) -> bytes:
    """Return the subject of such lines in one round; without a number, in none."""
    return subject(kind.kind, *([str(number)] if number else []))


def of_both(member: PairMember, kind: type[L], number: int = 0) -> Pair[str | None]:
    """Return what stands of each by seat; None where nothing does."""
    records = member.reading.sound(kind, subject=about(kind, number))
    mine = _stands([record for record in records if record.mine])
    theirs = _stands([record for record in records if not record.mine])
    return seated(mine, theirs, member.seat)


def _stands(records: list[Record[L]]) -> str | None:
    stand = recorded.standing(records, lambda entry: entry.kind)
    return next((record.entry.text for record in stand.values()), None)


def say(member: PairMember, entry: Step | Thanks | Evening, number: int = 0) -> None:
    """Say this in place of what one said before, which nobody can read any more."""
    standing.replace(member.reading, entry, subject=about(type(entry), number))


def take_back(
    member: PairMember, kind: type[Step | Thanks | Evening], number: int = 0
) -> None:
    """Say nothing after all. What was never said is taken back just so."""
    standing.clear(member.reading, kind, subject=about(kind, number))
