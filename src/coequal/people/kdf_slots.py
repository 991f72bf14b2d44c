"""A waiting room before Argon2: two work, a few wait, everybody else comes again.

Each computation takes 64 MiB and a tenth of a second of a core. Without a limit a
flood of sign-ins is an attack on memory; with a queue it is one on everybody who
stands behind it. So two work at a time, and as many may be in the room as a worker
has threads to spare: whoever finds it full is told so at once, and holds nothing.

Places and tickets are locks on files, so they hold across all processes of a machine,
and the end of a process gives them back.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import IntEnum
from pathlib import Path
from typing import Final

from django.conf import settings

from coequal.errors import Refused

AT_A_TIME: Final = 2
SECONDS: Final = 5
"""When to come again: by then all who are in the room are long done."""


class Tickets(IntEnum):
    """How many of the tickets somebody may take one of, counted from the first.

    Strangers who try codes can hold two, and whoever signs in still finds one; all
    strangers together can hold four, and whoever is here already still finds one.
    """

    JOINING = 2
    STRANGER = 4
    HERE = 6


class Busy(Refused):
    """The room is full. Nothing was tried, and nothing was spent."""


_ticket: ContextVar[int | None] = ContextVar("ticket", default=None)


@contextmanager
def ticket(tickets: Tickets) -> Iterator[int]:
    """Let in whoever finds a ticket, until it is over; or raise `Busy`."""
    for number in reversed(range(tickets)):  # the last first: others have fewer
        file = _open(f"ticket-{number}.lock")
        try:
            if _locks(file):
                before = _ticket.set(number)
                try:
                    yield number
                finally:
                    _ticket.reset(before)
                return
        finally:
            os.close(file)  # gives its lock back
    message = "too many stretch a passphrase just now"
    raise Busy(message)


@contextmanager
def turn() -> Iterator[None]:
    """Wait for one of the places, hold it, and give it back; or raise `Busy`.

    Whoever has no ticket yet takes one of those of somebody who is here.
    """
    mine = _ticket.get()
    if mine is None:
        with ticket(Tickets.HERE) as number, _place(number):
            yield
    else:
        with _place(mine):
            yield


@contextmanager
def _place(number: int) -> Iterator[None]:
    files = [_open(f"stretch-{place}.lock") for place in range(AT_A_TIME)]
    try:
        if not any(map(_locks, files)):
            # Neighbours wait at different places, so that no queue starves.
            fcntl.flock(files[number % AT_A_TIME], fcntl.LOCK_EX)
        yield
    finally:
        for file in files:
            os.close(file)


def _open(name: str) -> int:
    # Never deleted: a file made again under the same name would be another lock.
    path = Path(settings.COEQUAL_HOME) / name
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def _locks(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
