"""Everything that is done with elliptic curves: public keys, signatures, grants.

A grant is a short secret, boxed for one person by another: here the key of the space
that the two are going to share.
"""

from __future__ import annotations

from contextlib import suppress

from nacl import bindings
from nacl.exceptions import CryptoError

from coequal.errors import Unreadable, Unsound


def public(*, x: bytes, ed: bytes) -> bytes:
    """Return the 64 public bytes X25519 || Ed25519 of two 32-byte private keys."""
    ed_public, _ = bindings.crypto_sign_seed_keypair(ed)
    return bindings.crypto_scalarmult_base(x) + ed_public


def public_x(x: bytes) -> bytes:
    """Return the public X25519 key of a 32-byte private one."""
    return bindings.crypto_scalarmult_base(x)


def agreed(*, x: bytes, pub: bytes) -> bytes:
    """Return the 32 bytes that X25519 makes of a private and another's public key.

    A key of low order, of which everybody could make them, is `Unsound`.
    """
    with suppress(CryptoError):  # raised where they would be zero
        return bindings.crypto_scalarmult(x, pub)
    raise Unsound("a public key is not sound")


def check_public(pub: bytes) -> None:
    """Refuse public keys that are cut, or stand for no key at all: `Unsound`.

    A point of low order makes a shared key, or a signature, that anybody can make.
    """
    if len(pub) != 64:
        raise Unsound("public keys are cut")
    sound = False
    # Any private key would do: only a point of low order makes the product zero.
    with suppress(CryptoError):  # raised where the shared key would be zero
        bindings.crypto_scalarmult(b"\x08".ljust(32, b"\0"), pub[:32])
        sound = bindings.crypto_core_ed25519_is_valid_point(pub[32:])
    if not sound:
        raise Unsound("public keys are not sound")


def sign(seed: bytes, message: bytes) -> bytes:
    """Return the 64-byte Ed25519 signature of a message."""
    # The pair is made again: a seed beside a foreign public key leaks the seed.
    _, secret = bindings.crypto_sign_seed_keypair(seed)
    return bindings.crypto_sign(message, secret)[:64]


def verify(*, pub: bytes, message: bytes, signature: bytes) -> None:
    """Check a signature by the Ed25519 half of `pub`; `Unsound` if it fails."""
    with suppress(CryptoError):
        bindings.crypto_sign_open(signature + message, pub[32:])
        return
    raise Unsound("a signature does not hold")


def grant(*, x: bytes, to: bytes, plain: bytes, nonce: bytes) -> bytes:
    """Box `plain` from the private key `x` to the X25519 half of `to`.

    Returns the 24-byte nonce and the box (16 bytes longer than the text).
    """
    return nonce + bindings.crypto_box(plain, nonce, to[:32], x)


def take_grant(*, x: bytes, by: bytes, box: bytes) -> bytes:
    """Open what `grant` made by the other's public keys, or raise `Unreadable`."""
    with suppress(CryptoError):
        return bindings.crypto_box_open(box[24:], box[:24], by[:32], x)
    raise Unreadable("a grant is not for these keys")
