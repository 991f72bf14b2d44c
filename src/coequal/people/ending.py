"""Ending a session, and all that goes with it: what nobody kept, or a whole account."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from coequal.errors import CoequalError
from coequal.journal import door as journal
from coequal.journal.host import host
from coequal.people.models import Account, SessionRow, SharedDevice
from coequal.people.sessions import Session, drop
from coequal.sealed import sessions as sealed_sessions
from coequal.sealed.person import personal


def end(session: Session) -> None:
    """End this session, and remove what its person wrote if it was not kept."""
    with transaction.atomic():
        # Whoever leaves a shared browser ends it for both: the other chair is in the
        # same browser, and whoever is there now would sit in it.
        if session.device:
            clear(session.device)
        drop(session)
        if not session.kept:
            journal.forget(personal(session.secret).id)


def end_row(key: bytes) -> bytes:
    """End a session of which only the row is known, as tidying does.

    Returns the account that it was of; empty for none.
    """
    row = SessionRow.objects.filter(pk=key).first()
    if row is None:
        return b""
    if row.device:
        clear(row.device)
    else:
        forget_spaces([(row.key, row.expiry, row.space)])
    row.delete()
    return row.owner


def forget(session: Session) -> None:
    """Remove an account with its wraps, all its sessions, and its own space."""
    with transaction.atomic():
        # An owner that is empty stands for everybody who has kept nothing.
        SessionRow.objects.filter(owner=session.account or b"").exclude(
            owner=b""
        ).delete()
        Account.objects.filter(pk=session.account).delete()
        journal.forget(personal(session.secret).id)


def clear(device: bytes) -> None:
    """Remove a shared device: both sessions, and all that the two wrote there."""
    with transaction.atomic():
        visitors = SessionRow.objects.filter(device=device)
        table = SharedDevice.objects.filter(pk=device)
        forget_spaces(
            [
                *visitors.values_list("key", "expiry", "space"),
                *table.values_list("id", "expiry", "space"),
            ]
        )
        visitors.delete()
        table.delete()


def forget_spaces(ended: Iterable[tuple[bytes, int, bytes]]) -> None:
    """Remove the spaces that go with these rows: what each names, until when."""
    for row, expiry, sealed in ended:
        try:
            space = sealed_sessions.open_space(
                host=host(), row=row, expiry=expiry, sealed=sealed
            )
        except CoequalError:  # none, or somebody wrote another's there: that one stays
            continue
        journal.forget(space)
