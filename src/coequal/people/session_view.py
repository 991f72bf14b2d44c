"""What one session has in view (today: what is open in Notes), kept with its row.

Sealed by the half of the session that only the cookie has, so that nobody else can
read it, and gone when the session ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from coequal.errors import Unreadable
from coequal.people import in_view
from coequal.people.models import SessionRow
from coequal.people.sessions import Session
from coequal.sealed import sessions


@dataclass(slots=True, kw_only=True)
class Held:
    """What is in view, in the room's own bytes; whoever holds it may change it.

    `waits` is until when what was typed and came in is to be shown in this session, in
    unix seconds; 0 if nothing is.
    """

    plain: bytes
    waits: int


def read(session: Session) -> bytes:
    """Return what a session has in view; nothing at first, after damage, at its end."""
    row = SessionRow.objects.filter(pk=sessions.row_key(session.cookie)).first()
    return b"" if row is None else in_view.opened(session.cookie, row)[1]


def mark(session: Session, page: str) -> str:
    """Return what shows that a session was shown a page: nobody else can say so."""
    made = sessions.page_mark(
        cookie=session.cookie, secret=session.secret, page=page.encode()
    )
    return made.hex()


@contextmanager
def locked(session: Session) -> Iterator[Held]:
    """Hold what a session has in view; nobody else changes it meanwhile.

    What it holds at the end is kept, together with all else that was written, or
    none of it. It is empty at first, and after damage. Raises `Unreadable` if the
    session is over.
    """
    with transaction.atomic():
        # Two windows of one browser send forms at once: the second has to find what
        # the first has changed.
        rows = SessionRow.objects.select_for_update()
        row = rows.filter(pk=sessions.row_key(session.cookie)).first()
        if row is None:
            message = "the session is over"
            raise Unreadable(message)
        until, own = in_view.opened(session.cookie, row)
        holding = Held(plain=own, waits=until)
        yield holding
        if (holding.waits, holding.plain) != (until, own):
            row.view = in_view.sealed(
                session.cookie,
                owner=row.owner,
                expiry=row.expiry,
                until=holding.waits,
                plain=holding.plain,
            )
            row.save(update_fields=["view"])
