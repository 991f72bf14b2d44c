"""Three lines by oneself, for nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.keep.entries import OwnLines
from coequal.core.keep.lines import Three, check_own_lines
from coequal.people import own_entries
from coequal.web.context import render_context
from coequal.web.days import by_own_days
from coequal.web.decorators import session_required
from coequal.web.keep.forms import OwnLinesForm
from coequal.web.own_writing import write_or_drop
from coequal.web.sessions import PersonRequest
from coequal.web.two.dates import day


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


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
@by_own_days
def own(request: PersonRequest) -> HttpResponse:
    """Show one's own lines; write some, or make some unreadable."""
    form = OwnLinesForm(request.POST or None)
    error = write_or_drop(request, form, OwnLines, lambda: check_own_lines(form.three))
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
