"""What somebody typed when nobody was signed in any more, and the slip of its form.

A form carries a slip, sealed by the host: to whom what is typed there belongs, and
which page it stands on. When it arrives and its session is over, the host seals what
was typed to the public key in the slip. From then on the host cannot read it either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coequal.errors import Unsound
from coequal.sealed import curves
from coequal.sealed.box import pad, seal, unpad, unseal
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest, lp, u64, unframed
from coequal.sealed.host import Host

SLIP: Final = 256
"""Bytes that a slip always takes, before it is sealed."""
DRAFT: Final = 65536
"""Bytes that a draft always takes, before it is sealed."""
_X: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """Whose a form is, on which page it stands, and until when it counts.

    `to` is the person's public key for drafts (32 bytes); `account` is the id of the
    account, or empty for somebody who has kept nothing; `page` is an address; `expiry`
    is in unix seconds.
    """

    to: bytes
    account: bytes
    page: str
    expiry: int


def public_key(secret: bytes) -> bytes:
    """Return the key (32 bytes) that drafts of a person are sealed to."""
    return curves.public_x(_private(secret))


def _private(secret: bytes) -> bytes:
    return digest("draft", key=secret)


def seal_slip(host: Host, slip: Slip) -> bytes:
    """Seal a slip, always to one size. `Refused` if its address is too long."""
    plain = lp(slip.to, slip.account, u64(slip.expiry), slip.page.encode())
    nonce = fresh(24, "nonce of a slip", plain)
    return seal(key=host.slip, aad=lp(b"slip"), plain=pad(plain, SLIP), nonce=nonce)


def open_slip(host: Host, sealed: bytes) -> Slip:
    """Return what the host once sealed, or raise `Unreadable` or `Unsound`.

    Whether it still counts is for who asks to say: what is late may still be told.
    """
    parts = unframed(unpad(unseal(key=host.slip, aad=lp(b"slip"), box=sealed)), 4)
    to, account, expiry, page = parts
    return Slip(
        to=to, account=account, expiry=int.from_bytes(expiry, "big"), page=page.decode()
    )


def row_key(host: Host, account: bytes, number: int) -> bytes:
    """Return where the draft of one number lies, of an account.

    By the host's key: a copy of the database does not tell whose a draft is, nor
    which two are of one person. An account has as many as there are numbers.
    """
    return digest("draftrow", account, bytes([number]), key=host.name)


def browser_key(host: Host, row: bytes) -> bytes:
    """Return what names the browser that sent a draft, so that it can be deleted.

    `row` is the key of its session's row, whether or not there is one.
    """
    return digest("draftby", row, key=host.name)


def seal_draft(*, to: bytes, row: bytes, expiry: int, plain: bytes) -> bytes:
    """Seal a draft to a public key: for this very row, always to one size.

    `Refused` if it does not fit, `Unsound` if the key is none.
    """
    aad = _aad(to, row, expiry)
    once = fresh(_X, "key of a draft", aad, plain)
    shown = curves.public_x(once)
    key = _key(curves.agreed(x=once, pub=to), shown, to)
    nonce = fresh(24, "nonce of a draft", aad, plain)
    return shown + seal(key=key, aad=aad, plain=pad(plain, DRAFT), nonce=nonce)


def open_draft(*, secret: bytes, row: bytes, expiry: int, sealed: bytes) -> bytes:
    """Return a draft of this person's, or raise `Unreadable` or `Unsound`."""
    shown, box = sealed[:_X], sealed[_X:]
    if len(shown) != _X:
        raise Unsound("a draft is cut")
    x = _private(secret)
    to = curves.public_x(x)
    key = _key(curves.agreed(x=x, pub=shown), shown, to)
    return unpad(unseal(key=key, aad=_aad(to, row, expiry), box=box))


def _key(agreed: bytes, shown: bytes, to: bytes) -> bytes:
    return digest("draftbox", shown, to, key=agreed)


def _aad(to: bytes, row: bytes, expiry: int) -> bytes:
    return lp(b"draft", to, row, u64(expiry))
