"""What somebody writes for nobody else, entry by entry: read, written once, deleted."""

from __future__ import annotations

from typing import TypeVar

from coequal.core.entry import Entry
from coequal.core.two.said import oldest_first
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record
from coequal.people.own_act import own_act
from coequal.people.sessions import Session

E = TypeVar("E", bound=Entry)


def newest_first(own: Reading, kind: type[E]) -> list[Record[E]]:
    """Return one's own entries of a kind, without damaged ones."""
    return oldest_first(own.sound(kind))[::-1]


@own_act
def write_once(session: Session, entry: Entry) -> None:
    """Write an entry; a second press, which would say the same again, writes none."""
    latest = newest_first(session.own, type(entry))[:1]
    if [one.entry for one in latest] != [entry]:
        journal.append(session.own, entry)


@own_act
def drop(session: Session, kind: type[Entry], ref: bytes) -> None:
    """Make an entry unreadable for good. One that is gone is gone."""
    for record in session.own.sound_named(kind, [ref]):
        if record.ref == ref:
            journal.shred(session.own, record)
