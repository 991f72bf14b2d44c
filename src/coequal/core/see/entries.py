"""What the room writes into the journal."""

from __future__ import annotations

from typing import Final

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.people import PairType, Role

READY: Final = "ready"
SHEET: Final = 16
"""How many bytes name a sheet."""
MOST_TIMES: Final = 10_000
"""Nobody sits down, and no two look, more often than that: they count from 1."""


@entry("sheet", Audience.NOTES, shred=Shred.AUTHOR)
class Sheet(Entry):
    """One other person somebody has in mind, and what the two are to each other.

    `pair` is a type of pair. What the author calls the other person stands in the
    entry of the pair. `role` is which of the two the author is, where that was said.
    Nobody else learns that a sheet exists.
    """

    id: bytes
    pair: str
    role: str = ""

    def fits(self) -> bool:
        """Whether its id is of its size, and it is a type of pair and a role."""
        roles = {"", *Role} if self.pair == PairType.PARENT_CHILD else {""}
        return len(self.id) == SHEET and self.pair in {*PairType} and self.role in roles


@entry("sitting", Audience.NOTES, shred=Shred.AUTHOR)
class Sitting(Entry):
    """The beginning of another sitting on one sheet; the first needs none.

    `number` counts one's own sittings from 1. Nobody else learns of it.
    """

    sheet: bytes
    number: int

    def fits(self) -> bool:
        """Whether it counts from 1."""
        return 1 <= self.number <= MOST_TIMES


@entry("answer", Audience.NOTES, shred=Shred.AUTHOR)
class Answer(Entry):
    """One answer of one person on one sheet in one sitting, for their own eyes.

    `item` names the item and its revision, as `Item.wording` does; `version` is that
    of the form it was given to.
    """

    instrument: str
    version: int
    pair: str
    sheet: bytes
    sitting: int
    item: str
    value: int | str

    def fits(self) -> bool:
        """Whether it is of a sheet and a sitting that there can be."""
        return (
            len(self.sheet) == SHEET
            and self.pair in {*PairType}
            and 1 <= self.sitting <= MOST_TIMES
        )


@entry("prepared", Audience.NOTES, shred=Shred.AUTHOR)
class Prepared(Entry):
    """What somebody would share of a sheet when the two look together, not put in.

    `round` is the picture of the two that it is for, counted as `Opening` does.
    """

    sheet: bytes
    parts: tuple[str, ...]
    round: int

    def fits(self) -> bool:
        """Whether it is of a sheet and a round that there can be."""
        return len(self.sheet) == SHEET and 1 <= self.round <= MOST_TIMES


@entry("opening", Audience.WAITING, as_one=True)
class Opening(Entry):
    """What one person puts in for one part; dummies and `READY` hold no values.

    `round` counts the pictures of the two from 1, never one's own sittings: how
    often somebody answered alone is theirs to know. `version` is that of the form it
    is put in by, and `values` are by wording.
    """

    area: str
    round: int
    version: int
    values: dict[str, int | str]

    def fits(self) -> bool:
        """Whether it is of a round and a form that there can be."""
        return 1 <= self.round <= MOST_TIMES and 1 <= self.version <= MOST_TIMES
