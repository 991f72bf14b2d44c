"""Strangers who sit in the waiting room, and stay."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def sitting(seats: int, *, first: int = 0) -> Iterator[None]:
    """Let somebody else have the seats from the first one on."""
    folder = Path(settings.COEQUAL_HOME)
    files = [
        os.open(folder / f"seat-{number}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        for number in range(first, first + seats)
    ]
    try:
        for file in files:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        for file in files:
            os.close(file)
