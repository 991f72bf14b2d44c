"""Asking somebody, after one has answered and chosen what to share."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.people import PairType
from coequal.core.see.entries import Sheet
from coequal.people import invitations
from coequal.people.asks import Asks
from coequal.people.sessions import Session
from coequal.web import sheets
from coequal.web.context import form_status, render_context
from coequal.web.decorators import not_on_shared_device, session_required
from coequal.web.pairs.forms import InviteFor
from coequal.web.pairs.keep_first import keep_first
from coequal.web.see import answers_store, prepared
from coequal.web.sessions import PersonRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteForContext:
    """The form that asks whom to ask, and the sheet whose choice it is for."""

    form: InviteFor
    sheet_id: str


@require_http_methods(["GET", "HEAD", "POST"])
@not_on_shared_device
@session_required
def invite_for(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Ask somebody to answer too; one's own answers are kept first."""
    session = request.session
    sheet = sheets.find(session.own, bytes.fromhex(sheet_id))
    joined = sheets.joined(session, sheet)
    if joined is not None:
        return redirect("pairs:pair", joined)
    if not prepared.of_sheet(session.own, sheet).can_stand:
        return redirect("see:choose_for", sheet_id)
    if not session.kept:
        return keep_first(request, sheet_id=sheet_id)
    form = InviteFor(request.POST or None)
    if form.is_valid():
        return redirect("pairs:pair", _ask(session, form, sheet).hex())
    context = InviteForContext(form=form, sheet_id=sheet_id)
    status = form_status(form)
    return render_context(request, "pairs/ask.html", context, status=status)


def _ask(session: Session, form: InviteFor, sheet: Sheet) -> bytes:
    asks = Asks(
        name=form.cleaned_data["own_label"],
        pair=PairType(sheet.pair),
        role=answers_store.role_on(sheet),
    )
    return invitations.invite(
        session,
        label=form.cleaned_data["label"],
        own_label=asks.name,
        pair=asks.pair,
        choose_sheet=lambda: sheet.id,
        made=invitations.new(session, asks),
    )
