"""Who is asking: from two cookies to a visit, and back.

One cookie holds half of the person's secret and no script can read it. A second
one must be present too: a script can delete it, so that leaving quickly works
without a network, and the browser drops it after 15 idle minutes, unless this
browser is only one person's. Where two share
a browser it holds half of both people's secrets, in a cookie for each chair, until
it is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from coequal.journal import clock
from coequal.people import chairs, visits
from coequal.people.visits import Visit
from coequal.sealed import entropy

P = ParamSpec("P")

PREFIX = "__Host-" if settings.HTTPS else ""
HALF = f"{PREFIX}s"
HERE = f"{PREFIX}h"
OTHER = f"{PREFIX}o"
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
    response: HttpResponse,
    name: str,
    value: str,
    *,
    age: int | None,
    script: bool = False,
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
    idle = visit.kept and not visit.lasting
    age = IDLE if idle else max(visit.expiry - clock.now(), 1)
    _set(response, HERE, "1", age=None if visit.chairs else age, script=True)


def welcome(response: HttpResponse, visit: Visit) -> HttpResponse:
    """Hand the browser its half of a visit."""
    _set(response, HALF, visit.cookie.hex(), age=max(visit.expiry - clock.now(), 1))
    _here(response, visit)
    return response


def sit(response: HttpResponse, visit: Visit, *, other: Visit | None) -> HttpResponse:
    """Let this browser sit in one of two chairs, until it is closed."""
    _set(response, HALF, visit.cookie.hex(), age=None)
    if other is not None:
        _set(response, OTHER, other.cookie.hex(), age=None)
    _here(response, visit)
    return response


def across(request: VisitRequest) -> Visit | None:
    """Return the visit in the other chair, if this browser has two."""
    half = _bytes(request.COOKIES.get(OTHER, ""))
    other = visits.find(half) if half and request.visit else None
    if other is None or request.visit is None or other.chairs is None:
        return None
    return other if other.chairs == request.visit.chairs else None


def goodbye(response: HttpResponse) -> HttpResponse:
    """Take both halves out of the browser and empty its cache."""
    for name in (HALF, OTHER, HERE):
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
        "chair": None if visit is None else _chair(visit),
        "host_name": settings.COEQUAL_HOST_NAME,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """Where somebody sits who shares a browser: their name, and the other's."""

    name: str
    other: str
    made_up: bool


def _chair(visit: Visit) -> Chair | None:
    bond = chairs.bond(visit)
    if bond is None:
        return None
    return Chair(name=bond.own_label, other=bond.label, made_up=chairs.made_up(visit))


def person_needed(
    view: Callable[Concatenate[PersonRequest, P], HttpResponseBase],
) -> Callable[Concatenate[VisitRequest, P], HttpResponseBase]:
    """Send whoever is not here to the start."""
    return _needed(view, lambda _visit: None, otherwise="start")


def kept_needed(
    view: Callable[Concatenate[PersonRequest, P], HttpResponseBase],
) -> Callable[Concatenate[VisitRequest, P], HttpResponseBase]:
    """Send whoever cannot be one of a pair to where a space is kept."""
    return _needed(view, lambda visit: None if visit.may_pair else "keep")


def account_needed(
    view: Callable[Concatenate[PersonRequest, P], HttpResponseBase],
) -> Callable[Concatenate[VisitRequest, P], HttpResponseBase]:
    """Send whoever sits in one of two chairs back to the other, as nobody is kept."""
    return _needed(view, _not_for_chairs)


def chairless(
    view: Callable[Concatenate[VisitRequest, P], HttpResponseBase],
) -> Callable[Concatenate[VisitRequest, P], HttpResponseBase]:
    """Keep two chairs apart from all that makes or joins something lasting."""

    @wraps(view)
    def answer(
        request: VisitRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if request.visit is not None and request.visit.chairs:
            return redirect("chairs")
        return view(request, *args, **kwargs)

    return answer


def _not_for_chairs(visit: Visit) -> str | None:
    if visit.chairs:
        return "chairs"
    return None if visit.kept else "keep"


def _needed(
    view: Callable[Concatenate[PersonRequest, P], HttpResponseBase],
    elsewhere: Callable[[Visit], str | None],
    *,
    otherwise: str = "sign_in",
) -> Callable[Concatenate[VisitRequest, P], HttpResponseBase]:
    """Send nobody `otherwise`, and somebody `elsewhere` if that names a page."""

    @wraps(view)
    def answer(
        request: VisitRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if request.visit is None:
            return redirect(otherwise)
        page = elsewhere(request.visit)
        if page is not None:
            return redirect(page)
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return answer
