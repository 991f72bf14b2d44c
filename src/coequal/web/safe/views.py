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
from coequal.people import accounts, viewing
from coequal.people.patience import Wait
from coequal.people.visits import Visit
from coequal.web.account.forms import phrase_field
from coequal.web.safe import asking, ticking, writing
from coequal.web.safe.leaves import DOORS, Leaves, decode, view
from coequal.web.safe.page import Page, Saved
from coequal.web.visit import VisitRequest, chairless, left_behind


def doors(_visit: Visit, _about: str) -> Page:
    """Show what there is."""
    return Page(template="doors.html")


SHOWS: Final[dict[str, Callable[[Visit, str], Page | None]]] = {
    "doors": doors,
    "notes": writing.listed,
    "write": writing.blank,
    "note": writing.read,
    "change": writing.changing,
    "drop": writing.dropping,
    "signs": ticking.listed,
    "group": ticking.asked,
    "told": ticking.told,
    "tilts": ticking.tilts,
    "topics": asking.listed,
    "topic": asking.asked,
    "stepping": asking.stepping_back,
}
SAVES: Final[dict[str, Callable[[Visit, str, QueryDict], Saved | Page | None]]] = {
    "write": writing.write,
    "change": writing.change,
    "group": ticking.save,
    "tilts": ticking.save_tilts,
    "topic": asking.save,
}


class Unlock(forms.Form):
    """The passphrase, asked again."""

    phrase = phrase_field(gettext_lazy("Passphrase"), new=False)


@require_http_methods(["GET", "HEAD", "POST"])
@chairless
def notes(request: VisitRequest) -> HttpResponse:
    """Answer for the whole room."""
    visit = request.visit or _gone_idle(request)
    if visit is None or visit.chairs:
        return redirect("sign_in")
    if request.method != "POST":
        return _show(request, visit) if visit.kept else _not_kept(request)
    if visit.kept and "phrase" in request.POST:
        return _unlock(request, visit)
    return _take(request, visit) if visit.kept else redirect("notes")


def _gone_idle(request: VisitRequest) -> Visit | None:
    """Return whose text comes in after 15 idle minutes: it is kept, nothing shown."""
    saves = request.method == "POST" and request.POST.get("do") == "save"
    return left_behind(request) if saves else None


def _not_kept(request: VisitRequest) -> HttpResponse:
    return render(request, "notes/keep.html")


def _show(request: VisitRequest, visit: Visit) -> HttpResponse:
    with viewing.held(visit) as holding:
        leaves = decode(holding.plain)
        if not leaves.unlocked:
            return _lock(request, Unlock())
        leaves, token = leaves.unlock().show()
        holding.plain = leaves.encode()
    shows = SHOWS.get(leaves.here.name, doors)
    page = shows(visit, leaves.here.about) or doors(visit, "")
    return _render(request, page, token)


def _render(
    request: VisitRequest, page: Page, token: str, *, status: int = 200
) -> HttpResponse:
    context = page.context | {"leaf": token}
    return render(request, f"notes/{page.template}", context, status=status)


def _lock(
    request: VisitRequest, form: Unlock, *, wait: int | None = None
) -> HttpResponse:
    status = 429 if wait else 422 if form.is_bound else 200
    context = {"form": form, "wait": wait}
    return render(request, "notes/lock.html", context, status=status)


def _unlock(request: VisitRequest, visit: Visit) -> HttpResponse:
    form = Unlock(request.POST)
    if form.is_valid():
        try:
            accounts.confirm(visit, form.cleaned_data["phrase"])
        except Wait as error:
            return _lock(request, form, wait=error.seconds)
        except Unreadable:
            form.add_error("phrase", _("This is another passphrase."))
        else:
            with viewing.held(visit) as holding:
                holding.plain = decode(holding.plain).unlock().encode()
            return redirect("notes")
    return _lock(request, form)


def _take(request: VisitRequest, visit: Visit) -> HttpResponse:
    """Do what a form asks for, all of it or nothing."""
    token = request.POST.get("leaf", "")
    with viewing.held(visit) as holding:
        done = _done(visit, decode(holding.plain), token, request.POST)
        if isinstance(done, Leaves):
            holding.plain = done.encode()
            return redirect("notes")
        leaves = decode(holding.plain)
        if leaves.at(token) is None:
            leaves, token = replace(leaves, here=done.again or DOORS).show()
            holding.plain = leaves.encode()
    return _render(request, done, token, status=422)


def _done(visit: Visit, leaves: Leaves, token: str, post: QueryDict) -> Leaves | Page:
    if post.get("do") == "save":
        return _save(visit, leaves, token, post)
    if not leaves.unlocked:
        return leaves
    if post.get("do") == "lock":
        return leaves.lock()
    if post.get("do") == "drop":
        return _drop(visit, leaves, token)
    to = view(post.get("to", ""))
    return leaves.unlock().go(to, token=token)


def _save(visit: Visit, leaves: Leaves, token: str, post: QueryDict) -> Leaves | Page:
    at = leaves.at(token)
    if at is None or at.name not in SAVES:
        return _stale(post)
    saved = SAVES[at.name](visit, at.about, post)
    if not isinstance(saved, Saved):
        return saved or _stale(post)
    turned = leaves.turn(token, saved.now, then=saved.then)
    return turned.unlock() if leaves.unlocked else turned


def _stale(post: QueryDict) -> Page:
    """Answer a form of a page that is no longer known, without losing any text."""
    text = post.get("text", "")
    if text.strip():
        return writing.stale(text)
    return Page(template="doors.html", context={"stale": True})


def _drop(visit: Visit, leaves: Leaves, token: str) -> Leaves:
    at = leaves.at(token)
    if at is None or at.name != "drop":
        return leaves.unlock()
    writing.drop(visit, at.about)
    return leaves.unlock().go(writing.NOTES, token=token)
