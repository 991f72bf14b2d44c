"""Writing an entry into a space, and making one unreadable."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from coequal.core.entry import Audience, Entry, Shred
from coequal.core.lines import NoLine
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal.access import Record, SpaceAccess
from coequal.journal.entries import TakenBack
from coequal.journal.payloads import to_data
from coequal.journal.reading import Reading
from coequal.sealed import rows
from coequal.sealed.payload import Payload
from coequal.sealed.subjects import subject as subject_of

E = TypeVar("E", bound=Entry)


def append(
    reading: Reading,
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
    # `opening.put_in` alone knows whether it opens.
    if entry.audience is Audience.WAITING:
        message = "a closed entry is put in, not appended"
        raise Refused(message)
    with reading.locked():
        # A closed entry is not in the chain: withdrawn, it would leave a gap.
        is_shared = entry.audience is Audience.BOTH
        sealed = seal(
            reading.access,
            entry,
            subject=subject,
            answers=answers,
            follows=reading.acting.latest() if is_shared else (),
        )
        reading.acting.write(type(entry), sealed, share=sealed.share)
    return sealed.ref


def seal(
    access: SpaceAccess,
    entry: Entry,
    *,
    subject: bytes | None = None,
    answers: Iterable[bytes] = (),
    follows: tuple[bytes, ...] = (),
) -> rows.Sealed:
    """Seal an entry for its audience; nothing is stored yet.

    Raises `Refused` with `NoLine.LONG` where its texts do not fit into a box. All that
    is closed has boxes of one size, and letters take 1 to 4 bytes each: so this is the
    one limit in bytes for every kind, and every page has words for it.
    """
    access.check(entry.audience)
    payload = Payload(
        v=1,
        subject=subject or subject_of(entry.kind),
        answers=tuple(answers),
        follows=follows,
        at=clock.now(),
        data=to_data(entry),
    )
    try:
        return rows.seal_row(
            tags=access.tags,
            signer=access.me,
            kind=entry.kind,
            audience=entry.audience.value,
            payload=payload,
        )
    # Sealing refuses nothing else, and does not know what pages say.
    except Refused:
        raise Refused(NoLine.LONG) from None


def shred(reading: Reading, record: Record[E]) -> None:
    """Make one's own entry unreadable for good.

    Where the other could read it, an entry *taken back* says so to both.
    Raises `Refused` if its kind keeps it, or if it is not one's own.
    """
    kind = type(record.entry)
    if not record.mine or kind.shred is Shred.NEVER or not record.open:
        message = f"a {kind.kind!r} cannot be shredded here"
        raise Refused(message)
    with reading.locked():
        # Without its share nobody can ever open the row. Its bytes stay: only rows that
        # are still closed are deleted.
        reading.acting.shred(record.id)
        if kind.audience is not Audience.NOTES:
            append(reading, TakenBack(), subject=record.ref, answers=(record.ref,))
