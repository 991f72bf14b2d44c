"""At most two Argon2 computations at a time on this machine.

Each takes 64 MiB; without a limit a flood of sign-ins is an attack on memory.
The limit is a lock on two files, so it holds across all worker processes.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

AT_A_TIME = 2


@contextmanager
def turn() -> Iterator[None]:
    """Wait for one of the places, hold it, and give it back."""
    files = [_open(number) for number in range(AT_A_TIME)]
    try:
        _take_one(files)
        yield
    finally:
        for file in files:
            os.close(file)  # gives its lock back, as the end of a process would


def _open(number: int) -> int:
    # Never deleted: a file made anew under the same name would be another lock.
    path = Path(settings.COEQUAL_HOME) / f"stretch-{number}.lock"
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def _take_one(files: list[int]) -> None:
    for file in files:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        else:
            return
    # Everybody waits at a place of their own process, so that no queue starves.
    fcntl.flock(files[os.getpid() % AT_A_TIME], fcntl.LOCK_EX)
