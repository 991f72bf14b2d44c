"""The head: which of my entries the next one follows, kept for me alone (format.md, 5).

It lies in the space of the two, always of one size, under a key that nobody else
has: in my own space it would tell, by two copies, which space is whose.
"""

from __future__ import annotations

from typing import Final

from coequal.errors import Unsound
from coequal.sealed.box import pad, seal, unpad, unseal
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest, lp
from coequal.sealed.person import Member

SIZE: Final = 256
"""Bytes that a head always takes, before it is sealed."""
_REF: Final = 32


def seal_head(*, signer: Member, space: bytes, ref: bytes) -> bytes:
    """Seal the ref of my latest shared entry; empty while there is none."""
    key, aad = _key(signer, space), lp(b"head", space, signer.id)
    # Always padded to one size, so that an empty head looks like any other.
    nonce = fresh(24, "nonce of a head", aad, ref)
    return seal(key=key, aad=aad, plain=pad(ref, SIZE), nonce=nonce)


def open_head(*, signer: Member, space: bytes, sealed: bytes) -> bytes:
    """Return the ref, or nothing; `Unreadable` or `Unsound` if it is not my head."""
    key, aad = _key(signer, space), lp(b"head", space, signer.id)
    ref = unpad(unseal(key=key, aad=aad, box=sealed))
    if len(ref) not in {0, _REF}:
        raise Unsound("a head is no ref")
    return ref


def _key(signer: Member, space: bytes) -> bytes:
    # Not the space's key, which the other person has too.
    return digest("head", space, key=signer.ed)
