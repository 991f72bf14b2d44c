"""What one act is going to write in a space: put down all at once, at its end.

So an act can be worked out before it takes the lock. What it reads meanwhile is shown
as it is going to lie.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db import connection

from coequal.journal.rows import Stored
from coequal.sealed import closed


@dataclass(slots=True, kw_only=True)
class Writes:
    """What is going to lie in a space: `rows` by id, None where one is deleted.

    `new` are the ids of those that nobody has stored yet, `shredded` of those whose
    share goes; `boxes` are what `author` keeps for themselves, sealed, by place.
    """

    space: bytes
    author: bytes
    rows: dict[bytes, Stored | None] = field(default_factory=dict, repr=False)
    new: set[bytes] = field(default_factory=set)
    shredded: set[bytes] = field(default_factory=set)
    marks: list[closed.Mark] = field(default_factory=list, repr=False)
    boxes: dict[bytes, bytes] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self.of_rows or self.boxes)

    @property
    def of_rows(self) -> bool:
        """Whether a row is among it, and not only what one keeps for oneself."""
        return bool(self.rows or self.shredded)

    def add(self, stored: Stored) -> None:
        """Store a row."""
        self.new.add(stored.row.id)
        self.rows[stored.row.id] = stored

    def change(self, stored: Stored) -> None:
        """Let the share of a row be another one."""
        self.rows[stored.row.id] = stored

    def delete(self, stored: Stored) -> None:
        """Delete a closed row with its share: the only rows that ever go."""
        if stored.closed:
            self.rows[stored.row.id] = None

    def over(self, found: Iterable[Stored]) -> list[Stored]:
        """Return rows by id as they are going to lie, all that are new among them."""
        by_id: dict[bytes, Stored | None] = {one.row.id: one for one in found}
        by_id |= self.rows
        ordered = (by_id[one] for one in sorted(by_id))
        return self.of(one for one in ordered if one is not None)

    def of(self, found: Iterable[Stored]) -> list[Stored]:
        """Return some rows as they are going to lie, and no others."""
        rows = (self.rows.get(one.row.id, one) for one in found)
        return [
            replace(one, share=None) if one.row.id in self.shredded else one
            for one in rows
            if one is not None
        ]

    def put_down(self) -> None:
        """Write all of it. The space must be locked.

        In the order of ids, which are random: so that where something lies tells
        nothing of what it was written with.
        """
        known = self.rows.keys() - self.new
        here = self.over(())
        gone = [one for one in known if self.rows[one] is None]
        _delete("journal_row", self.space, gone)
        _delete("journal_share", self.space, sorted({*gone, *self.shredded}))
        _insert(
            "journal_row (space, id, author, kind, about, ref, audience, sealed)",
            [_columns(one) for one in here if one.row.id in self.new],
        )
        _insert(
            "journal_share (space, id, share)",
            [(self.space, one.row.id, one.share) for one in here if one.share],
            "ON CONFLICT (space, id) DO UPDATE SET share = excluded.share",
        )
        _insert(
            "journal_mark (space, id1, ref1, id2, ref2, mark)",
            [
                (self.space, one.id1, one.ref1, one.id2, one.ref2, one.mark)
                for one in self.marks
            ],
        )
        put_down_boxes(self.space, self.author, self.boxes)


def put_down_boxes(space: bytes, author: bytes, boxes: dict[bytes, bytes]) -> None:
    """Write sealed boxes in one statement, each in place of what lay there."""
    _insert(
        "journal_kept (space, author, place, sealed)",
        [(space, author, place, sealed) for place, sealed in boxes.items()],
        "ON CONFLICT (space, author, place) DO UPDATE SET sealed = excluded.sealed",
    )


def _columns(stored: Stored) -> tuple[bytes | str, ...]:
    row = stored.row
    names = (row.space, row.id, row.author, row.kind, row.about, row.ref)
    return (*names, row.audience, row.sealed)


def _insert(
    into: str, rows: Sequence[Sequence[bytes | str | None]], otherwise: str = ""
) -> None:
    """Insert rows of a table by one statement of fixed words: every value is given.

    The ORM asks once for each table and object, and takes ten times as long; it needs
    a named constraint for what stands there already, and a composite key has none.
    """
    if not rows:
        return
    places = f"({', '.join(['%s'] * len(rows[0]))})"
    sql = f"INSERT INTO {into} VALUES {', '.join([places] * len(rows))} {otherwise}"  # nosec B608 # noqa: S608  fixed words
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for row in rows for value in row])


def _delete(table: str, space: bytes, ids: Collection[bytes]) -> None:
    if not ids:
        return
    places = ", ".join(["%s"] * len(ids))
    sql = f"DELETE FROM {table} WHERE space = %s AND id IN ({places})"  # nosec B608 # noqa: S608  fixed words
    with connection.cursor() as cursor:
        cursor.execute(sql, [space, *ids])
