"""Others who are in the waiting room, and stay."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def holding(tickets: int, *, first: int = 0) -> Iterator[None]:
    """Let somebody else have so many tickets, from the first on."""
    folder = Path(settings.COEQUAL_HOME)
    files = [
        os.open(folder / f"ticket-{number}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        for number in range(first, first + tickets)
    ]
    try:
        for file in files:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        for file in files:
            os.close(file)
