"""One entry of a kind for each subject: a new one shreds the one before it."""

from __future__ import annotations

from typing import TypeVar

from coequal.core.entry import Entry
from coequal.core.two.said import oldest_first
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record

E = TypeVar("E", bound=Entry)


def replace(reading: Reading, entry: Entry, *, subject: bytes) -> None:
    """Let an entry stand alone among one's own of its kind on a subject.

    Saying the same again changes nothing. What stood before can be read by nobody
    any more.
    """
    with reading.locked():
        former = mine(reading, type(entry), subject=subject)
        if [record.entry for record in former] == [entry]:
            return
        replaced = sorted(record.ref for record in former)
        journal.append(reading, entry, subject=subject, answers=replaced)
        _shred(reading, former)


def clear(reading: Reading, kind: type[Entry], *, subject: bytes) -> None:
    """Let nothing of one's own stand there. What never stood is cleared just so."""
    with reading.locked():
        _shred(reading, mine(reading, kind, subject=subject))


def mine(reading: Reading, kind: type[E], *, subject: bytes) -> list[Record[E]]:
    """Return one's own entries of a kind on a subject, the oldest first."""
    found = reading.sound(kind, subject=subject)
    return oldest_first(record for record in found if record.mine)


def _shred(reading: Reading, records: list[Record[E]]) -> None:
    for record in records:
        journal.shred(reading, record)
