"""Others who are in the waiting room before passphrases, and a larger one."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from django.conf import settings

from coequal.people import kdf_slots
from coequal.web import turned_away


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


@contextmanager
def with_room_for(people: int) -> Iterator[None]:
    """Let so many stretch or wait at once, whoever they are."""
    all_of_them = dict.fromkeys(turned_away.TICKETS, people)
    with (
        patch.dict(turned_away.TICKETS, all_of_them),
        patch.object(kdf_slots, "Tickets", SimpleNamespace(HERE=people)),
    ):
        yield
