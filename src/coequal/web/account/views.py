"""Keeping a space, coming back to it, and going."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from coequal.errors import Unreadable
from coequal.people import accounts, pairs, tidying, visits
from coequal.people.patience import Wait
from coequal.people.visits import Visit
from coequal.sealed import codes
from coequal.web.account.confirming import confirmed
from coequal.web.account.forms import Confirm, Keep, Recover, SignIn
from coequal.web.visit import (
    PersonRequest,
    VisitRequest,
    account_needed,
    browser,
    chairless,
    goodbye,
    left_behind,
    person_needed,
    remember_browser,
    welcome,
)

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
@chairless
@person_needed
def keep(request: PersonRequest) -> HttpResponse:
    """Choose a name and a passphrase for what was answered so far."""
    if request.visit.kept:
        return redirect("us")
    form = Keep(request.POST or None)
    if form.is_valid():
        kept = keep_as(request.visit, form)
        if kept is not None:
            return welcome(redirect("recovery"), kept)
    return render(request, "keep.html", {"form": form}, status=_status(form))


def keep_as(visit: Visit, form: Keep) -> Visit | None:
    """Keep a visit under a form's name and phrase, or say on the form why not."""
    try:
        return accounts.keep(
            visit, name=form.cleaned_data["name"], phrase=form.cleaned_data["phrase"]
        )
    except (accounts.AlreadyYours, Wait) as refused:
        form.add_error(None, why_not_kept(refused))
        return None


def why_not_kept(refused: accounts.AlreadyYours | Wait) -> str:
    """Say why a name and a phrase cannot keep anything just now."""
    if isinstance(refused, Wait):
        text = _("Many tries with this name just now. Try again in %(count)s seconds.")
        return text % {"count": refused.seconds}
    return _("This name and passphrase open a place already. Sign in instead.")


@form_page
def sign_in(request: VisitRequest) -> HttpResponse:
    """Come back by name and passphrase."""
    form = SignIn(request.POST or None)
    wait = None
    if form.is_valid():
        tidying.tidy()
        try:
            visit = accounts.sign_in(
                name=form.cleaned_data["name"],
                phrase=form.cleaned_data["phrase"],
                browser=browser(request),
            )
        except Wait as error:
            wait = error.seconds
        except Unreadable:
            form.add_error(None, _("This name and passphrase do not fit together."))
        else:
            return _arrive(request, visit, to="us")
    context = {"form": form, "wait": wait}
    return render(
        request, "sign_in.html", context, status=429 if wait else _status(form)
    )


@form_page
def recover(request: VisitRequest) -> HttpResponse:
    """Come back by the recovery code, with a new passphrase."""
    form = Recover(request.POST or None)
    wait = None
    if form.is_valid():
        try:
            visit = accounts.recover(
                name=form.cleaned_data["name"],
                code=form.cleaned_data["code"],
                phrase=form.cleaned_data["phrase"],
                browser=browser(request),
            )
        except Wait as error:
            wait = error.seconds
        except Unreadable:
            form.add_error(None, _("This name and code do not fit together."))
        else:
            return _arrive(request, visit, to="recovery")
    context = {"form": form, "wait": wait}
    return render(
        request, "recover.html", context, status=429 if wait else _status(form)
    )


def _arrive(request: VisitRequest, visit: Visit, *, to: str) -> HttpResponse:
    """Take the new visit in place of whatever was here, and know the browser."""
    if request.visit is not None:
        visits.end(request.visit)
    response = welcome(redirect(to), visit)
    accounts.know_browser(visit, remember_browser(request, response))
    request.visit = visit
    return response


@require_POST
def sign_out(request: VisitRequest) -> HttpResponse:
    """End the visit, also one that was idle for so long that nobody is here."""
    visit = left_behind(request)
    if visit is not None:
        visits.end(visit)
    request.visit = None
    return goodbye(redirect("start"))


@require_safe
@account_needed
def account(request: PersonRequest) -> HttpResponse:
    """Show what can be done with one's account."""
    return render(request, "account.html", {"bonds": pairs.bonds(request.visit)})


@form_page
@account_needed
def recovery(request: PersonRequest) -> HttpResponse:
    """Make a recovery code, and show it until it is written down.

    A visit that lasts asks for the passphrase first: a code opens everything.
    """
    if "written_down" in request.POST:
        accounts.recovery_code_written_down(request.visit)
        return redirect("us")
    form = Confirm(request.POST or None) if request.visit.lasting else None
    if request.method == "POST" and (form is None or confirmed(request.visit, form)):
        accounts.make_recovery_code(request.visit)
        return redirect("recovery")
    code = accounts.recovery_code(request.visit)
    context = {"code": codes.encode(code) if code else None, "form": form}
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "recovery.html", context, status=status)


def _status(form: Keep | SignIn | Recover) -> int:
    return 422 if form.is_bound else 200
