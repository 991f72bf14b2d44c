"""From stored columns to the records of the sealed format, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from coequal.core.entry import Audience, Entry
from coequal.journal import models
from coequal.journal.host import host
from coequal.journal.viewer import Viewer
from coequal.sealed import closed, rows
from coequal.sealed.person import member_id

_ROWS: Final = (
    "SELECT r.id, r.author, r.kind, r.about, r.audience, r.sealed, s.share "
    "FROM journal_row r "
    "LEFT JOIN journal_share s ON s.space = r.space AND s.id = r.id "
    "WHERE r.space = %s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A row as it lies in the database, with its share and its mark.

    `share` is None once the row was shredded; `mark` is None until it opened.
    """

    row: rows.Row
    share: bytes | None
    mark: closed.Mark | None

    @property
    def closed(self) -> bool:
        """Whether the host still keeps the share under its own lock.

        A share of a wrong size counts: a spoiled row looks like a closed one.
        """
        return self.share is not None and len(self.share) != closed.SHARE


def find(
    viewer: Viewer,
    kind: type[Entry],
    *,
    subject: bytes | None = None,
    author: bytes | None = None,
) -> list[Stored]:
    """Return the rows of one kind, by id: a fixed order that tells nothing."""
    authors = [author] if author else [member_id(pub) for pub in viewer.pins]
    space = viewer.space
    tags = {"kind": _columns(viewer, kind, authors)}
    if subject is not None:
        tags["about"] = [rows.about_column(host(), space, a, subject) for a in authors]
    return _found(space.id, tags)


def find_each(viewer: Viewer, *kinds: type[Entry]) -> list[list[Stored]]:
    """Return the rows of each of some kinds, by id, as they lay at one moment."""
    authors = [member_id(pub) for pub in viewer.pins]
    columns = [_columns(viewer, kind, authors) for kind in kinds]
    found = _found(viewer.space.id, {"kind": [one for some in columns for one in some]})
    return [[one for one in found if one.row.kind in some] for some in columns]


def _columns(
    viewer: Viewer, kind: type[Entry], authors: Iterable[bytes]
) -> list[bytes]:
    return [rows.kind_column(host(), viewer.space, a, kind.kind) for a in authors]


def waiting(space: bytes) -> list[Stored]:
    """Return the rows of a space that were put in for both, closed or open."""
    return _found(space, {"audience": [Audience.WAITING.value]})


def _found(space: bytes, tags: Mapping[str, Sequence[bytes | str]]) -> list[Stored]:
    """Return rows with their shares, in one query, by columns and their values.

    Every page reads a dozen kinds: building this by the ORM cost more than running it.
    """
    parts = [
        f"AND r.{column} IN ({', '.join(['%s'] * len(values))})"
        for column, values in tags.items()
    ]
    wanted = [space, *(value for values in tags.values() for value in values)]
    with connection.cursor() as cursor:
        cursor.execute(" ".join([_ROWS, *parts, "ORDER BY r.id"]), wanted)
        found = cursor.fetchall()
    marks = _marks(space) if any(row[4] == "W" for row in found) else {}
    return [_stored(space, columns, marks) for columns in found]


def _stored(
    space: bytes, columns: Sequence[Any], marks: Mapping[bytes, closed.Mark]
) -> Stored:
    rid, author, kind, about, audience, sealed, share = columns
    row = rows.Row(
        id=bytes(rid),
        space=space,
        author=bytes(author),
        kind=bytes(kind),
        about=bytes(about),
        audience=audience,
        sealed=bytes(sealed),
    )
    return Stored(
        row=row,
        share=None if share is None else bytes(share),
        mark=marks.get(row.id),
    )


def _marks(space: bytes) -> dict[bytes, closed.Mark]:
    marks = [
        closed.Mark(id1=m.id1, ref1=m.ref1, id2=m.id2, ref2=m.ref2, mark=m.mark)
        for m in models.Mark.objects.filter(space=space)
    ]
    return {one: mark for mark in marks for one in (mark.id1, mark.id2)}


def insert(sealed: rows.Sealed, *, share: bytes) -> None:
    """Store one row and the share it is kept under."""
    row = sealed.row
    models.Row.objects.bulk_create(
        [
            models.Row(
                id=row.id,
                space=row.space,
                author=row.author,
                kind=row.kind,
                about=row.about,
                audience=row.audience,
                sealed=row.sealed,
            )
        ]
    )
    models.Share.objects.bulk_create(
        [models.Share(space=row.space, id=row.id, share=share)]
    )


def delete_closed(stored: Iterable[Stored]) -> None:
    """Delete closed rows with their shares: the only rows that ever go."""
    ids = [one.row.id for one in stored if one.closed]
    spaces = {one.row.space for one in stored}
    for space in spaces:
        models.Row.objects.filter(space=space, id__in=ids).delete()
        models.Share.objects.filter(space=space, id__in=ids).delete()
