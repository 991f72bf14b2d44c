"""Spaces: founded once, locked while something is decided, forgotten whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from coequal.errors import Refused, Unreadable
from coequal.journal import models


def found(space: bytes) -> None:
    """Make a space. Doing it twice changes nothing."""
    models.Space.objects.get_or_create(pk=space)


@contextmanager
def held(space: bytes) -> Iterator[None]:
    """Keep everybody else from writing here: what is read and written is one act.

    Raises `Unreadable` if there is no such space, `Refused` if it is closed.
    """
    with transaction.atomic():
        locked = models.Space.objects.select_for_update().filter(pk=space).first()
        if locked is None:
            message = "no such space"
            raise Unreadable(message)
        if locked.closed:
            message = "this space is closed"
            raise Refused(message)
        yield


def forget(space: bytes) -> None:
    """Remove a whole space: what nobody kept, or what its owner wants gone."""
    for table in (models.Row, models.Share, models.Mark):
        table.objects.filter(space=space).delete()
    models.Space.objects.filter(pk=space).delete()
