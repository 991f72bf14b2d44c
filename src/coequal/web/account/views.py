"""Keeping what was answered under a name, coming back to it, and signing out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from coequal.errors import Refused, Unreadable
from coequal.journal import clock
from coequal.people import (
    accounts,
    days,
    drafts,
    ending,
    invitations,
    invited,
    pairs,
    recovery_codes,
    sessions,
    tidying,
)
from coequal.people.entries import PairPlace
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.people.throttle import Wait
from coequal.sealed import codes
from coequal.web import pair_types, sheets
from coequal.web.account.forms import Keep, Recover, ShowCode, SignIn, WrittenDown
from coequal.web.asker import asker
from coequal.web.confirm import asks_again
from coequal.web.context import FormContext, form_status, render_context
from coequal.web.days import WORLD_TIME, by_own_days, called
from coequal.web.decorators import (
    account_required,
    not_on_shared_device,
    session_required,
)
from coequal.web.drafts import slips
from coequal.web.drafts.telling import back_where_one_was
from coequal.web.sessions import (
    PersonRequest,
    SessionRequest,
    browser_or_new,
    goodbye,
    left_behind,
    remember_browser,
    welcome,
)

SOON: Final = 5 * clock.MINUTE
"""For so long somebody may wait for their turn; beyond it other ways are better."""

form_page = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInContext:
    """The form that signs in; `wait`: for how many seconds it tries nothing.

    `minutes` is None where that is soon.
    """

    form: SignIn
    wait: int | None
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSheet:
    """One picture of mine: whom it is about, by name or by what they are to me."""

    sheet_id: str
    label: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountContext:
    """My pictures, and all of my pairs, also those that rest or are closed.

    `code_made` is the day on which a recovery code was last made.
    """

    pictures: Sequence[OwnSheet]
    members: Sequence[PairMember | PairPlace]
    code_made: datetime | None
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryContext:
    """The recovery code, or the form that asks for the passphrase to show it.

    `waits`: one was made and is not written down yet; `on_paper`: it is.
    """

    code: str | None
    form: ShowCode
    waits: bool
    on_paper: bool


@form_page
@not_on_shared_device
@session_required
def keep(request: PersonRequest) -> HttpResponse:
    """Choose a name and a passphrase for what was answered so far."""
    if request.session.kept:
        return redirect("pairs:us")
    form = Keep(request.POST or None)
    if form.is_valid():
        kept = keep_as(request, request.session, form)
        if kept is not None:
            return welcome_known(request, redirect("account:recovery"), kept)
    context = FormContext(form=form)
    return render_context(
        request, "account/keep.html", context, status=form_status(form)
    )


def keep_as(request: HttpRequest, session: Session, form: Keep) -> Session | None:
    """Keep a session under a form's name and phrase, or say on the form why not."""
    try:
        return accounts.keep(
            session,
            name=form.cleaned_data["name"],
            phrase=form.cleaned_data["phrase"],
            asker=asker(request),
        )
    except (accounts.AlreadyYours, sessions.SessionOver, Wait) as refused:
        form.add_error(None, why_not_kept(refused))
        return None


def why_not_kept(refused: Refused) -> str:
    """Say why a name and a phrase cannot keep anything just now."""
    if isinstance(refused, sessions.SessionOver):
        return _("This was saved or ended in another window. Try signing in.")
    if isinstance(refused, Wait):
        text = _(
            "Too many attempts with this name. Try again in %(count)s seconds, "
            "or choose another name."
        )
        return text % {"count": refused.seconds}
    return _("This name and passphrase are in use already. Sign in instead.")


@form_page
def sign_in(request: SessionRequest) -> HttpResponse:
    """Come back by name and passphrase."""
    form = SignIn(request.POST or None)
    wait = None
    if form.is_valid():
        # No timer does it: whoever comes back removes what is over, for everybody.
        tidying.tidy_once_a_minute()
        try:
            session = accounts.sign_in(
                name=form.cleaned_data["name"],
                phrase=form.cleaned_data["phrase"],
                asker=asker(request),
            )
        except Wait as error:
            wait = error.seconds
        except Unreadable:
            form.add_error(None, _("Name or passphrase is wrong. Try again."))
        else:
            return _arrive(request, session, to=_where(request, session))
    return _sign_in_page(request, form, wait)


def _where(request: SessionRequest, session: Session) -> str:
    """Return where somebody was who comes back: what they typed waits there."""
    came, newest = request.unsent.slip, next(iter(drafts.show(session)), None)
    if came is not None and drafts.is_of(came, session):
        back_where_one_was(came, session)
        return slips.way_back(came.page)
    return slips.way_back(newest.typed.page if newest else "")


def _sign_in_page(
    request: SessionRequest, form: SignIn, wait: int | None
) -> HttpResponse:
    minutes = wait // clock.MINUTE if wait and wait > SOON else None
    context = SignInContext(form=form, wait=wait, minutes=minutes)
    status = 429 if wait else form_status(form)
    return render_context(request, "account/sign_in.html", context, status=status)


@form_page
def recover(request: SessionRequest) -> HttpResponse:
    """Come back by the recovery code, with a new passphrase."""
    form = Recover(request.POST or None)
    if form.is_valid():
        try:
            session = accounts.recover(
                name=form.cleaned_data["name"],
                code=form.cleaned_data["code"],
                phrase=form.cleaned_data["phrase"],
                asker=asker(request),
            )
        except (Unreadable, sessions.SessionOver):
            form.add_error(None, _("Name or code is wrong. Try again."))
        else:
            drafts.show(session)
            return _arrive(request, session, to="account:recovery")
    context = FormContext(form=form)
    return render_context(
        request, "account/recover.html", context, status=form_status(form)
    )


def _arrive(request: SessionRequest, session: Session, *, to: str) -> HttpResponse:
    """Take the new session in place of whatever was here, and know the browser.

    Who read a code before goes on with it: nothing else is taken along.
    """
    if request.session is not None:
        if not request.session.kept and invited.carry(session, request.session):
            to = "pairs:asked"
        ending.end(request.session)
    request.session = session
    return welcome_known(request, redirect(to), session)


def welcome_known(
    request: HttpRequest, response: HttpResponse, session: Session
) -> HttpResponse:
    """Hand the browser its half of a session of somebody who is kept, and know it."""
    known = browser_or_new(request)
    accounts.know_browser(session, known)
    return welcome(remember_browser(response, known), session)


@require_POST
def sign_out(request: SessionRequest) -> HttpResponse:
    """End the session, also one that was idle for so long that nobody is here."""
    session = left_behind(request)
    if session is not None:
        ending.end(session)
    request.session = None
    return goodbye(redirect("home:start"))


@require_safe
@account_required
@by_own_days
def account(request: PersonRequest) -> HttpResponse:
    """Show what is mine: my pictures and answers, and what I can do with my account."""
    made = recovery_codes.made(request.session)
    members, lost = pairs.members(request.session), pairs.lost(request.session)
    context = AccountContext(
        pictures=_pictures(request.session),
        members=[*members, *lost],
        code_made=None if made is None else datetime.fromtimestamp(made, UTC),
        days=called(days.own(request.session)) or str(WORLD_TIME),
    )
    return render_context(request, "account/account.html", context)


def _pictures(session: Session) -> list[OwnSheet]:
    labels = invitations.sheet_labels(session)
    return [
        OwnSheet(
            sheet_id=one.id.hex(),
            label=labels.get(one.id, ""),
            type=pair_types.name(one),
        )
        for one in sheets.all_of(session.own)
    ]


@form_page
@account_required
@asks_again(ShowCode, unless=lambda request: "written_down" in request.POST)
def recovery(request: PersonRequest, form: ShowCode) -> HttpResponse:
    """Show the recovery code, made if there is none, until it is written down.

    It opens everything, so it shows only in answer to the passphrase.
    """
    seen = WrittenDown(request.POST)
    if seen.is_valid() and seen.cleaned_data["written_down"]:
        # Only who was shown it can say so: else it would go before it was read.
        said = seen.cleaned_data["written_down"]
        recovery_codes.written_down(request.session, said)
        return redirect("pairs:us")
    session, code = request.session, None
    if form.is_valid():
        code = recovery_codes.code(session, replace=form.cleaned_data["replace"])
    waits = recovery_codes.waits(session)
    context = RecoveryContext(
        code=codes.encode(code) if code else None,
        form=form,
        waits=waits,
        on_paper=not waits and recovery_codes.is_there(session),
    )
    status = 200 if code else form_status(form)
    return render_context(request, "account/recovery.html", context, status=status)
