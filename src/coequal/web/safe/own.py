"""What stands in somebody's Notes: from their own space, and into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from coequal.core.recorded import Recorded, standing
from coequal.core.safe.entries import Given, Note, Reply, Ticked, Tilts
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people.visits import Visit
from coequal.sealed.subjects import subject

E = TypeVar("E", Note, Ticked, Tilts, Reply)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One note as it stands, and when it was last changed."""

    id: str
    text: str
    at: datetime


def notes(visit: Visit) -> list[Written]:
    """Return one's notes, the newest first."""
    stand = standing(journal.read(visit.own, Note), lambda entry: entry.id)
    ordered = sorted(stand.values(), key=lambda one: (one.at, one.ref), reverse=True)
    return [_written(record) for record in ordered]


def note(visit: Visit, note_id: str) -> Written | None:
    """Return one note, if it stands."""
    about = _about_note(bytes.fromhex(note_id))
    found = journal.read(visit.own, Note, subject=about)
    stand = standing(found, lambda entry: entry.id)
    return next((_written(record) for record in stand.values()), None)


def _written(record: Recorded[Note]) -> Written:
    at = datetime.fromtimestamp(record.at, UTC)
    return Written(id=record.entry.id.hex(), text=record.entry.text, at=at)


def write(visit: Visit, note_id: bytes, text: str) -> None:
    """Write a note, or write it anew in place of what stood."""
    _put(visit, Note(id=note_id, text=text), about=_about_note(note_id))


def shred(visit: Visit, note_id: bytes) -> None:
    """Make a note unreadable for good."""
    _clear(visit, Note, about=_about_note(note_id))


def _about_note(note_id: bytes) -> bytes:
    return subject("note", note_id)


def ticked(visit: Visit) -> dict[str, Given]:
    """Return what was ticked, by sign."""
    stand = standing(journal.read(visit.own, Ticked), lambda entry: entry.group)
    pages = (record.entry.signs for record in stand.values())
    return {sign: given for page in pages for sign, given in page.items()}


def tick(visit: Visit, group: str, signs: dict[str, Given]) -> None:
    """Save one page of signs in place of what was saved before."""
    entry = Ticked(group=group, signs=signs)
    _put(visit, entry, about=subject("ticked", group), empty=not signs)


def tilts(visit: Visit) -> dict[str, str]:
    """Return with whom there is more, by factor."""
    stand = standing(journal.read(visit.own, Tilts), lambda entry: entry.kind)
    return next((record.entry.factors for record in stand.values()), {})


def tilt(visit: Visit, factors: dict[str, str]) -> None:
    """Save all factors in place of what was saved before."""
    _put(visit, Tilts(factors=factors), about=subject("tilts"), empty=not factors)


def replies(visit: Visit) -> dict[str, str]:
    """Return what came to mind, by topic."""
    stand = standing(journal.read(visit.own, Reply), lambda entry: entry.topic)
    return {topic: record.entry.text for topic, record in stand.items()}


def reply(visit: Visit, topic: str, text: str) -> None:
    """Save what came to mind in place of what was saved before."""
    entry = Reply(topic=topic, text=text)
    _put(visit, entry, about=subject("reply", topic), empty=not text)


def _put(visit: Visit, entry: E, *, about: bytes, empty: bool = False) -> None:
    """Let an entry stand alone on its subject; an empty one only clears it."""
    former = _former(visit, type(entry), about)
    if [record.entry for record in former] == [entry]:
        return
    if not empty:
        replaced = sorted(record.ref for record in former)
        journal.append(visit.own, entry, subject=about, answers=replaced)
    for record in former:
        journal.shred(visit.own, record)


def _clear(visit: Visit, kind: type[E], *, about: bytes) -> None:
    for record in _former(visit, kind, about):
        journal.shred(visit.own, record)


def _former(visit: Visit, kind: type[E], about: bytes) -> list[Record[E]]:
    """Return what is there on a subject, the oldest first: so it is shredded too."""
    found = journal.read(visit.own, kind, subject=about)
    return sorted(found, key=lambda record: (record.at, record.ref))
