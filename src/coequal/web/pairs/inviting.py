"""Asking somebody, after one has answered and chosen what to share."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.people import PairType
from coequal.core.see.entries import Sheet
from coequal.people import accounts, invitations, joining, sessions
from coequal.people.asks import Asks
from coequal.people.sessions import Session
from coequal.people.throttle import Wait
from coequal.web import sheets
from coequal.web.account.views import welcome_known, why_not_kept
from coequal.web.asker import asker
from coequal.web.context import form_status, render_context
from coequal.web.decorators import not_on_shared_device, session_required
from coequal.web.pairs.forms import InviteAndKeep, InviteFor
from coequal.web.see import answers_store, prepared
from coequal.web.sessions import PersonRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteForContext:
    """The form that asks whom to ask, and the sheet whose choice it is for."""

    form: InviteFor | InviteAndKeep
    sheet_id: str


@require_http_methods(["GET", "HEAD", "POST"])
@not_on_shared_device
@session_required
def invite_for(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Ask somebody to answer too; one's own answers are kept with it."""
    session = request.session
    sheet = sheets.find(session.own, bytes.fromhex(sheet_id))
    joined = sheets.joined(session, sheet)
    if joined is not None:
        return redirect("pairs:pair", joined)
    if not prepared.of_sheet(session.own, sheet).can_stand:
        return redirect("see:choose_for", sheet_id)
    form = (InviteFor if session.kept else InviteAndKeep)(request.POST or None)
    if not form.is_valid():
        return _page(request, form, sheet_id)
    if isinstance(form, InviteAndKeep):
        return _keep_and_ask(request, form, sheet)
    return redirect("pairs:pair", _ask(session, form, sheet).hex())


def _page(
    request: PersonRequest, form: InviteFor | InviteAndKeep, sheet_id: str
) -> HttpResponse:
    context = InviteForContext(form=form, sheet_id=sheet_id)
    status = form_status(form)
    return render_context(request, "pairs/ask.html", context, status=status)


def _asks(form: InviteFor | InviteAndKeep, sheet: Sheet) -> Asks:
    return Asks(
        name=form.cleaned_data["own_label"],
        pair=PairType(sheet.pair),
        role=answers_store.role_on(sheet),
    )


def _ask(session: Session, form: InviteFor | InviteAndKeep, sheet: Sheet) -> bytes:
    asks = _asks(form, sheet)
    return invitations.invite(
        session,
        label=form.cleaned_data["label"],
        own_label=asks.name,
        pair=asks.pair,
        choose_sheet=lambda: sheet.id,
        made=invitations.new(session, asks),
    )


def _keep_and_ask(
    request: PersonRequest, form: InviteAndKeep, sheet: Sheet
) -> HttpResponse:
    """Keep a space and ask, both or neither."""
    given, who, asks = form.cleaned_data, asker(request), _asks(form, sheet)
    try:
        unused = accounts.new_phrase(given["name"], given["phrase"], who)
        # Before the transaction, as it takes long; it is the same secret afterwards.
        made = invitations.new(request.session, asks)
        session, pair_id = joining.keep_and(
            request.session,
            unused,
            asker=who,
            act=lambda here: invitations.invite(
                here,
                label=given["label"],
                own_label=asks.name,
                pair=asks.pair,
                choose_sheet=lambda: sheet.id,
                made=made,
            ),
        )
    except (accounts.AlreadyYours, sessions.SessionOver, Wait) as refused:
        form.add_error(None, why_not_kept(refused))
        return _page(request, form, sheet.id.hex())
    request.session = session
    return welcome_known(request, redirect("pairs:pair", pair_id.hex()), session)
