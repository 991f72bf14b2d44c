"""Joining by a code, on a page for somebody who did not ask for this."""

from __future__ import annotations

from typing import cast

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.errors import CoequalError
from coequal.people import accounts, invitations, joining, sessions
from coequal.people.kdf_slots import Busy
from coequal.people.sessions import Session
from coequal.people.throttle import Wait
from coequal.sealed import entropy
from coequal.sealed.pairing import Keys
from coequal.web import sheets
from coequal.web.account.views import welcome_known, why_not_kept
from coequal.web.asker import asker
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
    try:
        keys = invitations.look_up(form.cleaned_data["code"])
    except Busy:  # the code was not tried at all
        raise
    except CoequalError:
        return _wrong(request, form)
    if isinstance(form, JoinAndKeep):
        return _keep_and_join(request, form, keys)
    session = cast("Session", request.session)
    try:
        pair_id = invitations.join(
            session, keys=keys, labels=labels(form, _sheet(session, keys))
        )
    except CoequalError:  # one's own code, or somebody was quicker
        return _wrong(request, form)
    return redirect("pairs:pair", pair_id.hex())


def _keep_and_join(
    request: SessionRequest, form: JoinAndKeep, keys: Keys
) -> HttpResponse:
    """Keep a space and join, both or neither."""
    given, who = form.cleaned_data, asker(request)
    try:
        unused = accounts.new_phrase(given["name"], given["phrase"], who)
        session, pair_id = joining.keep_and_join(
            request.session,
            unused,
            asker=who,
            keys=keys,
            labels=lambda here: labels(form, _sheet(here, keys)),
        )
    except (accounts.AlreadyYours, sessions.SessionOver, Wait) as refused:
        form.add_error(None, why_not_kept(refused))
        return _join_page(request, form)
    except CoequalError:  # somebody was quicker
        return _wrong(request, form)
    request.session = session
    return welcome_known(request, redirect("pairs:pair", pair_id.hex()), session)


def _wrong(request: SessionRequest, form: Join | JoinAndKeep) -> HttpResponse:
    # One text for a code that is wrong, old, used or one's own: it tells nobody which
    # codes there are.
    wrong = _("This code doesn’t work. It may be old or used. Ask for a new one.")
    form.add_error("code", wrong)
    return _join_page(request, form)


def _sheet(session: Session, keys: Keys) -> bytes:
    """Return the id of the sheet that was answered before the code was given.

    The id of a new sheet where there is none, or more than one to choose from.
    """
    free = sheets.free(session)
    if len(free) == 1:
        return free[0].id
    return entropy.fresh(sheets.SHEET_BYTES, "sheet to come", session.secret, keys.find)
