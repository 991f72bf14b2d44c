"""Adding to a space: the only way anything gets in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from coequal.core.entry import Audience, Entry, Shred
from coequal.errors import Refused
from coequal.journal import clock, models, spaces
from coequal.journal.access import Record, SpaceAccess
from coequal.journal.entries import TakenBack
from coequal.journal.host import host
from coequal.journal.kinds import known
from coequal.journal.payloads import to_data
from coequal.journal.reading import read
from coequal.journal.rows import insert
from coequal.sealed import rows
from coequal.sealed.payload import Payload
from coequal.sealed.subjects import subject as subject_of

E = TypeVar("E", bound=Entry)


def append(
    access: SpaceAccess,
    entry: Entry,
    *,
    subject: bytes | None = None,
    answers: Iterable[bytes] = (),
) -> bytes:
    """Write one entry and return its ref.

    `subject` is what the entry is about (by default its kind); `answers` are
    the refs of the exact texts it answers. Raises `Refused` for an audience
    that has no place here and for a closed space.
    """
    if entry.audience is Audience.WAITING:
        message = "a closed entry is put in, not appended"
        raise Refused(message)
    with spaces.locked(access.space.id):
        sealed = seal(access, entry, subject=subject, answers=answers)
        insert(sealed, share=sealed.share)
    return sealed.ref


def seal(
    access: SpaceAccess,
    entry: Entry,
    *,
    subject: bytes | None = None,
    answers: Iterable[bytes] = (),
) -> rows.Sealed:
    """Seal an entry for its audience; nothing is stored yet."""
    access.check(entry.audience)
    payload = Payload(
        v=1,
        subject=subject or subject_of(entry.kind),
        answers=tuple(answers),
        follows=_heads(access) if entry.audience is Audience.BOTH else (),
        at=clock.now(),
        data=to_data(entry),
    )
    return rows.seal_row(
        host=host(),
        space=access.space,
        signer=access.me,
        kind=entry.kind,
        audience=entry.audience.value,
        payload=payload,
    )


def _heads(access: SpaceAccess) -> tuple[bytes, ...]:
    """Return the refs of my latest shared entries: those none of mine follows."""
    mine = [
        record
        for kind in known()
        if kind.audience is Audience.BOTH
        for record in read(access, kind)
        if record.mine
    ]
    followed = {ref for record in mine for ref in record.follows}
    return tuple(sorted({record.ref for record in mine} - followed))


def shred(access: SpaceAccess, record: Record[E]) -> None:
    """Make one's own entry unreadable for good.

    Where the other could read it, an entry *taken back* says so to both.
    Raises `Refused` if its kind keeps it, or if it is not one's own.
    """
    kind = type(record.entry)
    if not record.mine or kind.shred is Shred.NEVER or not record.open:
        message = f"a {kind.kind!r} cannot be shredded here"
        raise Refused(message)
    with spaces.locked(access.space.id):
        models.Share.objects.filter(space=access.space.id, id=record.id).delete()
        if kind.audience is not Audience.NOTES:
            append(access, TakenBack(), answers=(record.ref,))
