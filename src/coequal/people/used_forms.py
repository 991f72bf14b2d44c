"""Forms that were sent already: each acts once, however often it is pressed."""

from __future__ import annotations

from django.db import connection

from coequal.journal import clock
from coequal.people.models import UsedForm
from coequal.sealed import sessions


def is_used(cookie: bytes, sent: bytes) -> bool:
    """Whether a form was used up, by the cookie of a session."""
    key = sessions.form_key(cookie=cookie, sent=sent)
    return UsedForm.objects.filter(key=key).exists()


def use(cookie: bytes, sent: bytes) -> bool:
    """Use a form up, by the cookie of a session; whether it was there to be used.

    Inside the transaction of the act: what is undone there is not used up either.
    """
    key = sessions.form_key(cookie=cookie, sent=sent)
    # The end of a day, at least one day from now: it tells nothing of the hour.
    over = (clock.now() // clock.DAY + 2) * clock.DAY
    # Of two at once the second waits for the first, and then finds it there. The ORM
    # has no insert that says whether it did.
    insert = (
        "INSERT INTO people_usedform (key, expiry) VALUES (%s, %s) "
        "ON CONFLICT DO NOTHING"
    )
    with connection.cursor() as cursor:
        cursor.execute(insert, [key, over])
        return int(cursor.rowcount) == 1


def tidy() -> None:
    """Forget forms of pages that nobody has open any more."""
    UsedForm.objects.filter(expiry__lte=clock.now()).delete()
