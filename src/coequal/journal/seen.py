"""What was open to both when I last acted here, and what of it is missing now.

A row is *there* where its columns are as I saw them. One that is gone, or stands under
other columns, is missing; so is one whose share is gone while its author did not take
it back, and one that a later row of its author follows. While something is missing,
what it could have ended or changed counts for nobody, until I go on without it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from coequal.core.recorded import NAME as NAMED
from coequal.journal.access import SpaceAccess
from coequal.journal.entries import TakenBack
from coequal.sealed import seen
from coequal.sealed.seen import MARK, PRINT, ROW

NAME: Final = "seen"
"""Under which name the memory is kept."""
NOT_WHOLE: Final = bytes(PRINT)
_COUNT: Final = 4
_HEAD: Final = _COUNT + PRINT
_KIND: Final = slice(0, 16)
_ABOUT: Final = slice(16, 32)
_REF: Final = slice(32, ROW)


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """What I keep: `joined` prints of rows, in the order they came to be known.

    `let_go` are those that I go on without: prints, and beginnings of refs. `whole`
    stands for all rows as they lay there last, if none of them was missing.
    """

    joined: bytes = b""
    let_go: tuple[bytes, ...] = ()
    whole: bytes = NOT_WHOLE

    @classmethod
    def decode(cls, plain: bytes) -> Remembered | None:
        """Return what was kept; None where it is gone or damaged."""
        if len(plain) % PRINT != _COUNT or len(plain) < _HEAD:
            return None
        start = _HEAD + PRINT * int.from_bytes(plain[:_COUNT], "big")
        let_go = tuple(pieces(plain[_HEAD:start], PRINT))
        return cls(whole=plain[_COUNT:_HEAD], let_go=let_go, joined=plain[start:])

    def encode(self) -> bytes:
        """Return it as bytes, with what is new at the end: boxes before that stay."""
        many = len(self.let_go).to_bytes(_COUNT, "big")
        return many + self.whole + b"".join(self.let_go) + self.joined

    @cached_property
    def prints(self) -> frozenset[bytes]:
        """The print of each row."""
        return frozenset(pieces(self.joined, PRINT))

    def also(
        self, prints: Iterable[bytes], *, whole: bytes, let_go: Iterable[bytes]
    ) -> Remembered:
        """Return the same with prints that are new to it, and what I let go by now."""
        return Remembered(
            joined=self.joined + b"".join(prints),
            let_go=tuple(dict.fromkeys(let_go)),
            whole=whole,
        )


EMPTY: Final = Remembered().encode()
"""What is kept from the beginning: that there is none at all is then a sign."""


@dataclass(frozen=True, kw_only=True)
class There:
    """The rows that are open to both, by their columns, as they lie there."""

    access: SpaceAccess = field(repr=False)
    rows: tuple[bytes, ...] = field(repr=False)

    @classmethod
    def found(cls, access: SpaceAccess, joined: bytes) -> There:
        """Take apart the columns of all rows, which stand one after the other."""
        return cls(access=access, rows=tuple(pieces(joined, ROW)))

    @cached_property
    def prints(self) -> list[bytes]:
        """The print of each row."""
        return self.prints_of(self.rows)

    @cached_property
    def whole(self) -> bytes:
        """What stands for all of them at once: it costs a tenth of their prints."""
        me, space = self.access.me, self.access.space.id
        return seen.whole(signer=me, space=space, rows=self.rows)

    @cached_property
    def refs(self) -> frozenset[bytes]:
        """The ref of each row."""
        return frozenset([row[_REF] for row in self.rows])

    def refs_but(self, known: Container[bytes]) -> list[bytes]:
        """Return the refs of rows whose prints are not known."""
        found = zip(self.rows, self.prints, strict=True)
        return [row[_REF] for row, made in found if made not in known]

    @cached_property
    def taken_back(self) -> frozenset[bytes]:
        """The columns of what was taken back, by whoever wrote it."""
        tags = self.access.tags
        kinds = {tags.kind(one, TakenBack.kind) for one in self.access.authors}
        return frozenset([row[_ABOUT] for row in self.rows if row[_KIND] in kinds])

    def prints_of(self, rows: Iterable[bytes]) -> list[bytes]:
        """Return the prints of some rows by their columns."""
        me, space = self.access.me, self.access.space.id
        return seen.prints(signer=me, space=space, rows=rows)


@dataclass(slots=True, kw_only=True)
class WhatIsMissing:
    """What is missing, as far as one request has found.

    `names` are prints, or beginnings of refs; `on` the marks of the subjects it is
    missing on. `anywhere`: of something that is missing nobody knows on what.
    """

    names: set[bytes] = field(default_factory=set)
    on: set[bytes] = field(default_factory=set)
    anywhere: bool = False
    let_go: frozenset[bytes] = frozenset()

    def __bool__(self) -> bool:
        return self.anywhere or bool(self.names)

    @property
    def found(self) -> tuple[int, int, bool]:
        """How much of it was found so far: another number is more."""
        return len(self.names), len(self.on), self.anywhere

    def add(self, ref: bytes, about: bytes) -> None:
        """Take note that the row with this ref, on this subject, is missing."""
        if ref[:NAMED] not in self.let_go:
            self.names.add(ref[:NAMED])
            self.on.add(about[:MARK])

    def add_gap(self, ref: bytes) -> None:
        """Take note that a row is missing of which only its ref is known."""
        if ref[:NAMED] not in self.let_go:
            self.names.add(ref[:NAMED])
            self.anywhere = True


def pieces(joined: bytes, size: int) -> list[bytes]:
    """Take apart what stands one after the other, each of one size."""
    return [joined[at : at + size] for at in range(0, len(joined), size)]
