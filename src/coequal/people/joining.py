"""Inviting or joining for somebody who has no account yet: both or neither."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from coequal.errors import Refused
from coequal.people import accounts, sessions
from coequal.people.accounts import UnusedPhrase
from coequal.people.asker import Asker
from coequal.people.sessions import Session


def keep_and(
    session: Session,
    unused: UnusedPhrase,
    *,
    asker: Asker,
    act: Callable[[Session], bytes],
) -> tuple[Session, bytes]:
    """Keep a space and do an act in it that needs one; return what the act does.

    Return the new session too; a second press of the same form gets that of the first,
    and the act comes to the same there. Raises as `accounts.keep` and the act do.
    """
    try:
        with transaction.atomic():
            kept = accounts.keep_with(session, unused, asker=asker)
            return kept, act(kept)
    except Refused as refused:
        try:
            begun = accounts.first_press(asker, unused)
        except sessions.SessionOver:
            raise refused from None
        return begun, act(begun)
