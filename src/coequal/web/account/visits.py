"""Who can come in: one's passphrase, and where one is signed in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.people import accounts, visits
from coequal.people.accounts import AlreadyYours
from coequal.people.patience import Wait
from coequal.people.visits import Visit
from coequal.web.account.confirming import confirmed, too_many_tries
from coequal.web.account.forms import ChangePhrase
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
    """List one's own visits; end one of the others, or all of them."""
    if request.method == "POST":
        _end(request.visit, request.POST.get("visit", ""))
        return redirect("visits")
    others = [key.hex() for key in visits.others(request.visit)]
    return render(request, "visits.html", {"others": others})


def _end(visit: Visit, which: str) -> None:
    if which == "all":
        visits.end_others(visit)
        return
    for key in visits.others(visit):
        if key.hex() == which:
            visits.end_other(visit, key)
