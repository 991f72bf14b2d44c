"""A line that each of the two may say, change and take back, for both to read.

Nothing here says when it was written, or whether the other has read it.
"""

from __future__ import annotations

from typing import TypeVar

from coequal.core.people import Pair, Seat
from coequal.core.recorded import standing
from coequal.core.see.joint_entries import Evening, Step, Thanks
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people.pairs import PairMember

L = TypeVar("L", Step, Thanks, Evening)


def of_both(member: PairMember, kind: type[L], *, about: bytes) -> Pair[str | None]:
    """Return what stands of each by seat; None where nothing does."""
    records = member.reading.read(kind, subject=about)
    mine = _stands([record for record in records if record.mine])
    theirs = _stands([record for record in records if not record.mine])
    said = Pair(a=mine, b=theirs)
    return said if member.seat is Seat.A else said.mirrored


def _stands(records: list[Record[L]]) -> str | None:
    stand = standing(records, lambda entry: entry.kind)
    return next((record.entry.text for record in stand.values()), None)


def say(member: PairMember, entry: L, *, about: bytes) -> None:
    """Say this in place of what one said before, which nobody can read any more."""
    former = _mine(member, type(entry), about)
    if _stands(former) == entry.text:
        return
    replaced = sorted(record.ref for record in former)
    journal.append(member.reading, entry, subject=about, answers=replaced)
    _shred(member, former)


def take_back(member: PairMember, kind: type[L], *, about: bytes) -> None:
    """Say nothing after all. What was never said is taken back just so."""
    _shred(member, _mine(member, kind, about))


def _mine(member: PairMember, kind: type[L], about: bytes) -> list[Record[L]]:
    records = member.reading.read(kind, subject=about)
    return [record for record in records if record.mine]


def _shred(member: PairMember, records: list[Record[L]]) -> None:
    """Shred the oldest first, so that no former line ever stands again."""
    for record in sorted(records, key=lambda one: (one.at, one.ref)):
        journal.shred(member.reading, record)
