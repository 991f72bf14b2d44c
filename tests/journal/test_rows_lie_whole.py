"""No row of a usual size is cut in two by the database, which takes more disk."""

from __future__ import annotations

from django.db import connection
from tests.journal.cast import Couple, Wish

from coequal.journal import writing


def test_a_closed_entry_lies_whole_in_its_row(couple: Couple) -> None:
    sealed = writing.seal(couple.her, Wish(text="more sleep")).row
    columns = (sealed.id, sealed.space, sealed.author, sealed.kind, sealed.about)
    size = len(b"".join((*columns, sealed.ref, sealed.sealed)))
    assert size < most_of_a_row() - 64


def most_of_a_row() -> int:
    """How many bytes of a row the database keeps together."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # As the file format of SQLite has it, of a table WITHOUT ROWID.
            (page,) = cursor.execute("PRAGMA page_size").fetchone()
            return int((page - 12) * 64 / 255 - 23)
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = 'journal_row'")
        (options,) = cursor.fetchone()
        named = dict(option.split("=") for option in options or ())
        return int(named.get("toast_tuple_target", 2000))
