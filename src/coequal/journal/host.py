"""The keys of this host and the form of what is stored, checked at every start."""

from __future__ import annotations

from functools import cache
from typing import Final

from django.conf import settings
from django.db import connection

from coequal.errors import Unsound
from coequal.journal.models import Installation, Space
from coequal.sealed.hashing import FORMAT
from coequal.sealed.host import Host, load

_TABLE: Final = "journal_installation"


def check_home() -> None:
    """Refuse a home that is stored in another form, or whose key is gone.

    Raises `Unsound` with one line that says what to do. Asked before the tables are
    brought up to date, so that such a home is left as it is.
    """
    form = _form()
    if form == FORMAT:
        host()
    elif form is None and _holds_anything():
        # What names the key is lost, as in half a copy: a new one would be as wrong.
        load(settings.COEQUAL_HOME, first=False)
    if form is None or form == FORMAT:
        return
    version = "an earlier" if form < FORMAT else "a later"
    message = (
        f"this home was made by {version} version (it has form {form}, and this one "
        f"has {FORMAT}). Start that version, or begin again in an empty folder: "
        "COEQUAL_HOME=... (if you set COEQUAL_DATABASE, in an empty database too)"
    )
    raise Unsound(message)


def _form() -> int | None:
    """Return the number of the form that a database has; None if it has nothing yet."""
    with connection.cursor() as cursor:
        if _TABLE not in connection.introspection.table_names(cursor):
            return None
        columns = connection.introspection.get_table_description(cursor, _TABLE)
    # The first form had no number.
    if not any(column.name == "form" for column in columns):
        return 1
    return Installation.objects.values_list("form", flat=True).first()


def _holds_anything() -> bool:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return Space._meta.db_table in tables and Space.objects.exists()  # noqa: SLF001  Django's name


@cache
def host() -> Host:
    """Return this host's keys.

    Raises `Unsound` when the database was made under another `host.key`, or that is
    gone: going on would make every name, tag and closed row unreadable.
    """
    # No other column: what a later version adds is not there before its first start.
    known = Installation.objects.filter(pk=1).values_list("host", flat=True).first()
    keys = load(settings.COEQUAL_HOME, first=known is None)
    # The first start names the key; every later one compares.
    if known is None:
        made = {"host": keys.id, "form": FORMAT}
        known = Installation.objects.get_or_create(pk=1, defaults=made)[0].host
    if bytes(known) != keys.id:
        message = (
            "this database belongs to another host.key. Put your copy of its own back "
            f"as {settings.COEQUAL_HOME / 'host.key'}. Nothing was changed"
        )
        raise Unsound(message)
    return keys
