"""From stored columns to the records of the sealed format, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coequal.core.entry import Entry
from coequal.journal import models
from coequal.journal.host import host
from coequal.journal.viewer import Viewer
from coequal.sealed import closed, rows
from coequal.sealed.person import member_id


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
    query = models.Row.objects.filter(
        space=viewer.space.id,
        kind__in=[
            rows.kind_column(host(), viewer.space, person, kind.kind)
            for person in authors
        ],
    )
    if subject is not None:
        query = query.filter(
            about__in=[
                rows.about_column(host(), viewer.space, person, subject)
                for person in authors
            ]
        )
    found = [_row(stored) for stored in query]
    return _with_shares(viewer.space.id, found) if found else []


def _with_shares(space: bytes, found: list[rows.Row]) -> list[Stored]:
    ids = [row.id for row in found]
    shares = dict(
        models.Share.objects.filter(space=space, id__in=ids).values_list("id", "share")
    )
    waiting = {row.id for row in found if row.audience == "W"}
    marks = _marks(space) if waiting else {}
    return [
        Stored(row=row, share=shares.get(row.id), mark=marks.get(row.id))
        for row in sorted(found, key=lambda row: row.id)
    ]


def _marks(space: bytes) -> dict[bytes, closed.Mark]:
    marks = [
        closed.Mark(id1=m.id1, ref1=m.ref1, id2=m.id2, ref2=m.ref2, mark=m.mark)
        for m in models.Mark.objects.filter(space=space)
    ]
    return {one: mark for mark in marks for one in (mark.id1, mark.id2)}


def _row(stored: models.Row) -> rows.Row:
    return rows.Row(
        id=stored.id,
        space=stored.space,
        author=stored.author,
        kind=stored.kind,
        about=stored.about,
        audience=stored.audience,
        sealed=stored.sealed,
    )


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
