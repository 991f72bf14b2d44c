"""Whom we turn away before anything of theirs is read: too much, or too many at once.

It stands before everything that asks the database, and its pages are made once: an
answer costs next to nothing, so that sending more of the same brings nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coequal.people.kdf_slots import SECONDS, Busy, Tickets, ticket

TICKETS: Final[Mapping[str, Tickets]] = {
    "account:sign_in": Tickets.STRANGER,
    "account:keep": Tickets.STRANGER,
    "pairs:join": Tickets.JOINING,
    "pairs:keep_join": Tickets.JOINING,
    "pairs:invite_for": Tickets.STRANGER,
}
"""The forms that stretch a passphrase or a code and that anybody can send.

Whoever sends another one that stretches has an account, and a ticket that strangers
cannot take.
"""


class TurnedAwayMiddleware:
    """Refuse what is too long, and let only so many in who make us stretch."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the head alone."""
        if "chunked" in request.headers.get("Transfer-Encoding", "").lower():
            return _too_much(HTTPStatus.LENGTH_REQUIRED)
        if _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return _too_much(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        tickets = _tickets(request)
        if tickets is None:
            return self.get_response(request)
        try:
            with ticket(tickets):
                return self.get_response(request)
        except Busy:
            return busy()


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:  # Django takes it for none, and reads nothing
        return 0


def _tickets(request: HttpRequest) -> Tickets | None:
    if request.method != "POST":
        return None
    try:
        return TICKETS.get(resolve(request.path_info).view_name)
    except Resolver404:
        return None


def busy() -> HttpResponse:
    """Say that many are here, and when to come again."""
    page = _page(
        _("It’s very busy here right now"),
        _("Nothing was changed. Go back and try again in a few seconds."),
        get_language(),
    )
    status = HTTPStatus.SERVICE_UNAVAILABLE
    return HttpResponse(page, status=status, headers={"Retry-After": str(SECONDS)})


def _too_much(status: HTTPStatus) -> HttpResponse:
    page = _page(
        _("That’s too long for one page"),
        _("Nothing was changed. Go back and make it shorter."),
        get_language(),
    )
    return HttpResponse(page, status=status)


@cache
def _page(title: str, text: str, _language: str | None) -> bytes:
    """Return a page as nobody sees it; it is the same for everybody."""
    context = {"title": title, "text": text, "link": None, "way": None}
    return render_to_string("home/message.html", context).encode()
