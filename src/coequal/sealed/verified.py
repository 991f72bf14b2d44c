"""Signatures that were found to hold, remembered by hash only.

Checking one costs about 60 microseconds, and a page may read hundreds of rows.
"""

from __future__ import annotations

import hashlib
from threading import Lock
from typing import Final


class Verified:
    """A bounded set of 32-byte hashes, shared by all threads of a process.

    When it is full, the oldest leave. It holds no text: each hash covers a public
    key, a ref and a signature, and the ref stands for the signed text.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = Lock()
        self._known: dict[bytes, None] = {}

    def __contains__(self, key: bytes) -> bool:
        # Without the lock: looking into a dict is safe, and a miss only costs time.
        return key in self._known

    def add(self, key: bytes) -> None:
        """Remember one, and forget the oldest if there are too many."""
        with self._lock:
            self._known[key] = None
            if len(self._known) > self._limit:
                # A dict keeps the order in which its keys came.
                del self._known[next(iter(self._known))]


VERIFIED: Final = Verified(limit=2**16)


def hash_of(*, pub: bytes, ref: bytes, signature: bytes) -> bytes:
    """Return what is remembered of one signature: all three have fixed sizes."""
    return hashlib.blake2b(
        pub + ref + signature, digest_size=32, person=b"coequal verified"
    ).digest()
