"""The one door of time."""

from __future__ import annotations

import time

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def now() -> int:
    """Return seconds since 1970, UTC."""
    return int(time.time())  # noqa: TID251  this is the door
