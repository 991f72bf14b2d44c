"""Which sessions were left and are still to be ended, known to every process.

Ending one writes to the database, and the database can be full, locked or away. Until
it was written the session opens nothing: its row's key lies here, in a few kilobytes of
memory that the server has before it forks, so all its workers share them. Nothing of
it is on a disk, and a server that starts anew has forgotten it.
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
"""Not locked: two who write at once write to different keys, or the same bytes."""


def add(key: bytes) -> None:
    """Remember a key. Where there is no room, the first is forgotten for it."""
    if not is_left(key):
        at = next((at for at in _places() if _at(at) == FREE), 0)
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
