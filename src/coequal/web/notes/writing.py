"""Writing: notes of one's own, to change and to delete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from coequal.core.notes.text import LONGEST, NoText, first_line, whole_text
from coequal.errors import Refused
from coequal.journal import clock
from coequal.people import session_view
from coequal.people.sessions import Session
from coequal.sealed import entropy
from coequal.web.notes import store
from coequal.web.notes.forms import text_of, was_of
from coequal.web.notes.open_page import View
from coequal.web.notes.page import NotesContext, NotesPage
from coequal.web.notes.store import WrittenNote
from coequal.web.two.pages import AT_ONCE

ID_BYTES: Final = 16
LINE: Final = 80
NOTES: Final = View(name="notes")
SHEET: Final = View(name="write")
APART: Final = View(name="notes", about="apart")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedNote:
    """One note by its first line."""

    id: str
    line: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContext(NotesContext):
    """Some of one's notes, the newest first.

    `apart`: one was changed in two windows, and both texts are among them.
    """

    notes: Sequence[ListedNote]
    apart: bool
    page: Page[WrittenNote]


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
    """A text to be written, why it cannot be kept, if so, and where one came from.

    `was` names the text that it is to replace, if there is one.
    """

    text: str
    error: str
    back: View
    was: str


def listed(session: Session, about: str) -> NotesPage:
    """List one's notes, the newest first, by their first lines, a page at a time."""
    page = Paginator(store.notes(session), AT_ONCE).get_page(about)
    notes = [
        ListedNote(id=one.id, line=first_line(one.text, longest=LINE), at=one.at)
        for one in page
    ]
    context = ListContext(notes=notes, apart=about == APART.about, page=page)
    return NotesPage(template="list.html", context=context)


def blank(session: Session, _about: str) -> NotesPage:
    """Show an empty sheet."""
    return _form(_new(session))


def _new(session: Session) -> View:
    """Return an empty sheet with the id of its note to be."""
    # Random; the second sets it apart only where a test seeds what is random.
    about = session.cookie, clock.now().to_bytes(8, "big")
    made = entropy.fresh(ID_BYTES, "note", *about)
    return View(name="write", about=made.hex())


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
    return _form(View(name="change", about=about), text=note.text, was=note.ref)


def dropping(session: Session, about: str) -> NotesPage | None:
    """Ask whether a note is to go."""
    note = store.note(session, about)
    if note is None:
        return None
    back = View(name="note", about=about)
    return NotesPage(template="drop.html", context=DropContext(note=note, back=back))


def write(session: Session, about: str, sent: QueryDict) -> View | NotesPage | None:
    """Keep a new note; the same form sent again only changes it."""
    return _keep(session, View(name="write", about=about), text_of(sent))


def change(session: Session, about: str, sent: QueryDict) -> View | NotesPage | None:
    """Keep a note as it is now, in place of what it was.

    If it was changed in another window since, it is kept beside that.
    """
    leaf = View(name="change", about=about)
    return _keep(session, leaf, text_of(sent), was=was_of(sent))


def _keep(
    session: Session, leaf: View, text: str, *, was: str = ""
) -> View | NotesPage | None:
    if not leaf.about:  # of no page of ours
        return None
    try:
        kept = whole_text(text)
    except Refused as refused:
        return _form(leaf, text=text, error=why_not(refused, text), was=was)
    now = store.note(session, leaf.about) if was else None
    if now is None or now.ref == was or now.text == kept:
        store.write(session, bytes.fromhex(leaf.about), kept)
        return NOTES
    # One id for what follows from this page, so that a second press is the first.
    beside = session_view.mark(session, f"beside {leaf.about} {was}")
    store.write(session, bytes.fromhex(beside), kept)
    return APART


def drop(session: Session, about: str) -> None:
    """Make a note unreadable for good."""
    store.shred(session, bytes.fromhex(about))


def stale(session: Session, text: str) -> NotesPage:
    """Show a text again that came from a page which is no longer known."""
    why = _("This page was out of date. Your text is all here: save it now.")
    return _form(_new(session), text=text, error=why)


def _form(leaf: View, *, text: str = "", error: str = "", was: str = "") -> NotesPage:
    back = View(name="note", about=leaf.about) if leaf.name == "change" else NOTES
    context = WriteContext(text=text, error=error, back=back, was=was)
    return NotesPage(template="write.html", context=context, leaf=leaf)


def why_not(refused: Refused, text: str) -> str:
    """Say why a text cannot be kept, and that it is still there."""
    if refused.args[0] is NoText.EMPTY:
        return _("Nothing is written yet.")
    if refused.args[0] is NoText.HEAVY:
        return _(
            "Some of these characters take a lot of room. It’s too long for one note. "
            "It’s all still here: move part of it to another note."
        )
    long = _(
        "This is %(length)s characters long. A note has room for %(longest)s. "
        "It’s all still here: move part of it to another note."
    )
    return long % {"length": len(text.replace("\r\n", "\n")), "longest": LONGEST}
