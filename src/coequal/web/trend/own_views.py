"""How one's own months have gone, for nobody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.month.entries import SIX, OwnCheckIn
from coequal.core.month.months import MONTHS, first_of, is_month, up_to
from coequal.core.people import Seat
from coequal.core.trend.level import levels
from coequal.core.trend.trend import trend
from coequal.web.context import render_context
from coequal.web.decorators import session_required
from coequal.web.month import store
from coequal.web.month.labels import ASKED, STEPS
from coequal.web.month.sheet import MonthSheet, sheet_of
from coequal.web.sessions import PersonRequest
from coequal.web.trend.drawn import Drawn, TapLine, drawn, drawn_of
from coequal.web.trend.labels import YOU, moved_of_one


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMonth:
    """One month of mine: what names it in a form, and what I tapped, in words."""

    name: str
    month: date
    facts: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTrendContext:
    """How my own months have gone, and all of them, the latest first."""

    sheet_id: str
    label: str
    moved: str
    lines: Sequence[Drawn]
    months: Sequence[OwnMonth]


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def own(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show how my months have gone, or make one of them unreadable for good."""
    here, own = sheet_of(request, sheet_id), request.session.own
    if request.method == "POST":
        if is_month(request.POST.get("month", "")):
            store.drop(own, here.sheet, request.POST["month"])
        return redirect("trend:own", sheet_id)
    kept, span = store.own_months(own, here.sheet), up_to(here.month, MONTHS)
    said = [kept[one].said if one in kept else CheckIn() for one in span]
    told = trend(said)
    tapped = [one for one in Facet if any(month[one] is not None for month in said)]
    context = OwnTrendContext(
        sheet_id=sheet_id,
        label=here.label,
        moved=moved_of_one(told, tapped) if tapped else "",
        lines=_lines(here, span, kept),
        months=[_month(one) for one in reversed(kept.values())],
    )
    return render_context(request, "trend/own.html", context)


def _lines(
    here: MonthSheet, span: Sequence[str], kept: Mapping[str, OwnCheckIn]
) -> list[Drawn]:
    """Draw each of the six that I ever tapped: the usual level is worked out alike."""
    shown = drawn_of([one in kept for one in span])
    seat = here.member.seat if here.member else Seat.A
    found = []
    for asked in SIX:
        said = [kept[one].steps.get(asked) if one in kept else None for one in span]
        if any(one is not None for one in said):
            level = levels([CheckIn(good=one) for one in said])[Facet.GOOD]
            line = TapLine(
                seat=seat, name=str(YOU), said=said[shown], level=level[shown]
            )
            found.append(drawn(asked, span[shown], [line]))
    return found


def _month(one: OwnCheckIn) -> OwnMonth:
    return OwnMonth(
        name=one.month,
        month=first_of(one.month),
        facts=[
            {"question": str(ASKED[asked]), "said": str(STEPS[one.steps[asked]])}
            for asked in SIX
            if asked in one.steps
        ],
    )
