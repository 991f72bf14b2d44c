"""What one of two keeps beside the rows, for themselves alone (format.md, 4).

It lies in the space of the two, in boxes of fixed sizes, under a key that nobody else
has: in my own space it would tell, by two copies, which space is whose.
"""

from __future__ import annotations

from typing import Final

from coequal.sealed.box import OVERHEAD, pad, seal, unpad, unseal
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest, lp
from coequal.sealed.person import Member

SMALL: Final = 256
LARGE: Final = 4096
"""Bytes that a box always takes, before it is sealed."""
SEALED: Final = SMALL + OVERHEAD
"""Bytes of a small one as it lies in the database."""
HELD: Final = LARGE - 4
"""Bytes that fit into a large one."""
_NUMBER: Final = 2


def places(*, signer: Member, space: bytes, name: str) -> tuple[bytes, bytes]:
    """Return the first and the last place (16 bytes) where something may be kept.

    The database learns how many boxes one thing takes, and not what it is.
    """
    tag = digest("place", space, name.encode(), key=signer.ed, size=16 - _NUMBER)
    return tag + bytes(_NUMBER), tag + b"\xff" * _NUMBER


def next_place(place: bytes) -> bytes:
    """Return the place after this one. Raises `OverflowError` after the last."""
    number = int.from_bytes(place[-_NUMBER:], "big") + 1
    return place[:-_NUMBER] + number.to_bytes(_NUMBER, "big")


def seal_kept(
    *, signer: Member, space: bytes, place: bytes, plain: bytes, size: int = LARGE
) -> bytes:
    """Seal what I keep in one place. `Refused` if it does not fit `size`."""
    key, aad = _key(signer, space), _aad(signer, space, place)
    # Always padded to one size, so that an empty box looks like any other.
    nonce = fresh(24, "nonce of what is kept", aad, plain)
    return seal(key=key, aad=aad, plain=pad(plain, size), nonce=nonce)


def open_kept(*, signer: Member, space: bytes, place: bytes, sealed: bytes) -> bytes:
    """Return what I keep there; `Unreadable` or `Unsound` if the box is not mine."""
    key, aad = _key(signer, space), _aad(signer, space, place)
    return unpad(unseal(key=key, aad=aad, box=sealed))


def _key(signer: Member, space: bytes) -> bytes:
    # Not the space's key, which the other person has too.
    return digest("kept", space, key=signer.ed)


def _aad(signer: Member, space: bytes, place: bytes) -> bytes:
    return lp(b"kept", space, signer.id, place)
