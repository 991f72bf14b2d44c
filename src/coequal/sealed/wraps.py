"""A person's secret, wrapped by a passphrase or by a recovery code.

Opening a wrap is the check of the phrase; there is no second hash of it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from nacl import pwhash

from coequal.errors import Unreadable, Unsound
from coequal.sealed.box import OVERHEAD, seal, unseal
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import FORMAT, digest, lp
from coequal.sealed.host import Host


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How costly one guess is: memory in bytes, and passes over it (Argon2id, p 1)."""

    memory: int
    passes: int


# Never numbers from the database: they could ask for all memory there is, or for none.
PROFILES: dict[int, Profile] = {1: Profile(memory=64 * 2**20, passes=3)}
"""The closed list: a database names a profile, and never its numbers."""
CURRENT = 1
"""The profile of new wraps."""

_PHRASE: Final = bytes([FORMAT]) + b"P"
_RECOVERY: Final = bytes([FORMAT]) + b"R\x00"
_SECRET: Final = 32
_SALT: Final = 16


def harden(raw: bytes, salt: bytes, profile: int) -> bytes:
    """Return 32 bytes of Argon2id under a profile; unknown ones are `Unreadable`."""
    if profile not in PROFILES:
        raise Unreadable("a wrap names a profile that is not known")
    cost = PROFILES[profile]
    return pwhash.argon2id.kdf(
        32, raw, salt, opslimit=cost.passes, memlimit=cost.memory
    )


def stretch(phrase: str, salt: bytes, profile: int | None = None) -> bytes:
    """Stretch a passphrase, composed or decomposed alike; `None` means `CURRENT`.

    Costs as much as the profile says; several accounts can share one stretch.
    """
    # Keyboards differ in whether an accent is a sign of its own.
    composed = unicodedata.normalize("NFC", phrase).encode("utf-8", "surrogatepass")
    return harden(composed, salt, CURRENT if profile is None else profile)


def salt_of(wrap: bytes) -> tuple[bytes, int]:
    """Return the salt and the profile that a passphrase wrap names.

    `Unsound` when it is no such wrap, `Unreadable` when its profile is unknown.
    """
    if len(wrap) != 3 + _SALT + OVERHEAD + _SECRET or wrap[:2] != _PHRASE:
        raise Unsound("this is no passphrase wrap")
    if wrap[2] not in PROFILES:
        raise Unreadable("a wrap names a profile that is not known")
    return wrap[3 : 3 + _SALT], wrap[2]


def _kek(stretched: bytes, host: Host) -> bytes:
    # With the host's key in it, a stolen database cannot be guessed at.
    return digest("kek", host.wrap, key=stretched)


def wrap_phrase(  # noqa: PLR0913  each part is bound into the wrap
    *,
    secret: bytes,
    stretched: bytes,
    salt: bytes,
    account: bytes,
    host: Host,
    profile: int | None = None,
) -> bytes:
    """Wrap a secret under a stretched phrase and the host's key, for one account."""
    head = _PHRASE + bytes([CURRENT if profile is None else profile])
    aad = lp(b"wrap", head, salt, account)
    key = _kek(stretched, host)
    nonce = fresh(24, "nonce of a wrap", aad, key, secret)
    return head + salt + seal(key=key, aad=aad, plain=secret, nonce=nonce)


def open_phrase(*, wrap: bytes, stretched: bytes, account: bytes, host: Host) -> bytes:
    """Return the secret, or raise `Unreadable` (wrong phrase) or `Unsound`."""
    salt, profile = salt_of(wrap)
    aad = lp(b"wrap", _PHRASE + bytes([profile]), salt, account)
    return unseal(key=_kek(stretched, host), aad=aad, box=wrap[3 + _SALT :])


def wrap_recovery(*, secret: bytes, code: bytes, account: bytes) -> bytes:
    """Wrap a secret under a 20-byte code. It needs no host: it is the way back."""
    key = digest("recover", code, account)
    aad = lp(b"wrap", _RECOVERY, account)
    nonce = fresh(24, "nonce of a wrap", aad, key, secret)
    return _RECOVERY + seal(key=key, aad=aad, plain=secret, nonce=nonce)


def open_recovery(*, wrap: bytes, code: bytes, account: bytes) -> bytes:
    """Return the secret, or raise `Unreadable` (wrong code) or `Unsound`."""
    if len(wrap) != 3 + OVERHEAD + _SECRET or wrap[:3] != _RECOVERY:
        raise Unsound("this is no recovery wrap")
    key = digest("recover", code, account)
    return unseal(key=key, aad=lp(b"wrap", _RECOVERY, account), box=wrap[3:])


def new_code(*about: bytes) -> bytes:
    """Return a recovery code (20 bytes), to be written by `codes.encode`."""
    return fresh(20, "recovery code", *about)


def one_column(secret: bytes, host: Host) -> bytes:
    """Return what is unique of an account (32 bytes): no secret has two of them.

    It follows from the secret under a label of its own, so that it is no value that
    stands beside what its owner writes.
    """
    return digest("one", secret, key=host.name)


def name_column(name: str, host: Host) -> bytes:
    """Return what stands in the database for a sign-in name (32 bytes).

    Case, width and spaces around the name do not matter.
    """
    # Folding case can undo the normal form, so it is made again after.
    folded = unicodedata.normalize("NFKC", name).casefold()
    plain = unicodedata.normalize("NFKC", folded).strip()
    return digest("name", plain.encode("utf-8", "surrogatepass"), key=host.name)
