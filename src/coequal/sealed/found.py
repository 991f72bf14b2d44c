"""What a search found, sealed by the host into an address that tells nothing.

A history of a browser shows addresses to whoever opens it: neither what was looked for
nor what was found stands there, and after an hour it leads to nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coequal.errors import Unreadable
from coequal.sealed.box import pad, seal, unpad, unseal
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import lp, u64, unframed
from coequal.sealed.host import Host

FOUND: Final = 512
"""Bytes that it always takes, before it is sealed."""
LASTING: Final = 3_600
_AAD: Final = lp(b"found")


def seal_found(host: Host, names: Sequence[str], *, now: int) -> bytes:
    """Seal some names, always to one size; good for an hour from `now`, in seconds."""
    plain = lp(u64(now + LASTING), *(name.encode() for name in names))
    nonce = fresh(24, "nonce of what was found", plain)
    return seal(key=host.found, aad=_AAD, plain=pad(plain, FOUND), nonce=nonce)


def open_found(host: Host, sealed: bytes, *, now: int) -> tuple[str, ...]:
    """Return the names.

    `Unreadable` or `Unsound` for what this host did not seal, or sealed too long ago.
    """
    expiry, *names = unframed(unpad(unseal(key=host.found, aad=_AAD, box=sealed)))
    if int.from_bytes(expiry, "big") <= now:
        raise Unreadable("what was found is not shown for longer")
    return tuple(name.decode() for name in names)
