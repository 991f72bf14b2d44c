"""The one view of Notes: who may be here, what is shown, what a form does.

`notes` answers every request to the room, because its pages have no addresses of
their own (`web/notes/__init__.py` says why, and how a request walks through). Which
page a link shows stands in the session, as `OpenTabs`; `SHOWS` and `SAVES` find what
makes it and what saves it. Every answer to a form is the way back to the same address,
so that loading a page anew sends nothing again; only a form that could not be kept is
answered by a page.

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
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.errors import Unreadable
from coequal.people import accounts, session_view
from coequal.people.sessions import Session
from coequal.people.throttle import Wait
from coequal.web.context import render_context
from coequal.web.decorators import not_on_shared_device
from coequal.web.notes import signs, topics, writing
from coequal.web.notes.forms import Press, Unlock, pressed, text_of
from coequal.web.notes.page import NotesContext, NotesPage, Saved
from coequal.web.notes.tabs import DOORS, OpenTabs, decode
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
    "topics": topics.listed,
    "topic": topics.asked,
    "stepping": topics.stepping_back,
}
SAVES: Final[
    dict[str, Callable[[Session, str, QueryDict], Saved | NotesPage | None]]
] = {
    "write": writing.write,
    "change": writing.change,
    "group": signs.save,
    "tilts": signs.save_tilts,
    "topic": topics.save,
}


@require_http_methods(["GET", "HEAD", "POST"])
@not_on_shared_device
def notes(request: SessionRequest) -> HttpResponse:
    """Show the page of Notes that is open, or do what a form of it asks for."""
    session = request.session or _gone_idle(request)
    if session is None or session.device:
        return redirect("account:sign_in")
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
    with session_view.locked(session) as holding:
        tabs = decode(holding.plain)
        if not tabs.unlocked:
            return _lock(request, Unlock())
        tabs, token = tabs.unlock().show()
        holding.plain = tabs.encode()
    shows = SHOWS.get(tabs.here.name, doors)
    page = shows(session, tabs.here.about) or doors(session, "")
    return _render(request, page, token)


def _render(
    request: SessionRequest, page: NotesPage, token: str, *, status: int = 200
) -> HttpResponse:
    context = replace(page.context, leaf=token)
    return render_context(request, f"notes/{page.template}", context, status=status)


def _lock(
    request: SessionRequest, form: Unlock, *, wait: int | None = None
) -> HttpResponse:
    status = 429 if wait else 422 if form.is_bound else 200
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
            form.add_error("phrase", _("This is another passphrase."))
        else:
            with session_view.locked(session) as holding:
                holding.plain = decode(holding.plain).unlock().encode()
            return redirect("notes:notes")
    return _lock(request, form)


def _take(request: SessionRequest, session: Session) -> HttpResponse:
    """Do what a form asks for, all of it or nothing."""
    press = pressed(request.POST)
    token = press.leaf
    with session_view.locked(session) as holding:
        done = _done(session, decode(holding.plain), press, request.POST)
        if isinstance(done, OpenTabs):
            holding.plain = done.encode()
            return redirect("notes:notes")
        # The form comes back. Where its leaf is known no more, it gets a new one, or
        # it could never be saved.
        tabs = decode(holding.plain)
        if tabs.at(token) is None:
            tabs, token = replace(tabs, here=done.again or DOORS).show()
            holding.plain = tabs.encode()
    return _render(request, done, token, status=422)


def _done(
    session: Session, tabs: OpenTabs, press: Press, sent: QueryDict
) -> OpenTabs | NotesPage:
    # Saving comes before the lock: what was written while it closed is kept.
    if press.do == "save":
        return _save(session, tabs, press.leaf, sent)
    if not tabs.unlocked:
        return tabs
    if press.do == "lock":
        return tabs.lock()
    if press.do == "drop":
        return _drop(session, tabs, press.leaf)
    return tabs.unlock().go(press.to, token=press.leaf)


def _save(
    session: Session, tabs: OpenTabs, token: str, sent: QueryDict
) -> OpenTabs | NotesPage:
    at = tabs.at(token)
    if at is None or at.name not in SAVES:
        return _stale(sent)
    saved = SAVES[at.name](session, at.about, sent)
    if not isinstance(saved, Saved):
        return saved or _stale(sent)
    turned = tabs.turn(token, saved.now, then=saved.then)
    return turned.unlock() if tabs.unlocked else turned


def _stale(sent: QueryDict) -> NotesPage:
    """Answer a form of a page that is no longer known, without losing any text."""
    text = text_of(sent)
    if text.strip():
        return writing.stale(text)
    return NotesPage(template="doors.html", context=DoorsContext(stale=True))


def _drop(session: Session, tabs: OpenTabs, token: str) -> OpenTabs:
    at = tabs.at(token)
    # Only the page that asks whether a note is to go can delete it.
    if at is None or at.name != "drop":
        return tabs.unlock()
    writing.drop(session, at.about)
    return tabs.unlock().go(writing.NOTES, token=token)
