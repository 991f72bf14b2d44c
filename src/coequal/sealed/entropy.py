"""Where all random bytes come from; whoever asks for some says what they are for.

So tests can make every byte follow from a seed, and two runs that differ in one entry
differ in nothing else (format.md, 1).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from coequal.sealed.hashing import lp

Source = Callable[[int, bytes], bytes]
"""Takes a size and a framed purpose, returns that many bytes."""


def _system(size: int, _purpose: bytes) -> bytes:
    return os.urandom(size)


_source: Source = _system


def fresh(size: int, use: str, *about: bytes) -> bytes:
    """Return `size` new random bytes for one use.

    `use` and `about` say what they are for. The system's source does not look at
    them. A seeded one (tests) answers by them alone, so a caller names everything
    that sets this use apart from another: author, space, audience, subject,
    payload. Three uses have nothing to name, since they make what others are named
    by: a new secret, a cookie, a browser.
    """
    return _source(size, lp(use.encode(), *about))


@contextmanager
def seeded(seed: bytes) -> Iterator[None]:
    """Make all bytes follow from (seed, use, about, size) while inside. For tests.

    There is no running stream: what is asked for in between never shifts what
    comes later. The source is the module's own, so that every thread sees it.
    """

    def source(size: int, purpose: bytes) -> bytes:
        return hashlib.shake_256(lp(seed, purpose, size.to_bytes(4, "big"))).digest(
            size
        )

    global _source  # noqa: PLW0603  a ContextVar would not reach other threads
    former, _source = _source, source
    try:
        yield
    finally:
        _source = former
