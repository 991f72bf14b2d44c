"""Who may see a page, said before its view as Django's own decorators do."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from coequal.people import shared_device
from coequal.people.sessions import Session
from coequal.web.sessions import PersonRequest, SessionRequest

P = ParamSpec("P")


def session_required(
    view: Callable[Concatenate[PersonRequest, P], HttpResponseBase],
) -> Callable[Concatenate[SessionRequest, P], HttpResponseBase]:
    """Send whoever is not here to the start."""
    return _needed(view, lambda _visit: None, otherwise="home:start")


def member_required(
    view: Callable[Concatenate[PersonRequest, P], HttpResponseBase],
) -> Callable[Concatenate[SessionRequest, P], HttpResponseBase]:
    """Send whoever cannot be one of a pair to where a space is kept."""
    return _needed(view, lambda session: None if session.may_pair else "account:keep")


def account_required(
    view: Callable[Concatenate[PersonRequest, P], HttpResponseBase],
) -> Callable[Concatenate[SessionRequest, P], HttpResponseBase]:
    """Send whoever sits in one of two chairs back to the other, as nobody is kept."""
    return _needed(view, _not_for_chairs)


def not_on_shared_device(
    view: Callable[Concatenate[SessionRequest, P], HttpResponseBase],
) -> Callable[Concatenate[SessionRequest, P], HttpResponseBase]:
    """Keep two chairs apart from all that makes or joins something lasting."""

    @wraps(view)
    def answer(
        request: SessionRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if request.session is not None and request.session.device:
            return redirect("shared_device:home")
        return view(request, *args, **kwargs)

    return answer


def turned_away(request: SessionRequest, to: str) -> HttpResponse:
    """Send somebody away who is nobody here; what they typed is looked after."""
    request.unsent.turned_away = True
    return redirect(to)


def _not_for_chairs(session: Session) -> str | None:
    if session.device:
        return "shared_device:home"
    return None if session.kept else "account:keep"


def _needed(
    view: Callable[Concatenate[PersonRequest, P], HttpResponseBase],
    elsewhere: Callable[[Session], str | None],
    *,
    otherwise: str = "account:sign_in",
) -> Callable[Concatenate[SessionRequest, P], HttpResponseBase]:
    """Send nobody `otherwise`, and somebody `elsewhere` if that names a page."""

    @wraps(view)
    def answer(
        request: SessionRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if request.session is None:
            return turned_away(request, otherwise)
        # Where two play nothing else is, until they stop.
        if shared_device.plays(request.session):
            return redirect("guess:begin")
        page = elsewhere(request.session)
        if page is not None:
            return redirect(page)
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return answer
