"""Which sessions were left and are still to be ended, known to every process.

Ending one writes to the database, and the database can be full, locked or away. Until
it was written the session opens nothing: its row's key lies here, in a few kilobytes of
memory that the server has before it forks, so all its workers share them. Nothing of
it is on a disk, and a server that starts again has forgotten it.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from typing import Final

SIZE: Final = 32
"""Bytes of a key."""
MOST: Final = 256
FREE: Final = bytes(SIZE)

_memory: Final = mmap.mmap(-1, SIZE * MOST)
"""Not locked: each key looks first for a place that follows from it, so that two who
write at once rarely meet. Where they do, one of them is forgotten."""


def add(key: bytes) -> None:
    """Remember a key. Where there is no room, one is forgotten for it."""
    if not is_left(key):
        first = int.from_bytes(key[:2], "big") % MOST * SIZE
        near = (*range(first, SIZE * MOST, SIZE), *range(0, first, SIZE))
        at = next((at for at in near if _at(at) == FREE), first)
        _memory[at : at + SIZE] = key


def discard(key: bytes) -> None:
    """Forget a key: there is no such session any more."""
    for at in _places():
        if _at(at) == key:
            _memory[at : at + SIZE] = FREE


def is_left(key: bytes) -> bool:
    """Whether a session was left and is still to be ended."""
    return _memory.find(key, 0) != -1


def remembered() -> list[bytes]:
    """Return all of them."""
    return [key for at in _places() if (key := _at(at)) != FREE]


def _places() -> Iterator[int]:
    return iter(range(0, SIZE * MOST, SIZE))


def _at(at: int) -> bytes:
    return bytes(_memory[at : at + SIZE])
