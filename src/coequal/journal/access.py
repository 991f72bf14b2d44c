"""Who looks into a space, with what keys, and what they find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from coequal.core.entry import Audience, Entry
from coequal.errors import CoequalError, Refused, Unreadable
from coequal.journal.host import host
from coequal.sealed.person import Member, SpaceKey, member_id
from coequal.sealed.tags import Tags

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, kw_only=True)
class SpaceAccess:
    """One person in one space, for as long as a request lasts.

    `other` is the pinned public key of the second person; in a personal space
    there is none.
    """

    space: SpaceKey = field(repr=False)
    me: Member
    other: bytes | None = None

    @cached_property
    def tags(self) -> Tags:
        """The columns by which rows are found here."""
        return Tags(host=host(), space=self.space)

    @cached_property
    def _pubs(self) -> dict[bytes, bytes]:
        """The public keys of everybody who may write here, by author."""
        pubs = (self.me.pub,) if self.other is None else (self.me.pub, self.other)
        return {member_id(pub): pub for pub in pubs}

    @property
    def authors(self) -> list[bytes]:
        """Everybody who may write here, oneself first."""
        return list(self._pubs)

    def pub(self, author: bytes) -> bytes:
        """Return the pinned key of an author, or raise `Unreadable`.

        The author's column holds a fingerprint of the key, so no table of keys is
        needed, and none can be changed behind the program's back.
        """
        if author not in self._pubs:
            message = "written by nobody of this space"
            raise Unreadable(message)
        return self._pubs[author]

    def check(self, audience: Audience) -> None:
        """Refuse an audience that has no place in this kind of space."""
        # Notes go into a space of one's own, and nothing else does.
        if (audience is Audience.NOTES) is not (self.other is None):
            message = f"audience {audience.value} does not fit this space"
            raise Refused(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Generic[E]):
    """An entry as it was read.

    `ref` names its exact text; `answers` the texts it answers; `mine` whether
    the viewer wrote it; `open` whether everybody it is meant for can read it.
    """

    id: bytes
    ref: bytes
    author: bytes
    subject: bytes
    answers: tuple[bytes, ...]
    follows: tuple[bytes, ...]
    at: int
    mine: bool
    open: bool
    entry: E


@dataclass(slots=True, kw_only=True)
class Damage:
    """Whether somebody met a damaged row in one request, in any space of theirs.

    Whoever shows something says so: what is left out must not look as if it were not
    there. `missing` names the pair that is shown, if something is missing in it.
    """

    met: bool = False
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """A row that is there and cannot be read: `why` says what is wrong with it."""

    id: bytes
    why: CoequalError


def unless_damaged(found: Iterable[Record[E] | Damaged]) -> list[Record[E]]:
    """Return what was read; raise why, if something of it was damaged."""
    sound: list[Record[E]] = []
    for one in found:
        if isinstance(one, Damaged):
            raise one.why
        sound.append(one)
    return sound


def but_damaged(found: Iterable[Record[E] | Damaged]) -> list[Record[E]]:
    """Return what was read, but for what was damaged."""
    return [one for one in found if not isinstance(one, Damaged)]
