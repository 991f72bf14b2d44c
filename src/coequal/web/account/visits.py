"""Who can come in: one's passphrase, where one is signed in, and for how long."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.people import accounts, visits
from coequal.people.accounts import AlreadyYours
from coequal.people.patience import Wait
from coequal.people.visits import Visit
from coequal.web.account.confirming import confirmed, too_many_tries
from coequal.web.account.forms import ChangePhrase, Confirm
from coequal.web.visit import (
    PersonRequest,
    account_needed,
    remember_browser,
    welcome,
)


@require_http_methods(["GET", "HEAD", "POST"])
@account_needed
def passphrase(request: PersonRequest) -> HttpResponse:
    """Choose a new passphrase; every other visit ends."""
    form = ChangePhrase(request.POST or None)
    if confirmed(request.visit, form, "present"):
        visit = _changed(request.visit, form)
        if visit is not None:
            return _arrive(request, visit)
    status = 422 if form.is_bound else 200
    return render(request, "passphrase.html", {"form": form}, status=status)


def _changed(visit: Visit, form: ChangePhrase) -> Visit | None:
    """Change the passphrase, or say on the form why not."""
    try:
        return accounts.change_phrase(visit, phrase=form.cleaned_data["phrase"])
    except Wait as wait:
        form.add_error(None, too_many_tries(wait))
    except AlreadyYours:  # a namesake's: no more is said about it
        form.add_error("phrase", _("This is guessed easily. Choose another."))
    return None


def _arrive(request: PersonRequest, visit: Visit) -> HttpResponse:
    response = welcome(redirect("account"), visit)
    accounts.know_browser(visit, remember_browser(request, response))
    request.visit = visit
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@account_needed
def signed_in(request: PersonRequest) -> HttpResponse:
    """List one's own visits; end others; let this one last, or no longer."""
    do = request.POST.get("do", "")
    form = Confirm(request.POST if do == "last" else None)
    if do == "last" and confirmed(request.visit, form):
        return _anew(request, lasting=True)
    if do == "shorten":
        return _anew(request, lasting=False)
    if request.method == "POST" and not form.is_bound:
        _end(request.visit, request.POST.get("visit", ""))
        return redirect("visits")
    others = [
        {"id": one.key.hex(), "until": _until(one)}
        for one in visits.others(request.visit)
    ]
    context = {"others": others, "until": _until(request.visit), "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "visits.html", context, status=status)


def _anew(request: PersonRequest, *, lasting: bool) -> HttpResponse:
    request.visit = visits.begin_anew(request.visit, lasting=lasting)
    return welcome(redirect("visits"), request.visit)


def _until(visit: Visit | visits.Other) -> datetime | None:
    """Return when a lasting visit ends; None for one of a day."""
    return datetime.fromtimestamp(visit.expiry, UTC) if visit.lasting else None


def _end(visit: Visit, which: str) -> None:
    if which == "all":
        visits.end_others(visit)
        return
    for other in visits.others(visit):
        if other.key.hex() == which:
            visits.end_other(visit, other.key)
