"""The way in, the way out, and the pages that anybody may read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from coequal.people import tidying, visits
from coequal.web.visit import VisitRequest, goodbye, left_behind, welcome


@require_safe
def start(request: VisitRequest) -> HttpResponse:
    """Say in one line and one picture what this is, with two doors."""
    return render(request, "start.html", {"resume": request.visit is not None})


@require_safe
def begin_with(request: HttpRequest) -> HttpResponse:
    """Ask whether to answer first or to join by a code."""
    return render(request, "begin_with.html")


@require_POST
def begin_alone(request: VisitRequest) -> HttpResponse:
    """Make a private space, without asking for anything."""
    response = redirect("answers")
    if request.visit is not None:
        return response
    tidying.tidy()
    return welcome(response, visits.begin())


@require_POST
def forget(request: VisitRequest) -> HttpResponse:
    """Remove what somebody answered and did not keep."""
    if request.visit is not None and not request.visit.kept:
        visits.end(request.visit)
        request.visit = None
    return goodbye(redirect("start"))


@require_POST
def leave(request: VisitRequest) -> HttpResponse:
    """End the visit, idle or not, and show something bland in its place."""
    visit = left_behind(request)
    if visit is not None:
        visits.end(visit)
    request.visit = None
    return goodbye(redirect("left"))


@require_safe
def left(request: VisitRequest) -> HttpResponse:
    """Show a page that says nothing, and end what was left without a network."""
    response = render(request, "left.html")
    visit = left_behind(request) if request.visit is None else None
    if visit is None:
        return response
    visits.end(visit)
    return goodbye(response)


@require_safe
def guide(request: HttpRequest, *, page: str) -> HttpResponse:
    """Show a page that is the same for everybody."""
    return render(request, page)
