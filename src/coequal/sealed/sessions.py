"""A session: half of it in a cookie, half in a row, neither of use alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coequal.errors import Unreadable
from coequal.sealed.box import pad, seal, unpad, unseal
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest, lp, u64
from coequal.sealed.host import Host

VIEW: Final = 1024
"""Bytes that what a session has in view always takes, before it is sealed."""


def new_cookie(*about: bytes) -> bytes:
    """Return the 32 bytes that the browser keeps and the database never sees."""
    return fresh(32, "cookie", *about)


def next_cookie(*, secret: bytes, form: bytes, day: int) -> bytes:
    """Return the cookie of the session that one form begins, for whom it begins it.

    `form` is what no other form has; pressed twice in a day, it begins one session.
    It follows from the secret: whoever read a form in somebody's browser, and sent it
    for themselves, had another cookie of it.
    """
    return digest("next", form, u64(day), key=secret)


def row_key(cookie: bytes) -> bytes:
    """Return the key of a session's row; a cookie of another size is `Unreadable`."""
    _check(cookie)
    return digest("sid", key=cookie)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What stands beside a sealed session, and is bound into it.

    `owner` is the account's id, or empty for a person who has kept nothing yet;
    `expiry` is in unix seconds; `space` is what `seal_space` returned, or empty;
    `device` is empty but for one of two who share a browser.
    """

    owner: bytes
    expiry: int
    space: bytes = b""
    device: bytes = b""
    lasting: bool = False

    def bound(self) -> bytes:
        """Return them as a session is bound to them."""
        # Whoever can write the database cannot make a session last longer or be taken
        # for a short one, make it somebody else's, or move it to another device.
        lasting = bytes([self.lasting])
        parts = (self.owner, u64(self.expiry), self.space, self.device, lasting)
        return lp(b"sess", *parts)


def seal_session(*, cookie: bytes, terms: Terms, secret: bytes) -> bytes:
    """Seal a secret for one cookie and on these terms."""
    _check(cookie)
    key, aad = digest("sess", key=cookie), terms.bound()
    nonce = fresh(24, "nonce of a session", aad, cookie)
    return seal(key=key, aad=aad, plain=secret, nonce=nonce)


def open_session(*, cookie: bytes, terms: Terms, now: int, sealed: bytes) -> bytes:
    """Return the secret; at or after the end of the session it is `Unreadable`."""
    _check(cookie)
    if now >= terms.expiry:
        raise Unreadable("the session is over")
    return unseal(key=digest("sess", key=cookie), aad=terms.bound(), box=sealed)


def seal_space(*, host: Host, row: bytes, expiry: int, space: bytes) -> bytes:
    """Seal which space goes at the end of the row that names it.

    Nobody's cookie is there at that end. So it is sealed by the host for this very
    row: a space that somebody wrote there stays, and none can be told from a copy.
    """
    aad = lp(b"unkept", row, u64(expiry))
    nonce = fresh(24, "nonce of a space", aad, space)
    return seal(key=host.unkept, aad=aad, plain=space, nonce=nonce)


def open_space(*, host: Host, row: bytes, expiry: int, sealed: bytes) -> bytes:
    """Return the space that goes with a row, or raise `Unreadable` or `Unsound`."""
    return unseal(key=host.unkept, aad=lp(b"unkept", row, u64(expiry)), box=sealed)


def form_key(*, cookie: bytes, sent: bytes) -> bytes:
    """Return what is kept of a form that was sent: it tells neither who, nor what."""
    _check(cookie)
    return digest("form", sent, key=cookie)


def page_mark(*, cookie: bytes, secret: bytes, page: bytes) -> bytes:
    """Return what a page that a session was shown has in its forms (16 bytes).

    Without the secret nobody can make one, not even who has the cookie.
    """
    return digest("leaf", row_key(cookie), page, key=secret, size=16)


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
