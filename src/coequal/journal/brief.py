"""Writing at once or not at all, for what must never keep anybody waiting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

MOMENT: Final = 300
"""Milliseconds that a step of the database may take."""


@contextmanager
def brief_transaction() -> Iterator[None]:
    """Make what is inside one act that fails where it would have to wait.

    Raises the errors of the database, and leaves everything as it was.
    """
    with _waits_briefly(), transaction.atomic():
        if connection.vendor == "postgresql":
            _say(f"SET LOCAL statement_timeout = {MOMENT}")
        yield


@contextmanager
def _waits_briefly() -> Iterator[None]:
    """On SQLite, which waits by connection: restored for whoever has it next."""
    if connection.vendor != "sqlite":
        yield
        return
    before = _say("PRAGMA busy_timeout")
    _say(f"PRAGMA busy_timeout = {MOMENT}")
    try:
        yield
    finally:
        _say(f"PRAGMA busy_timeout = {before}")


def _say(sql: str) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        row = cursor.fetchone() if cursor.description else None
    return int(row[0]) if row else None
