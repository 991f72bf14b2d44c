"""Spaces: making, locking, closing and removing them, and reading at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import connection, transaction

from coequal.errors import Refused, Unreadable
from coequal.journal import models, queries
from coequal.journal.rows import delete_closed, waiting


class Closed(Refused):
    """This space is closed: what is open stays readable, nothing new comes in."""


def found(space: bytes) -> None:
    """Make a space. Doing it twice changes nothing."""
    models.Space.objects.get_or_create(pk=space)


@contextmanager
def locked(space: bytes) -> Iterator[None]:
    """Keep everybody else from writing here: what is read and written is one act.

    Raises `Unreadable` if there is no such space, `Closed` if it is closed.
    """
    with transaction.atomic():
        if _locked(space).closed:
            message = "this space is closed"
            raise Closed(message)
        yield


@contextmanager
def snapshot() -> Iterator[ExitStack]:
    """Let all that is read inside be as it lay at one moment. Nothing is locked.

    Inside a transaction it is part of that one. Whoever is going to write closes what
    is yielded: with that it is over.
    """
    with ExitStack() as looking:
        looking.enter_context(_at_one_moment())
        yield looking


@contextmanager
def _at_one_moment() -> Iterator[None]:
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        # Our transactions begin IMMEDIATE, for those who will write. One that only
        # reads must not take the one write lock there is.
        sqlite: Any = connection
        sqlite.ensure_connection()  # which sets the mode, as the settings have it
        mode, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
        try:
            with transaction.atomic():
                yield
        finally:
            sqlite.transaction_mode = mode
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(
                    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
                )
            yield


def _locked(space: bytes) -> models.Space:
    # PostgreSQL locks this row; SQLite has one writer, as transactions are IMMEDIATE.
    locked = models.Space.objects.select_for_update().filter(pk=space).first()
    if locked is None:
        message = "no such space"
        raise Unreadable(message)
    return locked


def closed(spaces: Iterable[bytes]) -> set[bytes]:
    """Return those of these spaces that are closed."""
    wanted = list(spaces)
    return queries.closed_spaces(wanted) if wanted else set()


def close(space: bytes) -> None:
    """Close a space for good: what waited to be opened goes, for both alike.

    What is open stays. Doing it twice changes nothing. Raises `Unreadable` if there
    is no such space.
    """
    with transaction.atomic():
        locked = _locked(space)
        delete_closed(waiting(space))
        locked.closed = True
        locked.save(update_fields=["closed"])


def forget(space: bytes) -> None:
    """Remove a whole space: what nobody kept, or what its owner wants gone."""
    for table in (models.StoredRow, models.Share, models.StoredMark, models.Kept):
        table.objects.filter(space=space).delete()
    models.Space.objects.filter(pk=space).delete()
