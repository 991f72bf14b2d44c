"""The end of a game: a picture that both may want to keep, and forgetting it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from coequal.core.people import Pair, Seat
from coequal.people import ending, sessions, shared_device
from coequal.web.charts import keepsake
from coequal.web.context import render_context
from coequal.web.guess import forms, shown, table
from coequal.web.guess.shown import KeepsakeText
from coequal.web.guess.table import Table
from coequal.web.sessions import SessionRequest, goodbye, welcome


@dataclass(frozen=True, slots=True, kw_only=True)
class SignButton:
    """The sign of one of the two, and whether it was tapped."""

    seat: Seat
    name: str
    pressed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepsakeContext:
    """The picture, and who would like to keep it."""

    labels: Pair[str]
    picture: KeepsakeText
    signs: Sequence[SignButton]
    kept: bool


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: SessionRequest) -> HttpResponse:
    """Show the picture; take a tap on one of the two signs."""
    on = _over(request)
    if on is None:
        return redirect("guess:begin")
    form = forms.SignTap(request.POST or None)
    if form.is_valid():
        on.keep(form.cleaned_data["sign"])
        return redirect("guess:end")
    kept_by = on.kept_by
    context = KeepsakeContext(
        labels=on.names,
        picture=shown.picture(on),
        signs=[
            SignButton(seat=seat, name=on.names[seat], pressed=seat in kept_by)
            for seat in Seat
        ],
        kept=kept_by == {*Seat},
    )
    status = 422 if request.method == "POST" else 200
    return render_context(request, "guess/end.html", context, status=status)


def _over(request: SessionRequest) -> Table | None:
    """Return a game of which every card has turned."""
    on = table.find(request)
    return on if on is not None and on.place > len(on.cards) else None


@require_safe
def picture(request: SessionRequest) -> HttpResponse:
    """Hand out the picture as a file, once both have tapped their sign."""
    on = _over(request)
    if on is None or on.kept_by != {*Seat}:
        return redirect("guess:begin")
    made = shown.picture(on)
    groups = [(one.title, [_line(line) for line in one.lines]) for one in made.groups]
    drawn = keepsake.picture(made.title, groups)
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response["Content-Disposition"] = 'attachment; filename="notes.svg"'
    return response


def _line(line: shown.KeepsakeLine) -> str:
    return f"{line.by}: “{line.text}”" if line.by else line.text


@require_POST
def stop(request: SessionRequest) -> HttpResponse:
    """Forget all of it at once: cards, taps, names, and who is here.

    Whoever goes on with the questions comes to them, in a space of their own.
    """
    session = request.session
    if session is None or not shared_device.plays(session):
        return redirect("home:start")
    ending.end(session)
    request.session = None
    if request.POST.get("do") == "answer":
        return welcome(goodbye(redirect("see:answers")), sessions.begin())
    return goodbye(redirect("home:start"))
