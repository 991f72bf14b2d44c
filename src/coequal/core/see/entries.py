"""What the room writes into the journal."""

from __future__ import annotations

from typing import Final

from coequal.core.entry import Audience, Entry, Shred, entry

READY: Final = "ready"


@entry("sheet", Audience.NOTES, shred=Shred.AUTHOR)
class Sheet(Entry):
    """One other person somebody has in mind, and what the two are to each other.

    `pair` is a type of pair. What the author calls the other person stands in the
    entry of the pair. Nobody else learns that a sheet exists.
    """

    id: bytes
    pair: str


@entry("sitting", Audience.NOTES, shred=Shred.AUTHOR)
class Sitting(Entry):
    """The beginning of another sitting on one sheet; the first needs none.

    `number` counts one's own sittings from 1. Nobody else learns of it.
    """

    sheet: bytes
    number: int


@entry("answer", Audience.NOTES, shred=Shred.AUTHOR)
class Answer(Entry):
    """One answer of one person on one sheet in one sitting, for their own eyes."""

    instrument: str
    version: int
    pair: str
    sheet: bytes
    sitting: int
    item: str
    value: int | str


@entry("opening", Audience.WAITING, as_one=True)
class Opening(Entry):
    """What one person puts in for one part; dummies hold no values.

    Nor does `READY`, but where two sat side by side: then it says so by `LIGHT`.

    `round` counts the pictures of the two from 1, never one's own sittings: how
    often somebody answered alone is theirs to know.
    """

    area: str
    round: int
    version: int
    values: dict[str, int | str]
