"""Alice and Bob share a space; Carol is a stranger; Eve has the database."""

from __future__ import annotations

from dataclasses import dataclass

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.journal.access import SpaceAccess
from coequal.journal.reading import Reading


@entry("test thought", Audience.NOTES, shred=Shred.AUTHOR)
class Thought(Entry):
    text: str


@entry("test word", Audience.BOTH, shred=Shred.AUTHOR)
class Word(Entry):
    text: str


@entry("test vow", Audience.BOTH)
class Vow(Entry):
    text: str


@entry("test ballot", Audience.WAITING, shred=Shred.AUTHOR)
class Ballot(Entry):
    choice: int


@entry("test wish", Audience.WAITING)
class Wish(Entry):
    text: str


@entry("test part", Audience.WAITING, as_one=True)
class Part(Entry):
    """One of several that open as one."""

    choice: int


KINDS = (Thought, Word, Vow, Ballot, Wish, Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Couple:
    """Two people in one space; each time they are named they look anew."""

    her: SpaceAccess
    his: SpaceAccess

    @property
    def alice(self) -> Reading:
        return Reading(access=self.her)

    @property
    def bob(self) -> Reading:
        return Reading(access=self.his)
