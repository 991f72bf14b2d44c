"""Removing what is over: sessions and their places, invitations, forms, drafts, tries.

Nothing runs by itself on a timer: the server does it when it starts, and once a
minute whoever begins something or signs in, so that it works on any machine.
"""

from __future__ import annotations

from django.db import transaction

from coequal.journal import clock
from coequal.people import (
    drafts,
    ending,
    invitations,
    leaving_quickly,
    throttle,
    used_forms,
)
from coequal.people.models import SessionRow, SharedDevice, Tidied

# One more than an hour has, so that who comes at one time of each day or week is not
# taken for somebody of the same minute.
CIRCLE = 61
# That many take about a tenth of a second.
AT_ONCE = 200


def tidy() -> None:
    """Remove everything whose time is over. Safe at any moment, twice at once."""
    while _tidy_some():
        pass


def tidy_once_a_minute() -> None:
    """Tidy what a visitor can wait for, unless somebody did in this minute.

    One row names that minute, and the database lets one alone of all processes change
    it, on however many machines. Minutes are counted in a circle of 61 and only asked
    whether they are the same, never which is later: so a clock that was set back holds
    it up for a minute at most. Whoever comes a multiple of 61 minutes later than the
    last one leaves it to the next.
    """
    leaving_quickly.end_left()
    if _is_first(clock.now() // clock.MINUTE % CIRCLE):
        _tidy_some()


def _tidy_some() -> bool:
    """Remove what is over; whether some of it may be left."""
    invitations.tidy()
    used_forms.tidy()
    drafts.tidy()
    throttle.tidy()
    return _end_sessions()


def _end_sessions() -> bool:
    """Remove sessions that are over, and the spaces nobody kept.

    Whether some may be left: many at once would hold up everybody else who writes.
    """
    late = SharedDevice.objects.filter(expiry__lte=clock.now())
    with transaction.atomic():
        for device in late.values_list("id", flat=True):
            ending.clear(device)
        rows = SessionRow.objects.filter(expiry__lte=clock.now()).order_by("expiry")
        over = list(rows.values_list("key", "expiry", "space")[:AT_ONCE])
        ending.forget_spaces(over)
        SessionRow.objects.filter(pk__in=[key for key, *_ in over]).delete()
    return len(over) == AT_ONCE


def _is_first(minute: int) -> bool:
    row, made = Tidied.objects.get_or_create(pk=1, defaults={"minute": minute})
    # Looked at before it is changed: on SQLite whoever changes waits for all writers.
    if made or row.minute == minute:
        return made
    # Of two at once the second finds it changed by the first, and changes nothing.
    another = Tidied.objects.filter(pk=1).exclude(minute=minute)
    return another.update(minute=minute) == 1
