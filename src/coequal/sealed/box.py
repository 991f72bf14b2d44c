"""The one seal: XChaCha20-Poly1305 that commits to its key, and the padding.

A bare authenticated cipher lets one who knows two keys make one box that opens
to two texts. So every box carries 32 bytes that fit one key only (format.md, 1).
"""

from __future__ import annotations

import hmac
from contextlib import suppress
from typing import Final

from nacl import bindings
from nacl.exceptions import CryptoError

from coequal.errors import Refused, Unreadable, Unsound
from coequal.sealed.hashing import FORMAT, digest

VERSION: Final = bytes([FORMAT, 0])
OVERHEAD: Final = 2 + 24 + 32 + 16
"""Bytes that a seal adds: version, nonce, commitment, tag."""

SIZES: Final = (256, 512, 1024, 4096, 16384, 65536)
"""The lengths of a padded text, where which of them it takes may be seen."""

CLOSED: Final = 2048
"""The one length of all that is closed: how long it is would say something of it."""

_KNOWN: Final = frozenset({*SIZES, CLOSED})


def _keys(key: bytes, nonce: bytes) -> tuple[bytes, bytes]:
    """Return the cipher key and the commitment to it, 32 bytes each."""
    both = digest("seal", nonce, key=key, size=64)
    return both[:32], both[32:]


def seal(*, key: bytes, aad: bytes, plain: bytes, nonce: bytes) -> bytes:
    """Seal `plain` under a 32-byte key and a 24-byte nonce, bound to `aad`."""
    cipher_key, commitment = _keys(key, nonce)
    # The version is bound too, so that no box can be passed off as one of another.
    ciphertext = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        plain, VERSION + aad, nonce, cipher_key
    )
    return VERSION + nonce + commitment + ciphertext


def unseal(*, key: bytes, aad: bytes, box: bytes) -> bytes:
    """Open a box, or raise.

    `Unreadable` when the box commits to another key, which is found before
    anything is deciphered; `Unsound` when it is cut, of another version, changed,
    or bound to something other than `aad`.
    """
    if len(box) < OVERHEAD or box[:2] != VERSION:
        raise Unsound("a box is cut or of another version")
    nonce, commitment, ciphertext = box[2:26], box[26:58], box[58:]
    cipher_key, expected = _keys(key, nonce)
    # Compared in constant time, and before anything is deciphered.
    if not hmac.compare_digest(commitment, expected):
        raise Unreadable("a box is sealed under another key")
    # Raised outside of `except`, so that no error drags another along.
    with suppress(CryptoError):
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            ciphertext, VERSION + aad, nonce, cipher_key
        )
    raise Unsound("a box was changed or belongs elsewhere")


def bucket(length: int) -> int:
    """Return the smallest padded size that holds `length` bytes.

    `Refused` when there is none.
    """
    for size in SIZES:
        if length + 4 <= size:
            return size
    raise Refused("a text is too long for one entry")


def pad(plain: bytes, size: int) -> bytes:
    """Hide the length of `plain`: 4-byte length, text, zeros, up to `size`.

    `Refused` when it does not fit. `size` is one of `SIZES`, or `CLOSED`; another one
    is a mistake in the program: `ValueError`.

    >>> pad(b"hi", 256)[:8].hex()
    '0000000268690000'
    """
    if size not in _KNOWN:
        raise ValueError("padding does not know this size")
    if len(plain) + 4 > size:
        raise Refused("a text is too long for one entry")
    return (len(plain).to_bytes(4, "big") + plain).ljust(size, b"\0")


def unpad(padded: bytes) -> bytes:
    """Take the padding off; `Unsound` if any byte of it is not as `pad` made it."""
    # There is one way to pad a text, or one text could be sealed in several ways.
    length = int.from_bytes(padded[:4], "big")
    if len(padded) not in _KNOWN or length + 4 > len(padded):
        raise Unsound("padding has an unknown size or too long a length")
    if padded[4 + length :].strip(b"\0"):
        raise Unsound("padding is not zero")
    return padded[4 : 4 + length]
