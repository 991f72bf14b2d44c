"""What a person keeps about a pair, and the one entry that says both are here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from coequal.core.entry import SECRET, Audience, Shred


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """An invitation I made: its code, its id, its last second, whom it is for."""

    kind: ClassVar[str] = "invite"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    code: bytes = field(repr=False, metadata=SECRET)
    pair_id: bytes
    expiry: int
    label: str
    own_label: str
    pair: str
    sheet: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A pair I am one of: its space and key, the other's pinned key, my seat.

    `label` is what I call the other person and `own_label` what I read for myself.
    Neither ever leaves my own space. `sheet` is the one of mine whose answers I
    may open here.
    """

    kind: ClassVar[str] = "relation"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    space: bytes
    key: bytes = field(repr=False, metadata=SECRET)
    pair_id: bytes
    other: bytes
    transcript: bytes
    seat: str
    label: str
    own_label: str
    sheet: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """The inviting person has checked the pairing `transcript`; now both are here."""

    kind: ClassVar[str] = "paired"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER

    transcript: bytes
    pair: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCode:
    """A recovery code that was made and not yet written down."""

    kind: ClassVar[str] = "recovery code"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    code: bytes = field(repr=False, metadata=SECRET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A pair that I do not want to see on my front page for now."""

    kind: ClassVar[str] = "resting"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    pair_id: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """That a pair of mine closes at `due`, by my wish; `closing` takes it back."""

    kind: ClassVar[str] = "planned"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    pair_id: bytes
    closing: bytes = field(repr=False, metadata=SECRET)
    due: int
