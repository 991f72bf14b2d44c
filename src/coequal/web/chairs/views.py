"""Two chairs in one browser: where one sits, and sitting in the other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from coequal.people import chairs as the_chairs
from coequal.people.visits import Visit
from coequal.web.errors import message
from coequal.web.see import bookmark
from coequal.web.visit import VisitRequest, across, sit


@require_safe
def chairs(request: VisitRequest) -> HttpResponse:
    """Go to where the two chairs stand: a story that is tried, or side by side."""
    visit = request.visit
    if visit is None or not visit.chairs:
        return redirect("start")
    return redirect("try_it" if the_chairs.made_up(visit) else "beside")


@require_POST
def swap(request: VisitRequest) -> HttpResponse:
    """Sit in the other chair, and stay on the page if it is there too."""
    here, there = request.visit, across(request)
    if here is None or there is None:
        return redirect("chairs")
    if not the_chairs.made_up(here):
        _turn_together(here, there)
    request.visit = there
    to = _onward(request.POST.get("to", ""))
    return sit(redirect(to), there, other=here)


def _onward(to: str) -> str:
    """Return an address of this site, wherever a form asked to go."""
    ours = to.startswith("/") and url_has_allowed_host_and_scheme(
        to, allowed_hosts=None
    )
    return to if ours else "chairs"


def _turn_together(here: Visit, there: Visit) -> None:
    """Let two who sit side by side be at the same card: they turned it together."""
    mine, theirs = the_chairs.bond(here), the_chairs.bond(there)
    latest = bookmark.looking(here, mine) if mine else 0
    if mine and theirs and latest:
        bookmark.keep(there, theirs, latest, bookmark.place(here, mine, latest))


def all_taken(request: HttpRequest) -> HttpResponse:
    """Say that there is no room for two more just now."""
    return message(
        request,
        title=_("All chairs are taken just now"),
        text=_("Nothing was begun. Some are free again within the hour."),
        status=503,
    )


def not_free(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask somebody who has answers of their own here to put them away first."""
    status = 409 if request.method == "POST" else 200
    return render(request, "chairs_later.html", {"kept": visit.kept}, status=status)
