"""Writing: notes of one's own, to change and to delete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from coequal.core.notes.text import LONGEST, NoText, first_line, whole_text
from coequal.errors import Refused
from coequal.people.sessions import Session
from coequal.sealed import entropy
from coequal.web.notes import store
from coequal.web.notes.forms import pressed, text_of
from coequal.web.notes.page import NotesContext, NotesPage, Saved
from coequal.web.notes.store import WrittenNote
from coequal.web.notes.tabs import View

ID_BYTES: Final = 16
LINE: Final = 80
NOTES: Final = View(name="notes")
WRITE: Final = View(name="write")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedNote:
    """One note by its first line."""

    id: str
    line: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContext(NotesContext):
    """One's notes, the newest first."""

    notes: Sequence[ListedNote]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteContext(NotesContext):
    """One note, to be read."""

    note: WrittenNote


@dataclass(frozen=True, slots=True, kw_only=True)
class DropContext(NotesContext):
    """One note that may go, and where one goes who keeps it."""

    note: WrittenNote
    back: View


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteContext(NotesContext):
    """A text to be written, why it cannot be kept, if so, and where one came from."""

    text: str
    error: str
    back: View


def listed(session: Session, _about: str) -> NotesPage:
    """List one's notes, the newest first, by their first lines."""
    notes = [
        ListedNote(id=one.id, line=first_line(one.text, longest=LINE), at=one.at)
        for one in store.notes(session)
    ]
    return NotesPage(template="list.html", context=ListContext(notes=notes))


def blank(_session: Session, _about: str) -> NotesPage:
    """Show an empty sheet."""
    return _form(WRITE)


def read(session: Session, about: str) -> NotesPage | None:
    """Show one note."""
    note = store.note(session, about)
    if note is None:
        return None
    return NotesPage(template="note.html", context=NoteContext(note=note))


def changing(session: Session, about: str) -> NotesPage | None:
    """Show one note in a form."""
    note = store.note(session, about)
    if note is None:
        return None
    return _form(View(name="change", about=about), text=note.text)


def dropping(session: Session, about: str) -> NotesPage | None:
    """Ask whether a note is to go."""
    note = store.note(session, about)
    if note is None:
        return None
    back = View(name="note", about=about)
    return NotesPage(template="drop.html", context=DropContext(note=note, back=back))


def write(session: Session, _about: str, sent: QueryDict) -> Saved | NotesPage:
    """Keep a new note; the same form sent again only changes it."""
    # The id is random; the leaf sets it apart only where a test seeds what is random.
    # A second press makes no second note, as this leaf has turned into a change.
    leaf = pressed(sent).leaf
    made = entropy.fresh(ID_BYTES, "note", session.cookie, leaf.encode())
    return _keep(session, made.hex(), text_of(sent), form=WRITE)


def change(session: Session, about: str, sent: QueryDict) -> Saved | NotesPage:
    """Keep a note as it is now, in place of what it was."""
    return _keep(session, about, text_of(sent), form=View(name="change", about=about))


def _keep(
    session: Session, note_id: str, text: str, *, form: View
) -> Saved | NotesPage:
    try:
        kept = whole_text(text)
    except Refused as refused:
        return _form(form, text=text, error=why_not(refused, text))
    store.write(session, bytes.fromhex(note_id), kept)
    return Saved(now=View(name="change", about=note_id), then=NOTES)


def drop(session: Session, about: str) -> None:
    """Make a note unreadable for good."""
    store.shred(session, bytes.fromhex(about))


def stale(text: str) -> NotesPage:
    """Show a text again that came from a page which is no longer known."""
    why = _("This page was no longer current. Your text is all here: save it now.")
    return _form(WRITE, text=text, error=why)


def _form(view: View, *, text: str = "", error: str = "") -> NotesPage:
    context = WriteContext(text=text, error=error, back=_back(view))
    return NotesPage(
        template="write.html", context=context, again=view if error else None
    )


def _back(view: View) -> View:
    return View(name="note", about=view.about) if view.about else NOTES


def why_not(refused: Refused, text: str) -> str:
    """Say why a text cannot be kept, and that it is still there."""
    if refused.args[0] is NoText.EMPTY:
        return _("Nothing is written yet.")
    if refused.args[0] is NoText.HEAVY:
        return _(
            "Some of these signs take much room, and this is too much for one note. "
            "It is all still here: move a part of it to another note."
        )
    long = _(
        "This has %(length)s signs, and %(longest)s fit into one note. "
        "It is all still here: move a part of it to another note."
    )
    return long % {"length": len(text.replace("\r\n", "\n")), "longest": LONGEST}
