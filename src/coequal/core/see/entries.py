"""What the room writes into the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from coequal.core.entry import Audience, Shred

READY: Final = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One other person somebody has in mind, and what the two are to each other.

    `pair` is a type of pair. What the author calls the other person stands in the
    entry of the pair. Nobody else learns that a sheet exists.
    """

    kind: ClassVar[str] = "sheet"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    id: bytes
    pair: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The beginning of another sitting on one sheet; the first needs none.

    `number` counts one's own sittings from 1. Nobody else learns of it.
    """

    kind: ClassVar[str] = "sitting"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    sheet: bytes
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of one person on one sheet in one sitting, for their own eyes."""

    kind: ClassVar[str] = "answer"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    instrument: str
    version: int
    pair: str
    sheet: bytes
    sitting: int
    item: str
    value: int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What one person puts in for one part; dummies hold no values.

    Nor does `READY`, but where two sat side by side: then it says so by `LIGHT`.

    `round` counts the pictures of the two from 1, never one's own sittings: how
    often somebody answered alone is theirs to know.
    """

    kind: ClassVar[str] = "opening"
    audience: ClassVar[Audience] = Audience.WAITING
    shred: ClassVar[Shred] = Shred.NEVER

    area: str
    round: int
    version: int
    values: dict[str, int | str]
