"""Opening one stored row, if it is there to be opened."""

from __future__ import annotations

from typing import TypeVar

from coequal.core.entry import LAST, Audience, Entry
from coequal.errors import CoequalError, Unsound
from coequal.journal.access import Record, SpaceAccess
from coequal.journal.host import host
from coequal.journal.payloads import from_data
from coequal.journal.rows import Stored
from coequal.sealed import closed, rows

E = TypeVar("E", bound=Entry)


def open_stored(access: SpaceAccess, kind: type[E], stored: Stored) -> Record[E] | None:
    """Open one stored row, or return None where there is nothing to see."""
    if stored.share is None:  # it was shredded
        return None
    if stored.row.audience != kind.audience:
        message = f"a {kind.kind!r} with another audience"
        raise Unsound(message)
    if kind.audience is not Audience.WAITING:
        return _opened(access, kind, stored, share=stored.share, is_open=True)
    if not stored.closed:
        return _open_together(access, kind, stored, share=stored.share)
    if stored.row.author == access.me.id:
        return sound_closed(access, kind, stored)
    return None


def sound_closed(
    access: SpaceAccess, kind: type[E], stored: Stored
) -> Record[E] | None:
    """Open a closed row through the host's lock.

    A row that was spoiled, or closed under a former epoch, counts as not in and
    looks exactly so: never an error.
    """
    if stored.share is None or not stored.closed:
        return None
    try:
        share, ref = closed.open_share(host=host(), row=stored.row, column=stored.share)
        record = _opened(access, kind, stored, share=share, is_open=False)
    except CoequalError:
        return None
    # The ref lies with the share: a row that was rewritten since does not count as in.
    return record if record.ref == ref else None


def _open_together(
    access: SpaceAccess, kind: type[E], stored: Stored, *, share: bytes
) -> Record[E] | None:
    # Plain share, but no mark: the host never said that this opened. It is not shown.
    if stored.mark is None:
        return None
    closed.check_mark(host=host(), space_id=access.space.id, mark=stored.mark)
    record = _opened(access, kind, stored, share=share, is_open=True)
    marked = {stored.mark.id1: stored.mark.ref1, stored.mark.id2: stored.mark.ref2}
    if marked[record.id] != record.ref:
        message = "an entry was rewritten after it opened"
        raise Unsound(message)
    return record


def _opened(
    access: SpaceAccess, kind: type[E], stored: Stored, *, share: bytes, is_open: bool
) -> Record[E]:
    row = stored.row
    opened = rows.open_row(
        tags=access.tags,
        pub=access.pub(row.author),
        kind=kind.kind,
        row=row,
        share=share,
    )
    payload = opened.payload
    if payload.at > LAST:
        message = f"a {row.audience!r} row of no time that there is"
        raise Unsound(message)
    return Record(
        id=row.id,
        ref=opened.ref,
        author=row.author,
        subject=payload.subject,
        answers=payload.answers,
        follows=payload.follows,
        at=payload.at,
        mine=row.author == access.me.id,
        open=is_open,
        entry=from_data(kind, payload.data),
    )
