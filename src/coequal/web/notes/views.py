"""The one view of Notes: who may be here, what is shown, what a form does.

`notes` answers every request to the room, because its pages have no addresses of
their own (`web/notes/__init__.py` says why, and how a request walks through). Which
page a link shows stands in the session, as `OpenPage`; `SHOWS` and `SAVES` find what
makes it and what saves it. Only a form writes there. Every answer to a form is the way
back to the same address, so that loading a page again sends nothing again; only a form
that could not be kept is answered by a page.

The lock covers what can be read: what somebody was writing while it closed is kept
first, as whoever sits at that page sees its text anyway. Whoever is outside gets the
same answer, whether or not anything is behind it (`docs/decisions/notes.md`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.errors import Unreadable
from coequal.people import accounts, days, drafts, session_view
from coequal.people.sessions import Session
from coequal.people.throttle import Wait
from coequal.web.context import render_context
from coequal.web.days import count_by
from coequal.web.decorators import not_on_shared_device, turned_away
from coequal.web.notes import own_life, signs, topics, writing
from coequal.web.notes.forms import Press, Unlock, pressed, text_of
from coequal.web.notes.open_page import (
    DOORS,
    OpenPage,
    View,
    decode,
    leaf,
    read_leaf,
    view,
)
from coequal.web.notes.page import NotesContext, NotesPage
from coequal.web.sessions import SessionRequest, left_behind


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorsContext(NotesContext):
    """What there is in Notes; `stale`: a page was too old to be saved."""

    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LockContext:
    """The form that asks for the passphrase; `wait`: for how many seconds not."""

    form: Unlock
    wait: int | None


def doors(_session: Session, _about: str) -> NotesPage:
    """Show what there is in Notes."""
    return NotesPage(template="doors.html", context=DoorsContext())


SHOWS: Final[dict[str, Callable[[Session, str], NotesPage | None]]] = {
    "doors": doors,
    "notes": writing.listed,
    "write": writing.blank,
    "note": writing.read,
    "change": writing.changing,
    "drop": writing.dropping,
    "signs": signs.listed,
    "group": signs.asked,
    "told": signs.told,
    "tilts": signs.tilts,
    "own": own_life.listed,
    "free": own_life.asked,
    "topics": topics.listed,
    "topic": topics.asked,
    "stepping": topics.stepping_back,
}
SAVES: Final[
    dict[str, Callable[[Session, str, QueryDict], View | NotesPage | None]]
] = {
    "write": writing.write,
    "change": writing.change,
    "group": signs.save,
    "tilts": signs.save_tilts,
    "free": own_life.save,
    "topic": topics.save,
}


@require_http_methods(["GET", "HEAD", "POST"])
@not_on_shared_device
def notes(request: SessionRequest) -> HttpResponse:
    """Show the page of Notes that is open, or do what a form of it asks for."""
    session = request.session or _gone_idle(request)
    if session is None or session.device:
        return turned_away(request, "account:sign_in")
    request.unsent.inner = True
    if request.method != "POST":
        return _show(request, session) if session.kept else _not_kept(request)
    if not session.kept:
        return redirect("notes:notes")
    # Only the screen lock sends a passphrase, and an empty one is one that is wrong.
    if "phrase" in request.POST:
        return _unlock(request, session)
    return _take(request, session)


def _gone_idle(request: SessionRequest) -> Session | None:
    """Return whose text comes in after 15 idle minutes: it is kept, nothing shown."""
    saves = request.method == "POST" and pressed(request.POST).do == "save"
    return left_behind(request) if saves else None


def _not_kept(request: SessionRequest) -> HttpResponse:
    return render(request, "notes/keep.html")


def _show(request: SessionRequest, session: Session) -> HttpResponse:
    is_open = decode(session_view.read(session))
    if not is_open.unlocked:
        return _lock(request, Unlock())
    here = is_open.here
    page = SHOWS.get(here.name, doors)(session, here.about) or doors(session, "")
    return _render(request, session, page, here)


def _render(
    request: SessionRequest,
    session: Session,
    page: NotesPage,
    here: View,
    *,
    status: int = 200,
) -> HttpResponse:
    count_by(days.own(session))
    context = replace(page.context, leaf=leaf(session, page.leaf or here))
    return render_context(request, f"notes/{page.template}", context, status=status)


def _lock(
    request: SessionRequest, form: Unlock, *, wait: int | None = None
) -> HttpResponse:
    status = 429 if wait else 422 if form.is_bound else 200
    request.unsent.locked = True
    context = LockContext(form=form, wait=wait)
    return render_context(request, "notes/lock.html", context, status=status)


def _unlock(request: SessionRequest, session: Session) -> HttpResponse:
    form = Unlock(request.POST)
    if form.is_valid():
        try:
            accounts.confirm(session, form.cleaned_data["phrase"])
        except Wait as error:
            return _lock(request, form, wait=error.seconds)
        except Unreadable:
            form.add_error("phrase", _("That’s not your passphrase."))
        else:
            with session_view.locked(session) as holding:
                is_open = decode(holding.plain).unlock()
                holding.plain = is_open.go(_goes_on_at(session, is_open)).encode()
            return redirect("notes:notes")
    return _lock(request, form)


def _goes_on_at(session: Session, is_open: OpenPage) -> View:
    """Return the page where something waits that was typed, or that is open."""
    here = reverse("notes:notes")
    waits = [one.typed for one in drafts.waiting(session) if one.typed.page == here]
    lost = next((dict(one.fields) for one in waits if one.fields), None)
    if lost is None:
        return is_open.here
    at = view(lost.get("leaf", "").partition(" ")[0])
    is_there = SHOWS.get(at.name, doors)(session, at.about) is not None
    # A note that is gone meanwhile: what was written goes on a new sheet.
    return at if is_there or not lost.get("text") else writing.SHEET


def _take(request: SessionRequest, session: Session) -> HttpResponse:
    """Do what a form asks for, all of it or nothing."""
    press = pressed(request.POST)
    with session_view.locked(session) as holding:
        done = _done(session, decode(holding.plain), press, request.POST)
        if isinstance(done, OpenPage):
            holding.plain = done.encode()
            request.unsent.note_saved = request.session is None
            return redirect("notes:notes")
    return _render(request, session, done, DOORS, status=422)


def _done(
    session: Session, is_open: OpenPage, press: Press, sent: QueryDict
) -> OpenPage | NotesPage:
    stands_on = read_leaf(session, press.leaf)
    # Saving comes before the lock: what was written while it closed is kept.
    if press.do == "save":
        return _save(session, is_open, stands_on, sent)
    if not is_open.unlocked:
        return is_open
    if press.do == "lock":
        return is_open.lock()
    if press.do == "drop":
        return _drop(session, is_open, stands_on)
    return is_open.unlock().go(press.to)


def _save(
    session: Session, is_open: OpenPage, stands_on: View, sent: QueryDict
) -> OpenPage | NotesPage:
    saves = SAVES.get(stands_on.name)
    then = saves(session, stands_on.about, sent) if saves else None
    if not isinstance(then, View):
        return then or _stale(session, sent)
    return (is_open.unlock() if is_open.unlocked else is_open).go(then)


def _stale(session: Session, sent: QueryDict) -> NotesPage:
    """Answer a form of a page that is no longer known, without losing any text."""
    text = text_of(sent)
    if text.strip():
        return writing.stale(session, text)
    return NotesPage(template="doors.html", context=DoorsContext(stale=True))


def _drop(session: Session, is_open: OpenPage, stands_on: View) -> OpenPage:
    # Only the page that asks whether a note is to go can delete it.
    if stands_on.name != "drop":
        return is_open.unlock()
    writing.drop(session, stands_on.about)
    return is_open.unlock().go(writing.NOTES)
