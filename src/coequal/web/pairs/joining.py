"""Joining by a code, on a page for somebody who did not ask for this."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.errors import CoequalError
from coequal.people import invitations, sessions
from coequal.people.sessions import Session
from coequal.sealed import entropy
from coequal.sealed.pairing import Keys
from coequal.web import sheets
from coequal.web.account.views import keep_as, welcome_known
from coequal.web.context import FormContext, form_status, render_context
from coequal.web.decorators import not_on_shared_device
from coequal.web.pairs.forms import Join, JoinAndKeep, labels
from coequal.web.sessions import SessionRequest


@require_http_methods(["GET", "HEAD", "POST"])
@not_on_shared_device
def join(request: SessionRequest) -> HttpResponse:
    """Join by a code, on a page for somebody who did not ask for this."""
    kept = request.session is not None and request.session.kept
    form = (Join if kept else JoinAndKeep)(request.POST or None)
    if form.is_valid():
        return _join(request, form)
    return _join_page(request, form)


def _join_page(request: SessionRequest, form: Join | JoinAndKeep) -> HttpResponse:
    context = FormContext(form=form)
    return render_context(request, "pairs/join.html", context, status=form_status(form))


def _join(request: SessionRequest, form: Join | JoinAndKeep) -> HttpResponse:
    """Join, keeping a space first where there is none.

    The code is tried before anything is kept, so a wrong one leaves no account.
    """
    # One text for a code that is wrong, old, used or one's own: it tells nobody which
    # codes there are.
    wrong = _("This code opens nothing. It may be old or used.")
    try:
        keys = invitations.look_up(form.cleaned_data["code"])
    except CoequalError:
        form.add_error("code", wrong)
        return _join_page(request, form)
    session = _kept(request, form)
    if session is None:
        return _join_page(request, form)
    request.session = session
    try:
        pair_id = invitations.join(
            session, keys=keys, labels=labels(form, _sheet(session, keys))
        )
    except CoequalError:  # one's own code, or somebody was quicker
        form.add_error("code", wrong)
        return welcome_known(request, _join_page(request, form), session)
    return welcome_known(request, redirect("pairs:pair", pair_id.hex()), session)


def _sheet(session: Session, keys: Keys) -> bytes:
    """Return the id of the sheet that was answered before the code was given.

    The id of a new sheet where there is none, or more than one to choose from.
    """
    free = sheets.free(session)
    if len(free) == 1:
        return free[0].id
    return entropy.fresh(sheets.SHEET_BYTES, "sheet to come", session.secret, keys.find)


def _kept(request: SessionRequest, form: Join | JoinAndKeep) -> Session | None:
    if not isinstance(form, JoinAndKeep):
        return request.session
    here = request.session or sessions.begin()
    kept = keep_as(request, here, form)
    # What was begun for this alone goes again; answers given before stay.
    if kept is None and request.session is None:
        sessions.end(here)
    return kept
