"""Beginning, leaving quickly, and pages that are the same for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from coequal.people import ending, sessions, shared_device, tidying
from coequal.web.context import render_context
from coequal.web.home import leaving
from coequal.web.sessions import HERE, SessionRequest, goodbye, welcome


@dataclass(frozen=True, slots=True, kw_only=True)
class StartContext:
    """The first page; `resume`: somebody is in the middle of answering.

    `plays`: two are in the middle of a game; `tries`: a made-up pair is being tried.
    """

    resume: bool
    tries: bool
    plays: bool


@require_safe
def start(request: SessionRequest) -> HttpResponse:
    """Show the first page: what this is, and two ways to begin; at home, home."""
    if request.session is not None and request.session.kept:
        return redirect("pairs:us")
    session = request.session
    context = StartContext(
        resume=session is not None,
        plays=session is not None and shared_device.plays(session),
        tries=session is not None and shared_device.is_demo(session),
    )
    return render_context(request, "home/start.html", context)


@require_POST
def begin_alone(request: SessionRequest) -> HttpResponse:
    """Make a private space, without asking for anything; a made-up pair goes first."""
    response: HttpResponse = redirect("see:answers")
    if request.session is not None and shared_device.is_demo(request.session):
        ending.end(request.session)
        request.session, response = None, goodbye(response)
    if request.session is not None:
        return response
    # No timer does it: whoever begins removes what is over, for everybody.
    tidying.tidy_once_a_minute()
    return welcome(response, sessions.begin())


@require_POST
def forget(request: SessionRequest) -> HttpResponse:
    """Remove what somebody answered and did not keep. What is kept stays."""
    if request.session is not None and not request.session.kept:
        ending.end(request.session)
        request.session = None
    return goodbye(redirect("home:start"))


# Without a token, which can be missing. Whoever is sent here from elsewhere brings no
# cookies, as ours are `Strict`, and then nothing is ended.
@csrf_exempt
@require_POST
def leave(request: SessionRequest) -> HttpResponse:
    """Show something bland at once, then end the session, idle or not."""
    return leaving.away(request)


@require_safe
def left(request: SessionRequest) -> HttpResponse:
    """Show a plain page, and end a session that was left while there was no network.

    Then the script could only delete its own cookie, so the other one is still sent.
    """
    if HERE in request.COOKIES:
        return HttpResponse(leaving.bland(request))
    return leaving.gone(request)


@require_safe
def guide(request: HttpRequest, *, page: str) -> HttpResponse:
    """Show a page that is the same for everybody."""
    return render(request, page)
