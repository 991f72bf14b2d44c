"""Six taps by oneself, for nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.month.entries import SIX
from coequal.core.month.months import first_of
from coequal.core.month.taps import check_month
from coequal.errors import Refused
from coequal.web.context import render_context
from coequal.web.decorators import session_required
from coequal.web.month import store
from coequal.web.month.forms import OwnTapsForm
from coequal.web.month.labels import refusals
from coequal.web.month.rows import TapRow, tap_rows
from coequal.web.month.sheet import sheet_of
from coequal.web.sessions import PersonRequest
from coequal.web.two.refusals import why_not


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTapsContext:
    """What stands in my six lines; `label` is whom they are about, `pair_id` of two."""

    sheet_id: str
    label: str
    pair_id: str
    month: date
    rows: Sequence[TapRow]
    is_kept: bool
    error: str


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def own(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show my six lines of this month, or keep what I tapped."""
    here, own = sheet_of(request, sheet_id), request.session.own
    form, error = OwnTapsForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            check_month(form.cleaned_data["month"], here.month)
            store.keep_all(own, here.sheet, here.month, form.steps)
        except Refused as refused:
            error = why_not(refused, refusals())
        else:
            return redirect("trend:own", sheet_id)
    kept = store.own_months(own, here.sheet).get(here.month)
    steps = form.steps if error else kept.steps if kept else {}
    context = OwnTapsContext(
        sheet_id=sheet_id,
        label=here.label,
        pair_id=here.member.pair_id.hex() if here.member and here.member.pair else "",
        month=first_of(here.month),
        rows=tap_rows(SIX, steps),
        is_kept=kept is not None,
        error=error,
    )
    status = 422 if request.method == "POST" else 200
    return render_context(request, "month/own.html", context, status=status)
