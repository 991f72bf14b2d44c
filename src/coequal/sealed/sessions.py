"""A session: half of it in a cookie, half in a row, neither of use alone."""

from __future__ import annotations

from typing import Final

from coequal.errors import Unreadable
from coequal.sealed.box import pad, seal, unpad, unseal
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest, lp, u64

VIEW: Final = 1024
"""Bytes that what a session has in view always takes, before it is sealed."""


def new_cookie(*about: bytes) -> bytes:
    """Return the 32 bytes that the browser keeps and the database never sees."""
    return fresh(32, "cookie", *about)


def row_key(cookie: bytes) -> bytes:
    """Return the key of a session's row; a cookie of another size is `Unreadable`."""
    _check(cookie)
    return digest("sid", key=cookie)


def seal_session(*, cookie: bytes, owner: bytes, expiry: int, secret: bytes) -> bytes:
    """Seal a secret for one cookie, one owner and until one moment.

    `owner` is the account's id, or empty for a person who has kept nothing yet;
    `expiry` is in unix seconds.
    """
    _check(cookie)
    # Owner and expiry are bound in: whoever can write the database cannot make a
    # session last longer, or make it one of somebody else's account.
    key, aad = digest("sess", key=cookie), lp(b"sess", owner, u64(expiry))
    nonce = fresh(24, "nonce of a session", aad, cookie)
    return seal(key=key, aad=aad, plain=secret, nonce=nonce)


def open_session(
    *, cookie: bytes, owner: bytes, expiry: int, now: int, sealed: bytes
) -> bytes:
    """Return the secret; at or after `expiry` it is `Unreadable`."""
    _check(cookie)
    if now >= expiry:
        raise Unreadable("the session is over")
    key, aad = digest("sess", key=cookie), lp(b"sess", owner, u64(expiry))
    return unseal(key=key, aad=aad, box=sealed)


def form_key(*, cookie: bytes, sent: bytes) -> bytes:
    """Return what is kept of a form that was sent: it tells neither who, nor what."""
    _check(cookie)
    return digest("form", sent, key=cookie)


def seal_view(*, cookie: bytes, owner: bytes, expiry: int, plain: bytes) -> bytes:
    """Seal what one session has in view: always of one size, and bound to its row.

    `Refused` if it does not fit into `VIEW` bytes.
    """
    _check(cookie)
    key, aad = digest("view", key=cookie), lp(b"view", owner, u64(expiry))
    nonce = fresh(24, "nonce of a view", aad, cookie, plain)
    return seal(key=key, aad=aad, plain=pad(plain, VIEW), nonce=nonce)


def open_view(*, cookie: bytes, owner: bytes, expiry: int, sealed: bytes) -> bytes:
    """Return what a session has in view, or raise `Unreadable` or `Unsound`."""
    _check(cookie)
    key, aad = digest("view", key=cookie), lp(b"view", owner, u64(expiry))
    return unpad(unseal(key=key, aad=aad, box=sealed))


def _check(cookie: bytes) -> None:
    if len(cookie) != 32:
        raise Unreadable("a cookie has another size")
