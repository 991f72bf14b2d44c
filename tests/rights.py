"""Somebody without rights, whoever runs the tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let a folder belong to somebody else for a while, root or not."""
    mode = folder.stat().st_mode
    folder.chmod(0)
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)
        folder.chmod(mode)
