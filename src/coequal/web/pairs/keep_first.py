"""Keeping what was answered, on a page of its own, before one asks or joins.

Three fields stand on it; the names come on the page after. Keeping alone tells nobody
anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect

from coequal.web.account.forms import Keep
from coequal.web.account.views import keep_as, welcome_known
from coequal.web.context import form_status, render_context
from coequal.web.sessions import PersonRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepFirstContext:
    """The form that keeps; `name` is who asked, empty for who is about to ask.

    `sheet_id`: whose choice of what to share came before; empty where `name` asked.
    """

    form: Keep
    name: str
    sheet_id: str


def keep_first(
    request: PersonRequest, *, name: str = "", sheet_id: str = ""
) -> HttpResponse:
    """Ask for a name and a passphrase, then come back to the same address."""
    form = Keep(request.POST or None)
    if form.is_valid():
        kept = keep_as(request, request.session, form)
        if kept is not None:
            return welcome_known(request, redirect(request.path), kept)
    context = KeepFirstContext(form=form, name=name, sheet_id=sheet_id)
    status = form_status(form)
    return render_context(request, "pairs/keep_first.html", context, status=status)
