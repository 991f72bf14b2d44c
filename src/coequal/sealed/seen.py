"""Prints of rows that are open to both: what one remembers of them (format.md, 4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from coequal.sealed.hashing import digest, hasher, lp
from coequal.sealed.person import Member

ROW: Final = 64
"""Bytes of a row's columns `kind`, `about` and `ref`, one after the other."""
PRINT: Final = 16
MARK: Final = 4
"""Bytes of the column `about` that a print begins with: they say on what it was."""
_ABOUT: Final = slice(16, 16 + MARK)


def prints(*, signer: Member, space: bytes, rows: Iterable[bytes]) -> list[bytes]:
    """Return the print of each row, by its columns `kind`, `about` and `ref`.

    Nobody but the signer can make one, or find a row that has the print of another.
    """
    begun = hasher("seen", key=signer.ed, size=PRINT - MARK)
    begun.update(lp(space) + ROW.to_bytes(4, "big"))
    found = []
    # Of thousands of rows all but the row itself is hashed once.
    for row in rows:
        one = begun.copy()
        one.update(row)
        found.append(row[_ABOUT] + one.digest())
    return found


def whole(*, signer: Member, space: bytes, rows: Iterable[bytes]) -> bytes:
    """Return what stands for all of some rows at once, in whatever order they are."""
    joined = b"".join(sorted(rows))
    return digest("seenall", space, joined, key=signer.ed, size=PRINT)
