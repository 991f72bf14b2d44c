"""Alice and Bob share a space; Carol is a stranger; Eve has the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from coequal.core.entry import Audience, Shred
from coequal.journal import kinds
from coequal.journal.access import SpaceAccess


@dataclass(frozen=True, slots=True, kw_only=True)
class Thought:
    kind: ClassVar[str] = "test thought"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    kind: ClassVar[str] = "test word"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.AUTHOR

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vow:
    kind: ClassVar[str] = "test vow"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    kind: ClassVar[str] = "test ballot"
    audience: ClassVar[Audience] = Audience.WAITING
    shred: ClassVar[Shred] = Shred.AUTHOR

    choice: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    kind: ClassVar[str] = "test wish"
    audience: ClassVar[Audience] = Audience.WAITING
    shred: ClassVar[Shred] = Shred.NEVER

    text: str


kinds.register(Thought, Word, Vow, Ballot, Wish)


@dataclass(frozen=True, slots=True, kw_only=True)
class Couple:
    alice: SpaceAccess
    bob: SpaceAccess
