"""A line that each of the two may say, change and take back, for both to read.

Nothing here says when it was written, or whether the other has read it.
"""

from __future__ import annotations

from typing import Final, TypeVar

from coequal.core.people import Pair
from coequal.core.recorded import standing
from coequal.core.see.joint_entries import Evening, Step, Thanks
from coequal.core.two.said import seated
from coequal.journal.door import Record
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject

L = TypeVar("L", Step, Thanks, Evening)

EVENINGS: Final = subject("evening")
"""The subject of what either suggests."""


def steps_of(number: int) -> bytes:
    """Return the subject of the two steps of one round."""
    return subject("step", str(number))


def thanks_of(number: int) -> bytes:
    """Return the subject of the two thanks of one round."""
    return subject("thanks", str(number))


def of_both(member: PairMember, kind: type[L], *, about: bytes) -> Pair[str | None]:
    """Return what stands of each by seat; None where nothing does."""
    records = member.reading.read(kind, subject=about)
    mine = _stands([record for record in records if record.mine])
    theirs = _stands([record for record in records if not record.mine])
    return seated(mine, theirs, member.seat)


def _stands(records: list[Record[L]]) -> str | None:
    stand = standing(records, lambda entry: entry.kind)
    return next((record.entry.text for record in stand.values()), None)
