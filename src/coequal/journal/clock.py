"""What time it is. Nothing else in the program asks the machine for it.

So a test can move time, and a made-up story can be told as of half a year ago.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


# For the present request alone: others that run at the same time go on in the present.
_earlier: ContextVar[int] = ContextVar("_earlier", default=0)


def now() -> int:
    """Return seconds since 1970, UTC."""
    return int(time.time()) - _earlier.get()  # noqa: TID251  this is the door


@contextmanager
def earlier(seconds: int) -> Iterator[None]:
    """Let it be so many seconds ago while inside: for telling a made-up story."""
    former = _earlier.set(seconds)
    try:
        yield
    finally:
        _earlier.reset(former)
