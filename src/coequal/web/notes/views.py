"""Notes: one address for all of it, and the same answer to everybody who is outside.

A link shows what was open last; a form is always answered by going to the same
address. The lock covers what can be read: what somebody was writing while it closed
is kept first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from coequal.errors import Unreadable
from coequal.people import accounts, session_view
from coequal.people.sessions import Session
from coequal.people.throttle import Wait
from coequal.web.account.forms import phrase_field
from coequal.web.decorators import not_on_shared_device
from coequal.web.notes import signs, topics, writing
from coequal.web.notes.page import NotesPage, Saved
from coequal.web.notes.tabs import DOORS, OpenTabs, decode, view
from coequal.web.sessions import SessionRequest, left_behind


def doors(_visit: Session, _about: str) -> NotesPage:
    """Show what there is."""
    return NotesPage(template="doors.html")


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


class Unlock(forms.Form):
    """The passphrase, asked again."""

    phrase = phrase_field(gettext_lazy("Passphrase"), new=False)


@require_http_methods(["GET", "HEAD", "POST"])
@not_on_shared_device
def notes(request: SessionRequest) -> HttpResponse:
    """Answer for the whole room."""
    session = request.session or _gone_idle(request)
    if session is None or session.device:
        return redirect("account:sign_in")
    if request.method != "POST":
        return _show(request, session) if session.kept else _not_kept(request)
    if session.kept and "phrase" in request.POST:
        return _unlock(request, session)
    return _take(request, session) if session.kept else redirect("notes:notes")


def _gone_idle(request: SessionRequest) -> Session | None:
    """Return whose text comes in after 15 idle minutes: it is kept, nothing shown."""
    saves = request.method == "POST" and request.POST.get("do") == "save"
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
    context = page.context | {"leaf": token}
    return render(request, f"notes/{page.template}", context, status=status)


def _lock(
    request: SessionRequest, form: Unlock, *, wait: int | None = None
) -> HttpResponse:
    status = 429 if wait else 422 if form.is_bound else 200
    context = {"form": form, "wait": wait}
    return render(request, "notes/lock.html", context, status=status)


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
    token = request.POST.get("leaf", "")
    with session_view.locked(session) as holding:
        done = _done(session, decode(holding.plain), token, request.POST)
        if isinstance(done, OpenTabs):
            holding.plain = done.encode()
            return redirect("notes:notes")
        tabs = decode(holding.plain)
        if tabs.at(token) is None:
            tabs, token = replace(tabs, here=done.again or DOORS).show()
            holding.plain = tabs.encode()
    return _render(request, done, token, status=422)


def _done(
    session: Session, tabs: OpenTabs, token: str, post: QueryDict
) -> OpenTabs | NotesPage:
    if post.get("do") == "save":
        return _save(session, tabs, token, post)
    if not tabs.unlocked:
        return tabs
    if post.get("do") == "lock":
        return tabs.lock()
    if post.get("do") == "drop":
        return _drop(session, tabs, token)
    to = view(post.get("to", ""))
    return tabs.unlock().go(to, token=token)


def _save(
    session: Session, tabs: OpenTabs, token: str, post: QueryDict
) -> OpenTabs | NotesPage:
    at = tabs.at(token)
    if at is None or at.name not in SAVES:
        return _stale(post)
    saved = SAVES[at.name](session, at.about, post)
    if not isinstance(saved, Saved):
        return saved or _stale(post)
    turned = tabs.turn(token, saved.now, then=saved.then)
    return turned.unlock() if tabs.unlocked else turned


def _stale(post: QueryDict) -> NotesPage:
    """Answer a form of a page that is no longer known, without losing any text."""
    text = post.get("text", "")
    if text.strip():
        return writing.stale(text)
    return NotesPage(template="doors.html", context={"stale": True})


def _drop(session: Session, tabs: OpenTabs, token: str) -> OpenTabs:
    at = tabs.at(token)
    if at is None or at.name != "drop":
        return tabs.unlock()
    writing.drop(session, at.about)
    return tabs.unlock().go(writing.NOTES, token=token)
