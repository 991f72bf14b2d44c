"""One hash and one way to frame fields (format.md, 1)."""

from __future__ import annotations

import hashlib
from typing import Final

from coequal.errors import Unsound

FORMAT: Final = 2
"""The number of the stored form. Every box and every label carries it."""

# A label is part of the format: one that is in use never changes and is never reused.
_NAMES: Final = """
seal ref tag tagkey mix row member x25519 ed25519 pspace notes kek recover sid sess
name find invite reply asks pairing space subject words mark try
view close kept keptsum place form net known one next leaf seen seenall
draft draftbox draftrow draftby
h.id h.name h.wrap h.find h.tag h.mark h.slot h.unkept h.slip h.found
"""
LABELS: Final = frozenset(_NAMES.split())
"""Every label there is. One label serves one purpose, for ever."""

_PERSONS: Final = {
    label: f"coequal{FORMAT}{label}".encode().ljust(16, b"\0") for label in LABELS
}


def lp(*parts: bytes) -> bytes:
    """Frame fields so that no two lists of fields give the same bytes.

    Each part is written as its 4-byte big-endian length, then itself.

    >>> lp(b"a", b"").hex()
    '000000016100000000'
    """
    return b"".join([len(part).to_bytes(4, "big") + part for part in parts])


def unframed(framed: bytes, count: int | None = None) -> tuple[bytes, ...]:
    """Return the fields that `lp` framed; `Unsound` if it did not, or another count.

    >>> unframed(lp(b"a", b""))
    (b'a', b'')
    """
    parts, at = [], 0
    while at < len(framed):
        end = at + 4 + int.from_bytes(framed[at : at + 4], "big")
        if end > len(framed) or at + 4 > len(framed):
            raise Unsound("fields are cut")
        parts.append(framed[at + 4 : end])
        at = end
    if count not in {None, len(parts)}:
        raise Unsound("another number of fields")
    return tuple(parts)


def digest(label: str, *parts: bytes, key: bytes = b"", size: int = 32) -> bytes:
    """Return the format's `H`: BLAKE2b of the framed parts, set apart by a label.

    `key` has 0 to 32 bytes, `size` is 1 to 64 bytes. A label or a key that the
    format does not know is a mistake in the program: `ValueError`.

    >>> digest("ref", b"").hex()[:8]
    '6263616e'
    """
    made = hasher(label, key=key, size=size)
    made.update(lp(*parts))
    return made.digest()


def hasher(label: str, *, key: bytes = b"", size: int = 32) -> hashlib.blake2b:
    """Return the same `H` before its parts: many may begin alike."""
    if label not in _PERSONS:
        raise ValueError(f"the format has no label {label!r}")
    if len(key) > 32:
        raise ValueError("a key has at most 32 bytes")
    return hashlib.blake2b(digest_size=size, key=key, person=_PERSONS[label])


def purpose(what: str) -> bytes:
    """Return what sets apart what is signed, or stretched, for one purpose.

    >>> purpose("entry")
    b'coequal2 entry'
    """
    return f"coequal{FORMAT} {what}".encode()


def u64(number: int) -> bytes:
    """Return a time in unix seconds as 8 bytes, as the format binds it.

    A number that a clock cannot show was put there by somebody: `Unsound`.
    """
    if not 0 <= number < 2**63:
        raise Unsound("a time is out of range")
    return number.to_bytes(8, "big")
