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
from coequal.core.two.said import oldest_first
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people.own_act import own_act
from coequal.people.sessions import Session
from coequal.web.context import render_context
from coequal.web.days import by_own_days
from coequal.web.decorators import session_required
from coequal.web.keep.forms import OwnLinesForm
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


def _past(session: Session) -> list[Record[OwnLines]]:
    return oldest_first(session.own.sound(OwnLines))[::-1]


@own_act
def write(session: Session, three: Three) -> None:
    """Keep three lines for nobody else; a second press keeps no others."""
    written = check_own_lines(three)
    if [one.entry for one in _past(session)[:1]] != [written]:
        journal.append(session.own, written)


@own_act
def drop(session: Session, ref: bytes) -> None:
    """Make lines of mine unreadable for good."""
    for one in _past(session):
        if one.ref == ref:
            journal.shred(session.own, one)


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
@by_own_days
def own(request: PersonRequest) -> HttpResponse:
    """Show one's own lines; write some, or make some unreadable."""
    form, error = OwnLinesForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("do") == "drop":
                drop(request.session, form.cleaned_data["ref"])
            else:
                write(request.session, form.three)
        except Refused as refused:
            error = why_not(refused, {})
        else:
            return redirect("keep:own")
    typed = {name: request.POST.get(name, "") for name in ("good", "much", "wish")}
    context = OwnLinesContext(
        typed=Three(**typed),
        past=[
            PastOwnLines(ref=one.ref.hex(), on=day(one.at), said=one.entry)
            for one in _past(request.session)
        ],
        error=error,
    )
    status = 422 if request.method == "POST" else 200
    return render_context(request, "keep/own.html", context, status=status)
