"""Three lines by oneself, and a letter of thanks: for nobody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.entry import Entry
from coequal.core.keep.entries import OwnLetter, OwnLines
from coequal.core.keep.lines import Three, check_letter, check_own_lines
from coequal.errors import Refused
from coequal.people import own_entries
from coequal.web.context import render_context
from coequal.web.days import by_own_days
from coequal.web.decorators import session_required
from coequal.web.keep.forms import OwnLinesForm, ThanksForm
from coequal.web.sessions import PersonRequest
from coequal.web.two.dates import day
from coequal.web.two.refusals import why_not


@dataclass(frozen=True, slots=True, kw_only=True)
class PastOwnLines:
    """Lines that I wrote on some day."""

    ref: str
    on: datetime
    said: OwnLines


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLinesContext:
    """What stands in the fields, and what I wrote before, the latest first."""

    typed: Three
    past: Sequence[PastOwnLines]
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLetter:
    """A letter that I wrote on some day."""

    ref: str
    on: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersContext:
    """What stands in the field, and what I wrote before, the latest first."""

    typed: str
    past: Sequence[PastLetter]
    error: str


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
@by_own_days
def own(request: PersonRequest) -> HttpResponse:
    """Show one's own lines; write some, or make some unreadable."""
    form = OwnLinesForm(request.POST or None)
    error = _done(request, form, OwnLines, lambda: check_own_lines(form.three))
    if error is None:
        return redirect("keep:own")
    typed = {name: request.POST.get(name, "") for name in ("good", "much", "wish")}
    context = OwnLinesContext(
        typed=Three(**typed),
        past=[
            PastOwnLines(ref=one.ref.hex(), on=day(one.at), said=one.entry)
            for one in own_entries.newest_first(request.session.own, OwnLines)
        ],
        error=error,
    )
    status = 422 if error else 200
    return render_context(request, "keep/own.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
@by_own_days
def letter(request: PersonRequest) -> HttpResponse:
    """Show one's own letters; write one, or make one unreadable."""
    form = ThanksForm(request.POST or None)
    written = partial(_letter, form)
    error = _done(request, form, OwnLetter, written)
    if error is None:
        return redirect("keep:letter")
    context = LettersContext(
        typed=request.POST.get("text", ""),
        past=[
            PastLetter(ref=one.ref.hex(), on=day(one.at), text=one.entry.text)
            for one in own_entries.newest_first(request.session.own, OwnLetter)
        ],
        error=error,
    )
    status = 422 if error else 200
    return render_context(request, "keep/letter.html", context, status=status)


def _letter(form: ThanksForm) -> OwnLetter:
    return check_letter(form.cleaned_data["text"])


def _done(
    request: PersonRequest,
    form: forms.Form,
    kind: type[Entry],
    written: Callable[[], Entry],
) -> str | None:
    """Write what was sent, or delete what it names; return why not, None if done.

    Empty where nothing was sent.
    """
    if request.method != "POST" or not form.is_valid():
        return ""
    try:
        if request.POST.get("do") == "drop":
            own_entries.drop(request.session, kind, form.cleaned_data["ref"])
        else:
            own_entries.write_once(request.session, written())
    except Refused as refused:
        return why_not(refused, {})
    return None
