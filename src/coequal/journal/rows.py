"""From stored columns to the records of the sealed format, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from coequal.core.entry import Audience, Entry
from coequal.journal import models, queries
from coequal.journal.access import SpaceAccess
from coequal.sealed import closed, rows


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


def visible(
    access: SpaceAccess,
    kinds: Collection[type[Entry]],
    subjects: Collection[bytes] | None = None,
) -> list[Stored]:
    """Return the rows of some kinds that are there for a viewer, by id.

    Of all subjects, or of some. All as they lay at one moment: one's own, and the
    other's but for closed ones. Those are not even looked at, so that the time it
    takes tells nothing of them.
    """
    space = access.space.id
    waits = [kind for kind in kinds if kind.audience is Audience.WAITING]
    at_once = [kind for kind in kinds if kind not in waits]
    mine, theirs = access.authors[:1], access.authors[1:]
    plain = [*_columns(access, at_once, access.authors), *_columns(access, waits, mine)]
    waiting = _columns(access, waits, theirs)
    marks = bool(waits)
    if subjects is None:
        parts = [queries.of_kinds(space, plain, marks=marks)]
        parts += [queries.open_of_kinds(space, waiting)] if waiting else []
    else:
        abouts = _abouts(access, subjects)
        parts = [queries.on_subjects(space, plain, abouts, marks=marks)]
        if waiting:
            own, abouts = _columns(access, waits, mine), _abouts(access, subjects, mine)
            parts.append(queries.opened_with(space, own, abouts))
    return _found(space, parts)


def find(
    access: SpaceAccess,
    kind: type[Entry],
    *,
    subjects: Collection[bytes] | None = None,
    authors: Collection[bytes] | None = None,
) -> list[Stored]:
    """Return the rows of one kind, by id: a fixed order that tells nothing.

    Of all subjects, or of some; of both authors, or of one. The other's closed ones
    are among them, and marks are not looked up: this is for deciding what opens, and
    what a page shows of it is read by `visible`.
    """
    space, authors = access.space.id, access.authors if authors is None else authors
    kinds = _columns(access, [kind], authors)
    if subjects is None:
        return _found(space, [queries.of_kinds(space, kinds)])
    abouts = _abouts(access, subjects, authors)
    if not abouts:
        return []
    return _found(space, [queries.on_subjects(space, kinds, abouts)])


def by_ref(access: SpaceAccess, kind: type[Entry], prefix: bytes) -> list[Stored]:
    """Return the rows of a kind whose ref begins like this, by id.

    The kind is one that both read at once, or one's own: no closed row is looked at.
    """
    space, kinds = access.space.id, _columns(access, [kind], access.authors)
    return _found(space, [queries.by_ref(space, kinds, prefix)])


def waiting(space: bytes) -> list[Stored]:
    """Return the rows of a space that were put in for both, closed or open."""
    return _found(space, [queries.waiting(space, Audience.WAITING.value)])


def _columns(
    access: SpaceAccess, kinds: Iterable[type[Entry]], authors: Collection[bytes]
) -> list[bytes]:
    """Return the columns of kinds: they differ for the two authors."""
    return [access.tags.kind(one, kind.kind) for kind in kinds for one in authors]


def _abouts(
    access: SpaceAccess,
    subjects: Iterable[bytes],
    authors: Collection[bytes] | None = None,
) -> list[bytes]:
    """Return the columns of subjects: they differ for the two authors."""
    by = access.authors if authors is None else authors
    return [access.tags.about(one, subject) for subject in subjects for one in by]


def _found(space: bytes, parts: Collection[queries.Select]) -> list[Stored]:
    """Return rows by id, with their shares and marks, in one query."""
    # By id: a row that somebody marked twice is found twice.
    found = {row[0]: _stored(space, row) for row in queries.run(parts)}
    return list(found.values())


def _stored(space: bytes, columns: Sequence[Any]) -> Stored:
    rid, author, kind, about, ref, audience, sealed, share, *mark = columns
    return Stored(
        row=rows.Row(
            id=bytes(rid),
            space=space,
            author=bytes(author),
            kind=bytes(kind),
            about=bytes(about),
            ref=bytes(ref),
            audience=audience,
            sealed=bytes(sealed),
        ),
        share=None if share is None else bytes(share),
        mark=None if mark[0] is None else _mark(*map(bytes, mark)),
    )


def _mark(id1: bytes, ref1: bytes, id2: bytes, ref2: bytes, mark: bytes) -> closed.Mark:
    return closed.Mark(id1=id1, ref1=ref1, id2=id2, ref2=ref2, mark=mark)


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
                ref=row.ref,
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
