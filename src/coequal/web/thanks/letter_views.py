"""A letter of thanks, for nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.thanks.entries import OwnLetter
from coequal.core.thanks.rules import check_letter
from coequal.people import own_entries
from coequal.web.context import render_context
from coequal.web.days import by_own_days
from coequal.web.decorators import session_required
from coequal.web.own_writing import write_or_drop
from coequal.web.sessions import PersonRequest
from coequal.web.thanks.forms import ThanksForm
from coequal.web.two.dates import day


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
def letter(request: PersonRequest) -> HttpResponse:
    """Show one's own letters; write one, or make one unreadable."""
    form = ThanksForm(request.POST or None)
    written = partial(_letter, form)
    error = write_or_drop(request, form, OwnLetter, written)
    if error is None:
        return redirect("thanks:letter")
    context = LettersContext(
        typed=request.POST.get("text", ""),
        past=[
            PastLetter(ref=one.ref.hex(), on=day(one.at), text=one.entry.text)
            for one in own_entries.newest_first(request.session.own, OwnLetter)
        ],
        error=error,
    )
    status = 422 if error else 200
    return render_context(request, "thanks/letter.html", context, status=status)


def _letter(form: ThanksForm) -> OwnLetter:
    return check_letter(form.cleaned_data["text"])
