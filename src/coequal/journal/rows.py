"""From stored columns to the records of the sealed format, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from coequal.core.entry import Audience, Entry
from coequal.journal import models, queries, seen
from coequal.journal.access import SpaceAccess
from coequal.journal.fields import as_bytes
from coequal.sealed import closed, kept, rows

_REF: Final = 32
_AUDIENCE: Final = 5
"""Which of the columns that are found says what it is; the next one is sealed."""


LookedFor = Mapping[type[Entry], Collection[bytes] | None]
"""Kinds, each on some subjects, or on all."""
NOTHING: Final[LookedFor] = MappingProxyType({})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryIndex:
    """What a room knows of the entries of some kinds without opening them.

    Their refs, and what one keeps under a name, if there is one. The kinds are those
    that both read at once.
    """

    kinds: tuple[type[Entry], ...]
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody is going to read of a space, to be found in one query.

    All rows of some `kinds`, or those on some `subjects`; the rows of other kinds
    that are `named` by the first 16 bytes of their refs, of kinds that both read at
    once; an `index`; and `open_to_both`, with what one keeps to compare it with. The
    `heads` are those of both.
    """

    kinds: Collection[type[Entry]] = ()
    subjects: Collection[bytes] | None = None
    named: Mapping[type[Entry], Collection[bytes]] = field(default_factory=dict)
    index: EntryIndex | None = None
    open_to_both: bool = False
    heads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Rows by id; of an index the refs by the columns of kinds, and boxes by place.

    `open_to_both` are the columns of all that both can read, one after the other;
    `heads` single boxes by author and place; `ids` those of rows by kind and subject.
    """

    rows: list[Stored]
    refs: dict[bytes, list[bytes]]
    kept: dict[bytes, bytes]
    open_to_both: bytes = b""
    heads: Mapping[tuple[bytes, bytes], bytes] = field(default_factory=dict)
    ids: Collection[tuple[bytes, bytes, bytes]] = ()


def visible(access: SpaceAccess, wanted: Wanted) -> Found:
    """Return what is wanted, as far as it is there for a viewer.

    All as it lay at one moment: one's own, and the other's but for closed rows.
    Those are not even looked at, so that the time it takes tells nothing of them.
    """
    space = access.space.id
    parts = list(_of_kinds(access, wanted)) if wanted.kinds else []
    parts += [
        queries.named(space, _columns(access, [kind], access.authors), beginnings)
        for kind, beginnings in wanted.named.items()
        if beginnings
    ]
    if wanted.index is not None:
        parts += _of_index(access, wanted.index)
    if wanted.open_to_both:
        parts += [queries.open_to_both(space), _kept(access, seen.NAME)]
    if wanted.heads:
        parts.append(queries.heads(space))
    return found_by(space, parts)


def _of_index(access: SpaceAccess, index: EntryIndex) -> Iterator[queries.Select]:
    if index.kinds:
        columns = _columns(access, index.kinds, access.authors)
        yield queries.refs_of_kinds(access.space.id, columns)
    if index.name:
        yield _kept(access, index.name)


def _kept(access: SpaceAccess, name: str) -> queries.Select:
    space, me = access.space.id, access.me
    places = kept.places(signer=me, space=space, name=name)
    return queries.kept(space, me.id, places)


def _of_kinds(access: SpaceAccess, wanted: Wanted) -> Iterator[queries.Select]:
    space = access.space.id
    waits = [kind for kind in wanted.kinds if kind.audience is Audience.WAITING]
    at_once = [kind for kind in wanted.kinds if kind not in waits]
    mine, theirs = access.authors[:1], access.authors[1:]
    own, others = _columns(access, waits, mine), _columns(access, waits, theirs)
    plain, marks = _columns(access, at_once, access.authors) + own, bool(waits)
    if wanted.subjects is None:
        yield queries.of_kinds(space, plain, marks=marks)
        if others:
            yield queries.opened_with(space, own, None)
        return
    abouts = _abouts(access, wanted.subjects, access.authors)
    yield queries.on_subjects(space, plain, abouts, marks=marks)
    if others:
        yield queries.opened_with(space, own, _abouts(access, wanted.subjects, mine))


def find(
    access: SpaceAccess, wanted: LookedFor, *, authors: Collection[bytes] | None = None
) -> list[Stored]:
    """Return the rows that are looked for, by id: a fixed order that tells nothing.

    Of both authors, or of one. The other's closed ones
    are among them, and marks are not looked up: this is for deciding what opens, and
    what a page shows of it is read by `visible`.
    """
    space, authors = access.space.id, access.authors if authors is None else authors
    parts = parts_of(access, wanted, authors=authors)
    return found_by(space, parts).rows if parts else []


def parts_of(
    access: SpaceAccess, wanted: LookedFor, *, authors: Collection[bytes]
) -> list[queries.Select]:
    """Return the parts of a query that finds what `find` returns, if there are any."""
    space, parts = access.space.id, []
    for kind, subjects in wanted.items():
        kinds = _columns(access, [kind], authors)
        abouts = _abouts(access, subjects or (), authors)
        if subjects is None and kinds:
            parts.append(queries.of_kinds(space, kinds))
        elif abouts:
            parts.append(queries.on_subjects(space, kinds, abouts))
    return parts


def waiting(space: bytes) -> list[Stored]:
    """Return the rows of a space that were put in for both, closed or open."""
    return found_by(space, [queries.waiting(space, Audience.WAITING.value)]).rows


def _columns(
    access: SpaceAccess, kinds: Iterable[type[Entry]], authors: Collection[bytes]
) -> list[bytes]:
    """Return the columns of kinds: they differ for the two authors."""
    return [access.tags.kind(one, kind.kind) for kind in kinds for one in authors]


def _abouts(
    access: SpaceAccess, subjects: Iterable[bytes], authors: Collection[bytes]
) -> list[bytes]:
    """Return the columns of subjects: they differ for the two authors."""
    return [access.tags.about(one, subject) for subject in subjects for one in authors]


def found_by(space: bytes, parts: Collection[queries.Select]) -> Found:
    """Return rows by id, with their shares and marks, in one query."""
    # By id: what two parts select, or somebody marked twice, is found twice.
    stored, refs, boxes, opened = {}, {}, {}, b""
    heads, ids = {}, []
    for row in queries.run(parts):
        audience = row[_AUDIENCE]
        if audience == queries.REFS:
            refs[as_bytes(row[2])] = seen.pieces(as_bytes(row[4]), _REF)
        elif audience == queries.KEPT:
            boxes[as_bytes(row[0])] = as_bytes(row[_AUDIENCE + 1])
        elif audience == queries.OPEN:
            opened = as_bytes(row[4])
        elif audience == queries.HEAD:
            heads[as_bytes(row[1]), as_bytes(row[0])] = as_bytes(row[_AUDIENCE + 1])
        elif audience == queries.ID:
            ids.append((as_bytes(row[2]), as_bytes(row[3]), as_bytes(row[0])))
        else:
            one = _stored(space, row)
            stored[one.row.id] = one
    # Put in order here: a database takes more or fewer steps by how ids happen to lie.
    ordered = [stored[one] for one in sorted(stored)]
    return Found(
        rows=ordered, refs=refs, kept=boxes, open_to_both=opened, heads=heads, ids=ids
    )


def _stored(space: bytes, columns: Sequence[Any]) -> Stored:
    rid, author, kind, about, ref, audience, sealed, share, *mark = columns
    return Stored(
        row=rows.Row(
            id=as_bytes(rid),
            space=space,
            author=as_bytes(author),
            kind=as_bytes(kind),
            about=as_bytes(about),
            ref=as_bytes(ref),
            # What is no text at all is no audience either.
            audience=audience if isinstance(audience, str) else "",
            sealed=as_bytes(sealed),
        ),
        share=None if share is None else as_bytes(share),
        mark=None if mark[0] is None else _mark(*map(as_bytes, mark)),
    )


def _mark(id1: bytes, ref1: bytes, id2: bytes, ref2: bytes, mark: bytes) -> closed.Mark:
    return closed.Mark(id1=id1, ref1=ref1, id2=id2, ref2=ref2, mark=mark)


def delete_closed(stored: Iterable[Stored]) -> None:
    """Delete closed rows with their shares: the only rows that ever go."""
    ids = [one.row.id for one in stored if one.closed]
    spaces = {one.row.space for one in stored}
    for space in spaces:
        models.StoredRow.objects.filter(space=space, id__in=ids).delete()
        models.Share.objects.filter(space=space, id__in=ids).delete()
