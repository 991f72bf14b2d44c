"""Closed until both are in.

Both have put in a row on the same exact subject: only then the host gives its
shares, to both at once. Several rows can open as one: a *gate* among them
decides, and the others open where both have them. Or each opens by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from coequal.core.entry import Entry
from coequal.errors import Refused
from coequal.journal import models, spaces
from coequal.journal.access import SpaceAccess
from coequal.journal.entries import Opened
from coequal.journal.host import host
from coequal.journal.reading import sound_closed
from coequal.journal.rows import Stored, delete_closed, find, insert
from coequal.journal.writing import append, seal
from coequal.sealed import closed, rows
from coequal.sealed.person import member_id

E = TypeVar("E", bound=Entry)


def put_in(
    access: SpaceAccess, entries: Mapping[bytes, E], *, gate: bytes, whole: bool = False
) -> bool:
    """Put in closed entries by subject, and return whether they opened.

    Replaces what the viewer had put in of this kind on these subjects; with
    `whole`, everything of this kind. If the other's row on the subject `gate`
    is there and sound, every subject that both have put in opens, in this one
    transaction; with `whole`, what stays closed of this kind is deleted, for
    both. Raises `Refused` if the gate is open already.
    """
    kind = type(entries[gate])
    with spaces.locked(access.space.id):
        _refuse_if_open(access, kind, gate)
        for subject in [None] if whole else list(entries):
            delete_closed(find(access, kind, subject=subject, author=access.me.id))
        mine = _insert_closed(access, entries)
        if _theirs(access, kind, gate) is None:
            return False
        refs = [ref for subject in mine for ref in _open(access, kind, subject, mine)]
        if whole:
            delete_closed(find(access, kind))
        append(access, Opened(), subject=gate, answers=sorted(refs))
    return True


def put_in_each(
    access: SpaceAccess, entries: Mapping[bytes, E], *, kind: type[E]
) -> None:
    """Put in closed entries by subject; each opens by itself, if both have it in.

    Replaces everything closed of this kind that the viewer had put in, in this
    one transaction. Raises `Refused` if one of the subjects is open already.
    """
    with spaces.locked(access.space.id):
        for subject in entries:
            _refuse_if_open(access, kind, subject)
        delete_closed(find(access, kind, author=access.me.id))
        mine = _insert_closed(access, entries)
        for subject in mine:
            refs = _open(access, kind, subject, mine)
            if refs:
                append(access, Opened(), subject=subject, answers=sorted(refs))


def withdraw(
    access: SpaceAccess, kind: type[Entry], *, gate: bytes, whole: bool = True
) -> None:
    """Take back one's closed entries of one kind; not `whole`: of this subject only.

    Nobody is told. Raises `Refused` once the gate is open: what was seen was seen.
    """
    with spaces.locked(access.space.id):
        _refuse_if_open(access, kind, gate)
        subject = None if whole else gate
        delete_closed(find(access, kind, subject=subject, author=access.me.id))


def _refuse_if_open(access: SpaceAccess, kind: type[Entry], gate: bytes) -> None:
    for stored in find(access, kind, subject=gate, author=access.me.id):
        if stored.mark is not None:
            message = "it is open already"
            raise Refused(message)


def _insert_closed(
    access: SpaceAccess, entries: Mapping[bytes, Entry]
) -> dict[bytes, rows.Sealed]:
    """Store entries by subject, each with its share under the host's lock."""
    mine = {
        subject: seal(access, entry, subject=subject)
        for subject, entry in entries.items()
    }
    for sealed in mine.values():
        column = closed.close_share(
            host=host(), row=sealed.row, share=sealed.share, ref=sealed.ref
        )
        insert(sealed, share=column)
    return mine


def _theirs(access: SpaceAccess, kind: type[Entry], subject: bytes) -> Stored | None:
    """Return the other's closed row on a subject, if it is there and sound."""
    if access.other is None:
        return None
    found = find(access, kind, subject=subject, author=member_id(access.other))
    sound = (one for one in found if sound_closed(access, kind, one) is not None)
    return next(sound, None)


def _open(
    access: SpaceAccess,
    kind: type[Entry],
    subject: bytes,
    mine: Mapping[bytes, rows.Sealed],
) -> tuple[bytes, ...]:
    """Release both shares on one subject and mark them; return both refs."""
    theirs = _theirs(access, kind, subject)
    if theirs is None or theirs.share is None:
        return ()
    one = mine[subject]
    share, ref = closed.open_share(host=host(), row=theirs.row, column=theirs.share)
    mark = closed.make_mark(
        host=host(),
        space_id=access.space.id,
        one=(one.row.id, one.ref),
        two=(theirs.row.id, ref),
    )
    _store_open(access.space.id, {one.row.id: one.share, theirs.row.id: share}, mark)
    return one.ref, ref


def _store_open(space: bytes, shares: Mapping[bytes, bytes], mark: closed.Mark) -> None:
    for row, share in shares.items():
        models.Share.objects.filter(space=space, id=row).update(share=share)
    models.StoredMark.objects.create(
        space=space,
        id1=mark.id1,
        ref1=mark.ref1,
        id2=mark.id2,
        ref2=mark.ref2,
        mark=mark.mark,
    )
