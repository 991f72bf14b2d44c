"""The two kinds of entry that the journal writes itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from coequal.core.entry import Audience, Shred


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What was closed is open; `answers` names the refs of all that opened."""

    kind: ClassVar[str] = "opened"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """Its author made an entry unreadable; `answers` names its ref."""

    kind: ClassVar[str] = "taken back"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeen:
    """What I saw when it opened: the refs, so that nobody can swap them later."""

    kind: ClassVar[str] = "first seen"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    refs: tuple[bytes, ...]
