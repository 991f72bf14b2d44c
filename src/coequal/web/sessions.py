"""Who is asking: from two cookies to a session, and back.

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
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from coequal.journal import clock
from coequal.people import sessions, shared_device
from coequal.people.leaving_quickly import FAILS
from coequal.people.sessions import Session
from coequal.people.throttle import REMEMBERED
from coequal.sealed import entropy
from coequal.sealed.drafts import Slip

PREFIX = "__Host-" if settings.HTTPS else ""
HALF = f"{PREFIX}s"
HERE = f"{PREFIX}h"
OTHER = f"{PREFIX}o"
BROWSER = f"{PREFIX}b"
IDLE = 15 * clock.MINUTE
STILL_THE_SAME: Final = HTTPStatus.NO_CONTENT
"""What a page is answered that asks whether it is another one by now."""


@dataclass(slots=True, kw_only=True)
class Unsent:
    """What one request is about to lose, and where it may show what waits.

    `slip` is what its form carried, or None; `others` whether that form was shown to
    another person than who is here now. The views say the rest: that somebody was
    `turned_away` who is nobody here, that a note was kept all the same, that this
    address has many pages (`inner`), and that they are closed (`locked`). `idle` is
    who would be here, had they not been away for too long; `shown` is the slip that
    the forms of the answer carry. `failed` is why nobody could be asked who is here.
    """

    slip: Slip | None = None
    others: bool = False
    turned_away: bool = False
    note_saved: bool = False
    inner: bool = False
    locked: bool = False
    idle: Session | None = None
    shown: str = ""
    failed: Exception | None = None


class SessionRequest(HttpRequest):
    """A request that knows who is asking; `session` is None for nobody."""

    # Django's own sessions are not installed: this is the only one there is.
    session: Session | None  # type: ignore[assignment]
    unsent: Unsent


class PersonRequest(HttpRequest):
    """A request of somebody who is here."""

    session: Session  # type: ignore[assignment]
    unsent: Unsent


class SessionMiddleware:
    """Find the session before the page, keep it awake after."""

    def __init__(self, get_response: Callable[[SessionRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: SessionRequest) -> HttpResponse:
        """Answer as the person the two cookies stand for."""
        # Whose days count is said again for each request, and for nobody else's.
        timezone.deactivate()
        request.unsent = Unsent()
        try:
            request.session = _visit(request)
        except FAILS as error:
            # It fails where what was typed can still be handed back (`web/drafts`).
            request.session, request.unsent.failed = None, error
        response = self.get_response(request)
        is_new = HERE not in response.cookies
        if request.session is not None and is_new and not looks_again(request):
            _here(response, request.session)
        return response


def _visit(request: HttpRequest) -> Session | None:
    # Who leaves is nobody from now on, also when the database cannot be asked.
    if HERE not in request.COOKIES or is_leaving(request):
        return None
    return left_behind(request)


def looks_again(request: HttpRequest) -> bool:
    """Whether a page asks by itself if it is another one by now (`js/together.js`).

    Nobody did anything, so it keeps nobody signed in.
    """
    return request.method == "GET" and "Looks-Again" in request.headers


def is_leaving(request: HttpRequest) -> bool:
    """Whether it is asked for a page that must come whatever else fails."""
    return request.path_info in {reverse("home:leave"), reverse("home:left")}


def left_behind(request: HttpRequest) -> Session | None:
    """Return the session that the first cookie alone is half of, to end it."""
    half = half_of(request)
    return sessions.find(half) if half else None


def half_of(request: HttpRequest) -> bytes:
    """Return the browser's half of a session, or nothing."""
    return _bytes(request.COOKIES.get(HALF, ""))


def other_half_of(request: HttpRequest) -> bytes:
    """Return the browser's half of the session in the other chair, or nothing."""
    return _bytes(request.COOKIES.get(OTHER, ""))


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


def _here(response: HttpResponse, session: Session) -> None:
    idle = session.kept and not session.lasting
    age = IDLE if idle else max(session.expiry - clock.now(), 1)
    _set(response, HERE, "1", age=None if session.device else age, script=True)


def welcome(response: HttpResponse, session: Session) -> HttpResponse:
    """Hand the browser its half of a session."""
    _set(response, HALF, session.cookie.hex(), age=max(session.expiry - clock.now(), 1))
    _here(response, session)
    return response


def sit(
    response: HttpResponse, session: Session, *, other: Session | None
) -> HttpResponse:
    """Let this browser sit in one of two chairs, until it is closed."""
    _set(response, HALF, session.cookie.hex(), age=None)
    if other is not None:
        _set(response, OTHER, other.cookie.hex(), age=None)
    _here(response, session)
    return response


def across(request: SessionRequest) -> Session | None:
    """Return the session in the other chair, if this browser has two."""
    half = _bytes(request.COOKIES.get(OTHER, ""))
    other = sessions.find(half) if half and request.session else None
    if other is None or request.session is None or other.device is None:
        return None
    return other if other.device == request.session.device else None


def named(response: HttpResponse, half: bytes) -> HttpResponse:
    """Give a browser in which nobody is signed in a name by which it can leave."""
    _set(response, HALF, half.hex(), age=clock.DAY)
    return response


def goodbye(response: HttpResponse) -> HttpResponse:
    """Take both halves out of the browser and empty its cache."""
    for name in (HALF, OTHER, HERE):
        response.delete_cookie(name, samesite="Strict")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def form_of(request: HttpRequest) -> bytes:
    """Return what names the very form that was sent; empty where nothing does.

    Its token is masked differently on every page, so a POST with the same token, by
    the same session, is the same form.
    """
    token = request.POST.get("csrfmiddlewaretoken", "")
    if not token:
        return b""
    former = request.COOKIES.get(HALF, "")
    return f"{former} {request.path} {token}".encode()


def browser(request: HttpRequest) -> bytes:
    """Return what this browser is known by at sign-in, or nothing."""
    return _bytes(request.COOKIES.get(BROWSER, ""))


def browser_or_new(request: HttpRequest) -> bytes:
    """Return what this browser is known by, or something new to be known by."""
    return browser(request) or entropy.fresh(32, "browser")


def remember_browser(response: HttpResponse, known: bytes) -> HttpResponse:
    """Let this browser keep what it is known by."""
    _set(response, BROWSER, known.hex(), age=REMEMBERED * clock.DAY)
    return response


def visitor(request: HttpRequest) -> dict[str, object]:
    """Tell every template whether somebody is here, and whether they can return.

    And whether they met a damaged row on the way to this page, or something missing.
    """
    session = getattr(request, "session", None)
    chair = None if session is None else _chair(session)
    return {
        "viewer_here": session is not None,
        "viewer_kept": session is not None and session.kept,
        "chair": chair,
        "damaged": session is not None and session.damage.met,
        "missing": "" if session is None else session.damage.missing,
        "host_name": settings.COEQUAL_HOST_NAME,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """Who somebody is that tries a made-up pair: their name, and the other's."""

    name: str
    other: str


def _chair(session: Session) -> Chair | None:
    # Two who play have pages of their own that say whose turn it is.
    if not shared_device.is_demo(session):
        return None
    member = shared_device.member(session)
    return None if member is None else Chair(name=member.own_label, other=member.label)
