"""Tags: how the database finds rows of one kind or subject that it cannot read.

A tag differs for the two authors of a space and for each host (format.md, 4).
"""

from __future__ import annotations

from typing import Literal

from coequal.sealed.hashing import digest
from coequal.sealed.host import Host
from coequal.sealed.person import SpaceKey


class Tags:
    """The columns of one space, each made once: a page asks for the same few often."""

    def __init__(self, *, host: Host, space: SpaceKey) -> None:
        self._host = host
        self.space = space
        self._key = digest("tagkey", key=space.key)
        self._made: dict[tuple[bytes, str | bytes], bytes] = {}

    def kind(self, author: bytes, kind: str) -> bytes:
        """Return the column `kind` of an author's rows of one kind."""
        made = self._made.get((author, kind))
        if made is None:
            made = self.column(author, self.inner("kind", kind.encode()))
            self._made[author, kind] = made
        return made

    def about(self, author: bytes, subject: bytes) -> bytes:
        """Return the column `about` of an author's rows on one subject."""
        made = self._made.get((author, subject))
        if made is None:
            made = self.column(author, self.inner("about", subject))
            self._made[author, subject] = made
        return made

    def inner(self, what: Literal["kind", "about"], name: bytes) -> bytes:
        """Return the tag of a kind or a subject within the space, the same for both."""
        return digest("tag", what.encode(), name, key=self._key, size=16)

    # Mixed with the author and the host's key: else somebody with a copy of the
    # database could find the other's closed row on a subject by the tag of their own.
    def column(self, author: bytes, inner: bytes) -> bytes:
        """Return a tag as stored: other for each author, paired by the host only."""
        key = self._host.tag
        return digest("mix", self.space.id, author, inner, key=key, size=16)
