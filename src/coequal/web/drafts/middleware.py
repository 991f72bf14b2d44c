"""Where a form comes in for somebody who is not here, and where its text comes back."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse

from coequal.people import drafts
from coequal.people.drafts import Happened, NotKept, Typed, Waiting
from coequal.people.leaving_quickly import FAILS
from coequal.people.sessions import Session
from coequal.sealed import sessions as sealed_sessions
from coequal.sealed.drafts import Slip
from coequal.web.drafts import slips, telling
from coequal.web.errors import broken
from coequal.web.sessions import (
    HERE,
    SessionRequest,
    half_of,
    is_leaving,
    left_behind,
    named,
)

SHOWS_AGAIN: Final = frozenset(
    {HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.TOO_MANY_REQUESTS}
)
"""Answers that are the page itself, with all that was typed and why it is not taken."""

FOR_ANYBODY: Final = frozenset(
    {
        *("account:sign_in", "account:sign_out", "account:recover"),
        *("learn:index", "shared_device:swap"),
    }
)
"""Forms that ask for nobody in particular, or hand the browser on."""


class DraftsMiddleware:
    """Keep what was typed and could not be taken, and give it back on its page."""

    def __init__(self, get_response: Callable[[SessionRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: SessionRequest) -> HttpResponse:
        """Answer, then look after what was typed."""
        if is_leaving(request) or request.unsent.failed is not None:
            return self.get_response(request)
        if request.method == "POST":
            return self._form(request)
        response = self.get_response(request)
        if request.unsent.turned_away and request.method == "GET":
            return _sign_in(request, response)
        return _with_what_waits(request, response)

    def process_view(
        self, request: SessionRequest, *_view: object
    ) -> HttpResponse | None:
        """Where nobody can be asked who is here, hand back what was typed, or fail.

        The token of the form was looked at before, so nobody else has it shown here.
        """
        if request.unsent.failed is None or is_leaving(request):
            return None
        slip = slips.read(request) if request.method == "POST" else None
        if slip is None:
            raise request.unsent.failed
        typed = slips.typed(request, slip, Happened.REFUSED)
        return telling.handed_back(request, typed, broken(request))

    def _form(self, request: SessionRequest) -> HttpResponse:
        request.unsent.slip = slip = slips.read(request)
        if slip is None:
            return self.get_response(request)
        here = request.session
        request.unsent.others = here is not None and not drafts.is_of(slip, here)
        if request.unsent.others and not _is_for_anybody(request):
            # Nothing is done in the name of who is here now, nor shown to them.
            typed = slips.typed(request, slip, Happened.OVER)
            return _kept(request, slip, typed, redirect("pairs:us"))
        return _answered(request, slip, self.get_response(request))


def _answered(
    request: SessionRequest, slip: Slip, response: HttpResponse
) -> HttpResponse:
    """Look after what was typed, where it was not taken."""
    status = response.status_code
    refused = status >= HTTPStatus.BAD_REQUEST and status not in SHOWS_AGAIN
    if request.unsent.note_saved:
        return _kept(request, slip, _nothing(request, slip, Happened.SAVED), response)
    is_nobodys = request.session is None and not _is_for_anybody(request)
    if request.unsent.turned_away or (refused and is_nobodys):
        typed = slips.typed(request, slip, _why(request, slip))
        return _kept(request, slip, typed, response)
    if refused and not _is_for_anybody(request):
        return _refused(request, slip, response)
    _drop(request, response)
    return response


def _is_for_anybody(request: SessionRequest) -> bool:
    try:
        return resolve(request.path_info).view_name in FOR_ANYBODY
    except Resolver404:
        return False


def _nothing(request: SessionRequest, slip: Slip, why: Happened) -> Typed:
    return Typed(page=slip.page, to=request.path, why=why)


def _why(request: SessionRequest, slip: Slip) -> Happened:
    """Return why nobody is here: away for too long, or the session is over."""
    idle = None if HERE in request.COOKIES else _left_behind(request)
    is_theirs = idle is not None and drafts.is_of(slip, idle)
    return Happened.IDLE if is_theirs else Happened.OVER


def _left_behind(request: SessionRequest) -> Session | None:
    try:
        return left_behind(request)
    except FAILS:  # nothing can be asked: what was typed is handed back all the same
        return None


def _kept(
    request: SessionRequest, slip: Slip, typed: Typed, response: HttpResponse
) -> HttpResponse:
    """Keep it and lead to the sign-in page; who else is here goes home."""
    half = half_of(request) or sealed_sessions.new_cookie()
    person = request.session or _left_behind(request)
    # Whoever else has this browser now does not delete it when they leave.
    is_ours = person is None or drafts.is_of(slip, person)
    browser = sealed_sessions.row_key(half) if is_ours else b""
    try:
        drafts.keep(slip, typed, browser=browser)
    except (NotKept, *FAILS):
        return telling.handed_back(request, typed, response)
    if request.unsent.others:
        return redirect("pairs:us")
    answer = redirect("account:sign_in")
    return answer if half_of(request) else named(answer, half)


def _refused(
    request: SessionRequest, slip: Slip, response: HttpResponse
) -> HttpResponse:
    """Say on the page that refuses a form that what was typed is not lost."""
    typed = slips.typed(request, slip, Happened.REFUSED)
    if not slips.texts(typed):
        return response
    try:
        drafts.keep(slip, typed, here=request.session)
    except (NotKept, *FAILS):
        return telling.handed_back(request, typed, response)
    return telling.waits(request, typed, response)


def _drop(request: SessionRequest, response: HttpResponse) -> None:
    """Delete what waited, when it was sent."""
    key = request.POST.get(slips.DRAFT)
    done = HTTPStatus.MULTIPLE_CHOICES <= response.status_code < HTTPStatus.BAD_REQUEST
    if key and done and request.session is not None:
        drafts.drop(request.session, key)


def _sign_in(request: SessionRequest, response: HttpResponse) -> HttpResponse:
    """Ask somebody to sign in who was away for long, at the page where they were."""
    idle = left_behind(request)
    if idle is None or not idle.kept:
        return response
    request.unsent.idle = idle
    return resolve(reverse("account:sign_in")).func(request)  # type: ignore[no-any-return]


def _with_what_waits(request: SessionRequest, response: HttpResponse) -> HttpResponse:
    found = _waiting(request)
    here = [one for one in found if one.typed.page == request.path]
    if not here:
        return response
    elsewhere = [one.typed.page for one in found if one.typed.page != request.path]
    return telling.told(request, here[0], elsewhere, response)


def _waiting(request: SessionRequest) -> list[Waiting]:
    session = request.session
    if session is None or not session.waits or request.method != "GET":
        return []
    try:
        return drafts.to_show(session)
    except FAILS:  # the page is there already, and shows what it can
        return []
