"""Closing places of two: now, or at the end of the week.

A place whose time has come closes when one of the two next opens a page of it.
Until then nothing tells either of them but the one whose wish it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db import connection, transaction

from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.host import host
from coequal.people.models import Closing
from coequal.people.zones import week_end
from coequal.sealed import entropy
from coequal.sealed.hashing import digest


def plan(space: bytes, *about: bytes, zone: str) -> tuple[bytes, int]:
    """Let a space close at the end of the week; return what takes it back, and when.

    The week is that of a zone. Another one chosen later moves nothing.
    """
    # A random name, kept in the person's own space: without it, nobody can tell by
    # whose wish a place is to close, or take back what the other one wished.
    made = entropy.fresh(16, "closing", space, *about)
    due = week_end(clock.now(), zone)
    Closing.objects.create(id=made, place=_place(space), due=due)
    return made, due


def take_back(closing: bytes) -> None:
    """Let a space not close after all."""
    Closing.objects.filter(pk=closing).delete()


def close(space: bytes) -> None:
    """Close a space now and for good."""
    with transaction.atomic():
        journal.close(space)
        Closing.objects.filter(place=_place(space)).delete()


def close_due(spaces: Iterable[bytes]) -> None:
    """Close those of these spaces whose time has come.

    It writes, so whoever reads in a snapshot calls it before.
    """
    by_place = {_place(space): space for space in spaces}
    if not by_place:
        return
    # Once for each place, though both may have wished it; and in one order, so that two
    # requests that close several places cannot wait for each other.
    for place in sorted(_due(by_place)):
        close(by_place[place])


def _due(places: Collection[bytes]) -> set[bytes]:
    # Written out: each page asks it, and to build it cost more than to run it.
    marks = ", ".join(["%s"] * len(places))
    sql = f"SELECT place FROM people_closing WHERE place IN ({marks}) AND due <= %s"  # nosec B608 # noqa: S608  fixed words
    with connection.cursor() as cursor:
        cursor.execute(sql, [*places, clock.now()])
        return {bytes(place) for (place,) in cursor.fetchall()}


def _place(space: bytes) -> bytes:
    return digest("close", space, key=host().name)
