"""Closed until both are in: closed shares, and the marks of what has opened.

The rule itself, who may put in and when, lives in the journal (format.md, 5).
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Final

from coequal.errors import Unsound
from coequal.sealed.box import OVERHEAD, seal, unseal
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest, lp
from coequal.sealed.host import Host
from coequal.sealed.rows import Row

SHARE: Final = 32
_REF: Final = 32
_CLOSED: Final = OVERHEAD + SHARE + _REF


def is_closed(column: bytes) -> bool:
    """Tell a closed share column from a plain share; another size is `Unsound`."""
    if len(column) not in {SHARE, _CLOSED}:
        raise Unsound("a share has an unknown size")
    return len(column) == _CLOSED


def close_share(*, host: Host, row: Row, share: bytes, ref: bytes) -> bytes:
    """Seal a share and the ref of its row under the host's epoch, for the column."""
    # The ref goes in too: who rewrites the row under the same share is found out.
    plain, aad = share + ref, _aad(row)
    nonce = fresh(24, "nonce of a share", aad, plain)
    return seal(key=host.slot, aad=aad, plain=plain, nonce=nonce)


def open_share(*, host: Host, row: Row, column: bytes) -> tuple[bytes, bytes]:
    """Return share and ref; `Unreadable` under another epoch, else `Unsound`."""
    if not is_closed(column):
        raise Unsound("a share is not closed")
    plain = unseal(key=host.slot, aad=_aad(row), box=column)
    return plain[:SHARE], plain[SHARE:]


def _aad(row: Row) -> bytes:
    return lp(b"slot", row.space, row.author, row.about, row.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The host's word that two rows have opened for one another, as they were then.

    Ids have 16 bytes, refs and the mark itself 32; the lower id stands first.
    """

    id1: bytes
    ref1: bytes
    id2: bytes
    ref2: bytes
    mark: bytes


def make_mark(
    *, host: Host, space_id: bytes, one: tuple[bytes, bytes], two: tuple[bytes, bytes]
) -> Mark:
    """Return the mark of two rows, each given as (id, ref), in either order."""
    # In one order, so that the mark does not tell who was in last.
    (id1, ref1), (id2, ref2) = sorted((one, two))
    mark = digest("mark", space_id, id1, ref1, id2, ref2, key=host.mark)
    return Mark(id1=id1, ref1=ref1, id2=id2, ref2=ref2, mark=mark)


def check_mark(*, host: Host, space_id: bytes, mark: Mark) -> None:
    """Pass if the host made this very mark for this space, else `Unsound`."""
    one, two = (mark.id1, mark.ref1), (mark.id2, mark.ref2)
    made = make_mark(host=host, space_id=space_id, one=one, two=two)
    ordered = mark.id1 < mark.id2
    if not ordered or not hmac.compare_digest(made.mark, mark.mark):
        raise Unsound("a mark is not the host's")
