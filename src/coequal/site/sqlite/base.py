"""SQLite, with turns for those who write.

There is one writer at a time. Whoever waits asks SQLite again after breaks that grow
to a tenth of a second, so beside busy writers somebody waits for half a second by bad
luck. Here one thread of each process waits for all of them, and asks every millisecond.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any, Final

from django.db import OperationalError
from django.db.backends.sqlite3 import base

PAUSE: Final = 0.001
_turn: Final = threading.Lock()


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that waits for its turn to write as long as its time-out says."""

    # Set by Django from OPTIONS; its stubs do not know it, nor the method below.
    transaction_mode: str | None

    def _start_transaction_under_autocommit(self) -> None:
        begin = super()._start_transaction_under_autocommit  # type: ignore[misc]
        if self.transaction_mode != "IMMEDIATE":  # it takes no lock yet
            begin()
            return
        with self._at_once() as patience:
            until = monotonic() + patience
            if not _turn.acquire(timeout=patience):
                message = "database is locked"
                raise OperationalError(message)
            try:
                while not _begun(begin, until):
                    sleep(PAUSE)
            finally:
                _turn.release()

    @contextmanager
    def _at_once(self) -> Iterator[float]:
        """Let SQLite itself not wait, and yield for how many seconds it would have."""
        connection: Any = self.connection
        ((patience,),) = connection.execute("PRAGMA busy_timeout").fetchall()
        connection.execute("PRAGMA busy_timeout = 0")
        try:
            yield patience / 1000
        finally:
            connection.execute(f"PRAGMA busy_timeout = {patience}")


def _begun(begin: Callable[[], None], until: float) -> bool:
    """Begin to write; False if somebody else writes, and there is time to ask again."""
    try:
        begin()
    except OperationalError as error:
        if not _is_busy(error) or monotonic() >= until:
            raise
        return False
    return True


def _is_busy(error: OperationalError) -> bool:
    code = getattr(error.__cause__, "sqlite_errorcode", None)
    return code is not None and code & 0xFF == sqlite3.SQLITE_BUSY
