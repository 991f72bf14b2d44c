"""Leaving quickly: first the bland page and no cookies, then the end of the session.

The order is the promise. What is asked of the database comes when the answer is on
its way: a disk that is full or a lock that is held keeps nobody on a page of ours.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse

from coequal.people import leaving_quickly
from coequal.web.sessions import (
    HALF,
    HERE,
    OTHER,
    goodbye,
    half_of,
    other_half_of,
)


class EndsSession(HttpResponse):
    """An answer that ends a session when all of it was handed over."""

    halves: tuple[bytes, ...] = ()
    """Of the session, and of that in the other chair where two share a browser."""

    def close(self) -> None:
        """Called by the server after the last byte, so that it delays none."""
        for half in self.halves:
            leaving_quickly.leave(half)
        super().close()


class Away(EndsSession, HttpResponseRedirect):
    """An answer that leads to the bland page."""

    status_code = 303


def away(request: HttpRequest) -> HttpResponse:
    """Lead to the page that says nothing, and end the session."""
    return _without(request, Away(reverse("home:left")))


def gone(request: HttpRequest) -> HttpResponse:
    """Return the page that says nothing, and end the session."""
    return _without(request, EndsSession(bland(request)))


def bland(request: HttpRequest) -> str:
    """Return the page that says nothing, and is the same for everybody."""
    return render_to_string("home/left.html", request=request)


def _without(request: HttpRequest, answer: EndsSession) -> HttpResponse:
    """Take the session out of the browser, if it has one, and end it afterwards."""
    if not request.COOKIES.keys() & {HALF, HERE, OTHER}:
        return answer
    answer.halves = tuple(filter(None, (half_of(request), other_half_of(request))))
    return goodbye(answer)
