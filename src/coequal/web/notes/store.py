"""What stands in somebody's Notes: from their own space, and into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from coequal.core.entry import Entry
from coequal.core.notes.entries import Given, Note, OwnLife, Reply, Ticked, Tilts
from coequal.core.recorded import Recorded, standing
from coequal.people.sessions import Session
from coequal.sealed.subjects import subject
from coequal.web.standing import clear, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenNote:
    """One note as it stands, and when it was last changed; `ref` names this text."""

    id: str
    ref: str
    text: str
    at: datetime


def notes(session: Session) -> list[WrittenNote]:
    """Return one's notes, the newest first."""
    stand = standing(session.own.sound(Note), lambda entry: entry.id)
    ordered = sorted(stand.values(), key=lambda one: (one.at, one.ref), reverse=True)
    return [_written(record) for record in ordered]


def note(session: Session, note_id: str) -> WrittenNote | None:
    """Return one note, if it stands."""
    about = _about_note(bytes.fromhex(note_id))
    found = session.own.sound(Note, subject=about)
    stand = standing(found, lambda entry: entry.id)
    return next((_written(record) for record in stand.values()), None)


def _written(record: Recorded[Note]) -> WrittenNote:
    at = datetime.fromtimestamp(record.at, UTC)
    return WrittenNote(
        id=record.entry.id.hex(), ref=record.ref.hex(), text=record.entry.text, at=at
    )


def write(session: Session, note_id: bytes, text: str) -> None:
    """Write a note, or write it again in place of what stood."""
    entry = Note(id=note_id, text=text)
    replace(session.own, entry, subject=_about_note(note_id))


def shred(session: Session, note_id: bytes) -> None:
    """Make a note unreadable for good."""
    clear(session.own, Note, subject=_about_note(note_id))


def _about_note(note_id: bytes) -> bytes:
    return subject("note", note_id)


def ticked(session: Session) -> dict[str, Given]:
    """Return what was ticked, by sign."""
    stand = standing(session.own.sound(Ticked), lambda entry: entry.group)
    pages = (record.entry.signs for record in stand.values())
    return {sign: given for page in pages for sign, given in page.items()}


def tick(session: Session, group: str, signs: dict[str, Given]) -> None:
    """Save one page of signs in place of what was saved before."""
    entry = Ticked(group=group, signs=signs)
    _put(session, entry, about=subject("ticked", group), empty=not signs)


def tilts(session: Session) -> dict[str, str]:
    """Return with whom there is more, by factor."""
    stand = standing(session.own.sound(Tilts), lambda entry: entry.kind)
    return next((record.entry.factors for record in stand.values()), {})


def tilt(session: Session, factors: dict[str, str]) -> None:
    """Save all factors in place of what was saved before."""
    _put(session, Tilts(factors=factors), about=subject("tilts"), empty=not factors)


def own_life(session: Session, group: str) -> dict[str, str]:
    """Return how free one said one is, by question of one page."""
    stand = standing(session.own.sound(OwnLife), lambda entry: entry.group)
    return stand[group].entry.answers if group in stand else {}


def say_own_life(session: Session, group: str, answers: dict[str, str]) -> None:
    """Save one page about one's own life in place of what was saved before."""
    entry = OwnLife(group=group, answers=answers)
    _put(session, entry, about=subject("own life", group), empty=not answers)


def replies(session: Session) -> dict[str, str]:
    """Return what came to mind, by topic."""
    stand = standing(session.own.sound(Reply), lambda entry: entry.topic)
    return {topic: record.entry.text for topic, record in stand.items()}


def reply(session: Session, topic: str, text: str) -> None:
    """Save what came to mind in place of what was saved before."""
    entry = Reply(topic=topic, text=text)
    _put(session, entry, about=subject("reply", topic), empty=not text)


def _put(session: Session, entry: Entry, *, about: bytes, empty: bool = False) -> None:
    """Let an entry stand alone on its subject; an empty one only clears it."""
    if empty:
        clear(session.own, type(entry), subject=about)
    else:
        replace(session.own, entry, subject=about)
