"""Beginning, leaving quickly, and pages that are the same for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from coequal.people import sessions, tidying
from coequal.web.context import render_context
from coequal.web.sessions import SessionRequest, goodbye, left_behind, welcome


@dataclass(frozen=True, slots=True, kw_only=True)
class StartContext:
    """The first page; `resume`: somebody is in the middle of answering."""

    resume: bool


@require_safe
def start(request: SessionRequest) -> HttpResponse:
    """Show the first page: what this is, and two ways to begin."""
    context = StartContext(resume=request.session is not None)
    return render_context(request, "home/start.html", context)


@require_safe
def begin_with(request: HttpRequest) -> HttpResponse:
    """Ask whether to answer first or to join by a code."""
    return render(request, "home/begin_with.html")


@require_POST
def begin_alone(request: SessionRequest) -> HttpResponse:
    """Make a private space, without asking for anything."""
    response = redirect("see:answers")
    if request.session is not None:
        return response
    # No timer does it: whoever begins removes what is over, for everybody.
    tidying.tidy_once_a_minute()
    return welcome(response, sessions.begin())


@require_POST
def forget(request: SessionRequest) -> HttpResponse:
    """Remove what somebody answered and did not keep. What is kept stays."""
    if request.session is not None and not request.session.kept:
        sessions.end(request.session)
        request.session = None
    return goodbye(redirect("home:start"))


@require_POST
def leave(request: SessionRequest) -> HttpResponse:
    """End the session, idle or not, and show something bland in its place."""
    session = left_behind(request)
    if session is not None:
        sessions.end(session)
    request.session = None
    return goodbye(redirect("home:left"))


@require_safe
def left(request: SessionRequest) -> HttpResponse:
    """Show a plain page, and end a session that was left while there was no network.

    Then the script could only delete its own cookie, so the other one is still sent.
    """
    response = render(request, "home/left.html")
    session = left_behind(request) if request.session is None else None
    if session is None:
        return response
    sessions.end(session)
    return goodbye(response)


@require_safe
def guide(request: HttpRequest, *, page: str) -> HttpResponse:
    """Show a page that is the same for everybody."""
    return render(request, page)
