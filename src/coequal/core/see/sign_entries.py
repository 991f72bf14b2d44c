"""What people write about everyday signs: marks of one's own, and what is put up."""

from __future__ import annotations

from enum import IntEnum

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.see.entries import MOST_TIMES, SHEET


class Often(IntEnum):
    """How often somebody notices a sign."""

    NOT = 0
    SOMETIMES = 1
    OFTEN = 2


@entry("noticed", Audience.NOTES, shred=Shred.AUTHOR)
class Noticed(Entry):
    """How often one person notices a sign on one sheet, for their own eyes.

    `often` is one of `Often`.
    """

    sheet: bytes
    sign: str
    often: int

    def fits(self) -> bool:
        """Whether it is of a sheet that there can be, and as often as one can tick."""
        return len(self.sheet) == SHEET and self.often in {*Often}


@entry("put up", Audience.WAITING, shred=Shred.AUTHOR)
class PutUp(Entry):
    """A sign that one person puts up in one round; a dummy names none."""

    sign: str
    round: int
    often: int

    def fits(self) -> bool:
        """Whether it is of a round that there can be, and as often as one can tick."""
        return 1 <= self.round <= MOST_TIMES and self.often in {*Often}
