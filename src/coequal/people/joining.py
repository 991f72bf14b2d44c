"""Joining by a code for somebody who has no account yet: both or neither."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from coequal.errors import Refused
from coequal.people import accounts, invitations, pairs, sessions
from coequal.people.accounts import UnusedPhrase
from coequal.people.asker import Asker
from coequal.people.pairs import Labels
from coequal.people.sessions import Session
from coequal.sealed.pairing import Keys


def keep_and_join(
    session: Session | None,
    unused: UnusedPhrase,
    *,
    asker: Asker,
    keys: Keys,
    labels: Callable[[Session], Labels],
) -> tuple[Session, bytes]:
    """Keep a space, begun here if there is none, and answer an invitation with it.

    Return the new session and the id of the pair; a second press of the same form
    gets those of the first. Raises as `accounts.keep` and `invitations.join` do.
    """
    try:
        with transaction.atomic():
            here = session or sessions.begin()
            kept = accounts.keep_with(here, unused, asker=asker)
            return kept, invitations.join(kept, keys=keys, labels=labels(kept))
    except Refused as refused:
        try:
            begun = accounts.first_press(asker, unused)
        except sessions.SessionOver:
            raise refused from None
        return begun, pairs.members(begun)[-1].pair_id
