"""Requests by an address, or through a proxy, that this site is not set up for.

Two people are to know: the visitor, what to do, and the host, which setting to look at.
"""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

_LOG: Final = logging.getLogger("coequal.misplaced")


class Hint(StrEnum):
    """What a host reads in the log: whole sentences of ours, nothing of a visitor."""

    NAME = "a request came for a name that is not in COEQUAL_HOSTS"
    PORT = (
        "a form came from another port than the Host header says: "
        "let the proxy pass Host on as it came, with its port"
    )
    HOST = (
        "a form came from another address than the Host header says: let the proxy "
        "pass Host on as it came, and look at COEQUAL_HOSTS"
    )
    SCHEME = (
        "a form came by https, and X-Forwarded-Proto does not say https in small "
        "letters: let the proxy set it (COEQUAL_BEHIND_PROXY)"
    )
    HTTPS = (
        "a form came by https, which is not set up: "
        "look at COEQUAL_HTTPS and COEQUAL_BEHIND_PROXY"
    )
    HTTP = (
        "a form came by plain http, and X-Forwarded-Proto says https: let the proxy "
        "say how people come, and lead them to https (COEQUAL_BEHIND_PROXY)"
    )
    PLAIN = (
        "a form came without its cookie over plain http, where browsers send none, as "
        "COEQUAL_HTTPS is on: let the proxy lead everybody to https"
    )
    UNSAID = (
        "a form came without saying from where: let no proxy set Referrer-Policy or "
        "take out Origin; else it is a setting of the visitor's browser"
    )


def hint(request: HttpRequest) -> Hint | None:
    """Return what is set up wrongly where a form was refused, if that can be seen."""
    origin = request.headers.get("Origin")
    if origin is None:
        return _without_origin(request)
    if origin == "null":
        return Hint.UNSAID
    return _compared(request, origin) or _without_cookie(request)


def _compared(request: HttpRequest, origin: str) -> Hint | None:
    """Return how the address that a form came from is not that of the request."""
    secure, host = request.is_secure(), request.get_host()
    came, at = _parts(origin), _parts(f"{'https' if secure else 'http'}://{host}")
    if came == at:
        # Capitals are no other name, but browsers write none.
        return None if host == host.lower() else Hint.HOST
    if came[1] != at[1]:
        return Hint.HOST
    if came[0] == "https" and not secure:
        return Hint.SCHEME if settings.HTTPS else Hint.HTTPS
    return Hint.HTTP if came[0] == "http" and secure else Hint.PORT


def note(what: Hint) -> None:
    """Say it in the log."""
    _LOG.warning(what)


def _without_origin(request: HttpRequest) -> Hint | None:
    if request.is_secure():
        # Where a proxy takes Origin out, Django looks at the page that it came from.
        page = request.headers.get("Referer")
        hint = Hint.UNSAID if page is None else _compared(request, page)
        return hint or _without_cookie(request)
    return _without_cookie(request)


def _without_cookie(request: HttpRequest) -> Hint | None:
    # Secure cookies are never sent by plain http.
    plain = settings.HTTPS and not request.is_secure()
    return Hint.PLAIN if plain and not request.COOKIES else None


def _parts(origin: str) -> tuple[str, str, str]:
    """Return scheme, name and the rest of an address; what cannot be read is nothing.

    The rest is left as text: a port that is not named is that of the scheme.
    """
    try:
        found = urlsplit(origin.lower())
        return found.scheme, found.hostname or "", found.netloc.rpartition(":")[2]
    except ValueError:
        return "", "", ""
