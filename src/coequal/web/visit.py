"""Who is asking: from two cookies to a visit, and back.

One cookie holds half of the person's secret and no script can read it. A second
one must be present too: a script can delete it, so that leaving quickly works
without a network, and the browser drops it after 15 idle minutes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from coequal.journal import clock
from coequal.people import visits
from coequal.people.visits import Visit
from coequal.sealed import entropy

P = ParamSpec("P")

PREFIX = "__Host-" if settings.HTTPS else ""
HALF = f"{PREFIX}s"
HERE = f"{PREFIX}h"
BROWSER = f"{PREFIX}b"
IDLE = 15 * clock.MINUTE


class VisitRequest(HttpRequest):
    """A request that knows who is asking; `visit` is None for nobody."""

    visit: Visit | None


class PersonRequest(HttpRequest):
    """A request of somebody who is here."""

    visit: Visit


class VisitMiddleware:
    """Find the visit before the page, keep it awake after."""

    def __init__(self, get_response: Callable[[VisitRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: VisitRequest) -> HttpResponse:
        """Answer as the person the two cookies stand for."""
        request.visit = _visit(request)
        response = self.get_response(request)
        if request.visit is not None and HERE not in response.cookies:
            _here(response, request.visit)
        return response


def _visit(request: HttpRequest) -> Visit | None:
    return left_behind(request) if HERE in request.COOKIES else None


def left_behind(request: HttpRequest) -> Visit | None:
    """Return the visit that the first cookie alone is half of, to end it."""
    half = _bytes(request.COOKIES.get(HALF, ""))
    return visits.find(half) if half else None


def _bytes(text: str) -> bytes:
    try:
        raw = bytes.fromhex(text)
    except ValueError:
        return b""
    return raw if len(raw) == 32 else b""


def _set(
    response: HttpResponse, name: str, value: str, *, age: int, script: bool = False
) -> None:
    response.set_cookie(
        name,
        value,
        max_age=age,
        secure=settings.HTTPS,
        httponly=not script,
        samesite="Strict",
    )


def _here(response: HttpResponse, visit: Visit) -> None:
    age = IDLE if visit.kept else max(visit.expiry - clock.now(), 1)
    _set(response, HERE, "1", age=age, script=True)


def welcome(response: HttpResponse, visit: Visit) -> HttpResponse:
    """Hand the browser its half of a visit."""
    _set(response, HALF, visit.cookie.hex(), age=max(visit.expiry - clock.now(), 1))
    _here(response, visit)
    return response


def goodbye(response: HttpResponse) -> HttpResponse:
    """Take both halves out of the browser and empty its cache."""
    for name in (HALF, HERE):
        response.delete_cookie(name, samesite="Strict")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def browser(request: HttpRequest) -> bytes:
    """Return what this browser is known by at sign-in, or nothing."""
    return _bytes(request.COOKIES.get(BROWSER, ""))


def remember_browser(request: HttpRequest, response: HttpResponse) -> bytes:
    """Give this browser something to be known by, and return it."""
    known = browser(request) or entropy.fresh(32, "browser")
    _set(response, BROWSER, known.hex(), age=400 * clock.DAY)
    return known


def visitor(request: HttpRequest) -> dict[str, Any]:
    """Tell every template whether somebody is here, and whether they can return."""
    visit = getattr(request, "visit", None)
    return {
        "viewer_here": visit is not None,
        "viewer_kept": visit is not None and visit.kept,
        "host_name": settings.COEQUAL_HOST_NAME,
    }


def person_needed(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[VisitRequest, P], HttpResponse]:
    """Send whoever is not here to the start."""
    return _needed(view, kept=False)


def kept_needed(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[VisitRequest, P], HttpResponse]:
    """Send whoever cannot come back to where a space is kept."""
    return _needed(view, kept=True)


def _needed(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse], *, kept: bool
) -> Callable[Concatenate[VisitRequest, P], HttpResponse]:
    @wraps(view)
    def answer(
        request: VisitRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        if request.visit is None:
            return _start(kept=kept)
        if kept and not request.visit.kept:
            return redirect("keep")
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return answer


def _start(*, kept: bool) -> HttpResponseRedirect:
    return redirect("sign_in" if kept else "start")
