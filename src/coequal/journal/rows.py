"""From stored columns to the records of the sealed format, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from coequal.core.entry import Audience, Entry
from coequal.journal import models
from coequal.journal.access import SpaceAccess
from coequal.sealed import closed, rows

_ROWS: Final = (
    "SELECT r.id, r.author, r.kind, r.about, r.audience, r.sealed, s.share FROM "
)
_SHARES: Final = "LEFT JOIN journal_share s ON s.space = r.space AND s.id = r.id "
# Without it SQLite passes every row of a space on its way to those of one kind.
_INDEX: Final = {"sqlite": "INDEXED BY by_kind "}
# Across, so that SQLite begins with the marks, and passes no closed row at all.
_OPEN: Final = (
    "(SELECT id1 AS id FROM journal_mark WHERE space = %s UNION "
    "SELECT id2 FROM journal_mark WHERE space = %s) o CROSS JOIN journal_row r "
)
_MARKED: Final = _ROWS + _OPEN + _SHARES + "WHERE r.space = %s AND r.id = o.id"

_Part = tuple[str, Sequence[bytes], Mapping[str, Sequence[bytes | str]]]
"""A select, what it is given, and the values that a column may have."""


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


def visible(access: SpaceAccess, *kinds: type[Entry]) -> list[list[Stored]]:
    """Return the rows of each of some kinds that are there for a viewer, by id.

    All as they lay at one moment: one's own, and the other's but for closed ones.
    Those are not even looked at, so that the time it takes tells nothing of them.
    """
    # A tag differs for the two authors: there are two for each kind, one's own first.
    authors, space = access.authors, access.space.id
    tags = {kind: _columns(access, kind, authors) for kind in kinds}
    # Of kinds that wait, the other's rows are reached through the marks alone.
    marked = [tag for kind in kinds if _waits(kind) for tag in tags[kind][1:]]
    by_tag = [tag for kind in kinds for tag in tags[kind] if tag not in marked]
    parts: list[_Part] = [(_by_tag(), [space], {"kind": by_tag})]
    if marked:
        parts.append((_MARKED, [space] * 3, {"kind": marked}))
    found = _found(space, parts, waits=any(map(_waits, kinds)))
    return [[one for one in found if one.row.kind in tags[kind]] for kind in kinds]


def find(
    access: SpaceAccess,
    kind: type[Entry],
    *,
    subjects: Iterable[bytes] | None = None,
    authors: Collection[bytes] | None = None,
) -> list[Stored]:
    """Return the rows of one kind, by id: a fixed order that tells nothing.

    Of all subjects, or of some; of both authors, or of one. The other's closed ones
    are among them, and marks are not looked up: this is for deciding what opens, and
    what a page shows of it is read by `visible`.
    """
    if authors is None:
        authors = access.authors
    space, tags = access.space, {"kind": _columns(access, kind, authors)}
    select, given = _by_tag(), [space.id]
    if subjects is not None:
        abouts = [
            access.tags.about(author, subject)
            for subject in subjects
            for author in authors
        ]
        if not abouts:
            return []
        select, given = _by_subject(len(abouts)), [*abouts, space.id]
    return _found(space.id, [(select, given, tags)], waits=False)


def _by_subject(count: int) -> str:
    """Begin with what is looked for: `IN` may pass every row of a kind in its place."""
    index = _INDEX.get(connection.vendor, "")
    abouts = " UNION ALL ".join(["SELECT %s AS about"] * count)
    return (
        f"{_ROWS}({abouts}) w CROSS JOIN journal_row r {index}{_SHARES}"
        "WHERE r.about = w.about AND r.space = %s"
    )


def _by_tag() -> str:
    index = _INDEX.get(connection.vendor, "")
    return f"{_ROWS}journal_row r {index}{_SHARES}WHERE r.space = %s"


def _waits(kind: type[Entry]) -> bool:
    return kind.audience is Audience.WAITING


def _columns(
    access: SpaceAccess, kind: type[Entry], authors: Iterable[bytes]
) -> list[bytes]:
    return [access.tags.kind(author, kind.kind) for author in authors]


def waiting(space: bytes) -> list[Stored]:
    """Return the rows of a space that were put in for both, closed or open."""
    tags = {"audience": [Audience.WAITING.value]}
    return _found(space, [(_by_tag(), [space], tags)], waits=True)


def _found(space: bytes, parts: Iterable[_Part], *, waits: bool) -> list[Stored]:
    """Return rows with their shares, in one query, and with their marks if any wait.

    Every page reads a dozen kinds: building this by the ORM cost more than running it.
    """
    selects, wanted = [], []
    for select, given, tags in parts:
        selects.append(" ".join([select, *map(_among, tags.items())]))
        wanted += [*given, *(value for values in tags.values() for value in values)]
    with connection.cursor() as cursor:
        cursor.execute(f"{' UNION ALL '.join(selects)} ORDER BY 1", wanted)
        found = cursor.fetchall()
    marks = _marks(space) if waits else {}
    return [_stored(space, columns, marks) for columns in found]


def _among(tag: tuple[str, Sequence[bytes | str]]) -> str:
    column, values = tag
    return f"AND r.{column} IN ({', '.join(['%s'] * len(values))})"


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
    # All of the space in one query, however many rows were found.
    found = models.StoredMark.objects.filter(space=space)
    columns = found.values_list("id1", "ref1", "id2", "ref2", "mark")
    marks = [
        closed.Mark(id1=id1, ref1=ref1, id2=id2, ref2=ref2, mark=mark)
        for id1, ref1, id2, ref2, mark in columns
    ]
    return {one: mark for mark in marks for one in (mark.id1, mark.id2)}


def insert(sealed: rows.Sealed, *, share: bytes) -> None:
    """Store one row and the share it is kept under."""
    row = sealed.row
    models.StoredRow.objects.bulk_create(
        [
            models.StoredRow(
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
        models.StoredRow.objects.filter(space=space, id__in=ids).delete()
        models.Share.objects.filter(space=space, id__in=ids).delete()
