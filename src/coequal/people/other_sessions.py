"""The other sessions of one's own account: which there are, and ending them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from coequal.journal import clock
from coequal.people.models import SessionRow
from coequal.people.sessions import Session
from coequal.sealed import sessions as sealed_sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another session of the same account: its name, and its last second."""

    key: bytes
    expiry: int
    lasting: bool


def others(session: Session) -> list[Other]:
    """Return every other session of the same account that is not over, in no order."""
    # By a random key: any other order could tell when each was begun.
    present = _others(session).filter(expiry__gt=clock.now()).order_by("key")
    return [
        Other(key=one.key, expiry=one.expiry, lasting=bool(one.lasting))
        for one in present
    ]


def end_other(session: Session, key: bytes) -> None:
    """End one of the others. Naming a session of somebody else changes nothing."""
    _others(session).filter(pk=key).delete()


def end_others(session: Session) -> None:
    """End every other session of the same account."""
    _others(session).delete()


def _others(session: Session) -> QuerySet[SessionRow]:
    own = sealed_sessions.row_key(session.cookie)
    mine = SessionRow.objects.filter(owner=session.account or b"").exclude(owner=b"")
    return mine.exclude(pk=own)
