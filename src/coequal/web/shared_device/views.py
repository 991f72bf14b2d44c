"""Two people in one browser: what both *Guess me* and *try it as both* need."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from coequal.people import shared_device
from coequal.people.sessions import Session
from coequal.web.context import render_context
from coequal.web.errors import message
from coequal.web.sessions import SessionRequest, across, sit
from coequal.web.shared_device.forms import Swap


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepLaterContext:
    """Whether what somebody has here is kept under a name, or a game of two."""

    kept: bool
    plays: bool


@require_safe
def home(request: SessionRequest) -> HttpResponse:
    """Go to what the two do here: a story that is tried, or a game."""
    session = request.session
    if session is None or not session.device:
        return redirect("home:start")
    return redirect("demo:try_it" if shared_device.is_demo(session) else "guess:begin")


@require_POST
def swap(request: SessionRequest) -> HttpResponse:
    """Go on as the other of two made-up people, on the same page if they have it."""
    here, there = request.session, across(request)
    if here is None or there is None or not shared_device.is_demo(here):
        return redirect("shared_device:home")
    request.session = there
    form = Swap(request.POST)
    form.full_clean()
    return sit(redirect(form.cleaned_data["to"]), there, other=here)


def all_taken(request: HttpRequest) -> HttpResponse:
    """Say that there is no room for two more just now."""
    return message(
        request,
        title=_("We’re full right now"),
        text=_(
            "Too many people are trying this. Nothing has started. "
            "Try again in a few minutes."
        ),
        status=503,
    )


def not_free(request: HttpRequest, session: Session) -> HttpResponse:
    """Ask somebody who has answers of their own here to put them away first."""
    status = 409 if request.method == "POST" else 200
    context = KeepLaterContext(kept=session.kept, plays=shared_device.plays(session))
    return render_context(request, "shared_device/later.html", context, status=status)
