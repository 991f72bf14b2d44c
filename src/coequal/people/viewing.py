"""What one visit has in view: kept with its session, and gone with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from coequal.errors import CoequalError, Unreadable
from coequal.people.models import Session
from coequal.people.visits import Visit
from coequal.sealed import sessions


@dataclass(slots=True, kw_only=True)
class Held:
    """What is in view, in the room's own bytes; whoever holds it may change it."""

    plain: bytes


@contextmanager
def held(visit: Visit) -> Iterator[Held]:
    """Hold what a visit has in view; nobody else changes it meanwhile.

    What it holds at the end is kept, together with all else that was written, or
    none of it. It is empty at first, and after damage. Raises `Unreadable` if the
    visit is over.
    """
    with transaction.atomic():
        rows = Session.objects.select_for_update()
        session = rows.filter(pk=sessions.row_key(visit.cookie)).first()
        if session is None:
            message = "the visit is over"
            raise Unreadable(message)
        found = _opened(visit, session)
        holding = Held(plain=found)
        yield holding
        if holding.plain != found:
            session.view = sessions.seal_view(
                cookie=visit.cookie,
                owner=session.owner,
                expiry=session.expiry,
                plain=holding.plain,
            )
            session.save(update_fields=["view"])


def _opened(visit: Visit, session: Session) -> bytes:
    try:
        return sessions.open_view(
            cookie=visit.cookie,
            owner=session.owner,
            expiry=session.expiry,
            sealed=session.view or b"",
        )
    except CoequalError:  # a place to go on from is no loss
        return b""
