"""A new passphrase, and the sessions in which one is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.people import accounts, drafts, other_sessions, sessions
from coequal.people.accounts import AlreadyYours
from coequal.people.sessions import Session
from coequal.people.throttle import Wait
from coequal.web.account.forms import ChangePhrase, SessionsForm
from coequal.web.account.views import welcome_known
from coequal.web.asker import asker
from coequal.web.confirm import asks_again, too_many_tries
from coequal.web.context import FormContext, form_status, render_context
from coequal.web.days import by_own_days
from coequal.web.decorators import account_required
from coequal.web.sessions import PersonRequest, form_of, welcome
from coequal.web.two.forms import Choice, choices


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSession:
    """Another session of one's own; `until`: when a lasting one ends, or None."""

    id: str
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsContext:
    """Where one is signed in, and the form that ends others or lets this one last.

    `until` is when it ends, if it lasts already.
    """

    others: Sequence[OtherSession]
    until: datetime | None
    form: SessionsForm
    choices: Sequence[Choice]


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
@asks_again(ChangePhrase, "present")
def passphrase(request: PersonRequest, form: ChangePhrase) -> HttpResponse:
    """Choose a new passphrase; every other session ends."""
    if form.is_valid():
        session = _changed(request, form)
        if session is not None:
            return _arrive(request, session)
    context = FormContext(form=form)
    return render_context(
        request, "account/passphrase.html", context, status=form_status(form)
    )


def _changed(request: PersonRequest, form: ChangePhrase) -> Session | None:
    """Change the passphrase, or say on the form why not."""
    try:
        return accounts.change_phrase(
            request.session,
            phrase=form.cleaned_data["phrase"],
            asker=asker(request),
        )
    except Wait as wait:
        form.add_error(None, too_many_tries(wait))
    except AlreadyYours:  # a namesake's: no more is said about it
        form.add_error("phrase", _("This is easy to guess. Choose another."))
    return None


def _arrive(request: PersonRequest, session: Session) -> HttpResponse:
    request.session = session
    drafts.show(session)
    return welcome_known(request, redirect("account:account"), session)


def _shortens(request: PersonRequest) -> bool:
    # It only makes the account safer, so it asks for nothing.
    return request.POST.get("do") == "shorten"


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
@by_own_days
@asks_again(SessionsForm, unless=_shortens)
def signed_in(request: PersonRequest, form: SessionsForm) -> HttpResponse:
    """List one's own sessions; end others; let this one last, or no longer."""
    if request.method == "POST" and _shortens(request):
        return _welcome(request, sessions.shorten(request.session))
    if form.is_valid() and form.cleaned_data["do"] == "last":
        return _welcome(request, sessions.last(request.session, form_of(request)))
    if form.is_valid():
        _end(request.session, form.cleaned_data["do"])
        return redirect("account:sessions")
    others = [
        OtherSession(id=one.key.hex(), until=_until(one))
        for one in other_sessions.others(request.session)
    ]
    until = _until(request.session)
    context = SessionsContext(
        others=others,
        until=until,
        form=form,
        choices=choices(_to_do(others, until), str(form.data.get("do", ""))),
    )
    return render_context(
        request, "account/sessions.html", context, status=form_status(form)
    )


def _to_do(others: Sequence[OtherSession], until: datetime | None) -> dict[str, str]:
    """Return what can be done with one's sessions; nothing is picked beforehand."""
    found = {"all": _("Sign out all others")} if others else {}
    for number, one in enumerate(others, start=1):
        text = _("Sign out browser %(number)s")
        found[one.id] = text % {"number": number}
    if until is None:
        found["last"] = _("Stay signed in here for 30 days")
    return found


def _welcome(request: PersonRequest, session: Session) -> HttpResponse:
    request.session = session
    return welcome(redirect("account:sessions"), session)


def _until(session: Session | other_sessions.Other) -> datetime | None:
    """Return when a lasting session ends; None for one of a day."""
    return datetime.fromtimestamp(session.expiry, UTC) if session.lasting else None


def _end(session: Session, which: str) -> None:
    if which == "all":
        other_sessions.end_others(session)
        return
    # Looked for among one's own: whatever else the form names is as if it were over.
    for other in other_sessions.others(session):
        if other.key.hex() == which:
            other_sessions.end_other(session, other.key)
