"""What stands in somebody's Notes: from their own space, and into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from coequal.core.notes.entries import Given, Note, Reply, Ticked, Tilts
from coequal.core.recorded import Recorded, standing
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people.sessions import Session
from coequal.sealed.subjects import subject

E = TypeVar("E", Note, Ticked, Tilts, Reply)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenNote:
    """One note as it stands, and when it was last changed."""

    id: str
    text: str
    at: datetime


def notes(session: Session) -> list[WrittenNote]:
    """Return one's notes, the newest first."""
    stand = standing(session.own.read(Note), lambda entry: entry.id)
    ordered = sorted(stand.values(), key=lambda one: (one.at, one.ref), reverse=True)
    return [_written(record) for record in ordered]


def note(session: Session, note_id: str) -> WrittenNote | None:
    """Return one note, if it stands."""
    about = _about_note(bytes.fromhex(note_id))
    found = session.own.read(Note, subject=about)
    stand = standing(found, lambda entry: entry.id)
    return next((_written(record) for record in stand.values()), None)


def _written(record: Recorded[Note]) -> WrittenNote:
    at = datetime.fromtimestamp(record.at, UTC)
    return WrittenNote(id=record.entry.id.hex(), text=record.entry.text, at=at)


def write(session: Session, note_id: bytes, text: str) -> None:
    """Write a note, or write it anew in place of what stood."""
    _put(session, Note(id=note_id, text=text), about=_about_note(note_id))


def shred(session: Session, note_id: bytes) -> None:
    """Make a note unreadable for good."""
    _clear(session, Note, about=_about_note(note_id))


def _about_note(note_id: bytes) -> bytes:
    return subject("note", note_id)


def ticked(session: Session) -> dict[str, Given]:
    """Return what was ticked, by sign."""
    stand = standing(session.own.read(Ticked), lambda entry: entry.group)
    pages = (record.entry.signs for record in stand.values())
    return {sign: given for page in pages for sign, given in page.items()}


def tick(session: Session, group: str, signs: dict[str, Given]) -> None:
    """Save one page of signs in place of what was saved before."""
    entry = Ticked(group=group, signs=signs)
    _put(session, entry, about=subject("ticked", group), empty=not signs)


def tilts(session: Session) -> dict[str, str]:
    """Return with whom there is more, by factor."""
    stand = standing(session.own.read(Tilts), lambda entry: entry.kind)
    return next((record.entry.factors for record in stand.values()), {})


def tilt(session: Session, factors: dict[str, str]) -> None:
    """Save all factors in place of what was saved before."""
    _put(session, Tilts(factors=factors), about=subject("tilts"), empty=not factors)


def replies(session: Session) -> dict[str, str]:
    """Return what came to mind, by topic."""
    stand = standing(session.own.read(Reply), lambda entry: entry.topic)
    return {topic: record.entry.text for topic, record in stand.items()}


def reply(session: Session, topic: str, text: str) -> None:
    """Save what came to mind in place of what was saved before."""
    entry = Reply(topic=topic, text=text)
    _put(session, entry, about=subject("reply", topic), empty=not text)


def _put(session: Session, entry: E, *, about: bytes, empty: bool = False) -> None:
    """Let an entry stand alone on its subject; an empty one only clears it."""
    former = _former(session, type(entry), about)
    if [record.entry for record in former] == [entry]:
        return
    if not empty:
        replaced = sorted(record.ref for record in former)
        journal.append(session.own, entry, subject=about, answers=replaced)
    for record in former:
        journal.shred(session.own, record)


def _clear(session: Session, kind: type[E], *, about: bytes) -> None:
    for record in _former(session, kind, about):
        journal.shred(session.own, record)


def _former(session: Session, kind: type[E], about: bytes) -> list[Record[E]]:
    """Return what is there on a subject, the oldest first: so it is shredded too."""
    found = session.own.read(kind, subject=about)
    return sorted(found, key=lambda record: (record.at, record.ref))
