"""Ending a session that is left: at once, or as soon as it can be done.

It is tried when the bland page is on its way already, so nobody waits for it; and it
never waits long itself, as others are to leave with the same threads.
"""

from __future__ import annotations

from django.db import Error

from coequal.errors import CoequalError
from coequal.journal.brief import brief_transaction
from coequal.people import drafts, ending, left, sessions
from coequal.sealed.sessions import row_key

FAILS = (Error, CoequalError, OSError)
"""Whatever the database says, and whatever else lies there that does not hold."""


def leave(cookie: bytes) -> None:
    """End the session that a cookie is half of. Never waits long, and never fails.

    What was typed and waits goes too: its person's, and what this browser sent. Where
    it cannot be written, nothing opens with the cookie from now on.
    """
    try:
        with brief_transaction():
            session = sessions.find(cookie)
            drafts.forget_of_browser(row_key(cookie))
            if session is not None:
                drafts.forget(session.account)
                ending.end(session)
    except FAILS:
        left.add(row_key(cookie))
    else:
        end_left()


def end_left() -> None:
    """End what was left when it could not be written, unless it still cannot."""
    for key in left.remembered():
        try:
            with brief_transaction():
                drafts.forget(ending.end_row(key))
                drafts.forget_of_browser(key)
        except FAILS:
            return
        left.discard(key)
