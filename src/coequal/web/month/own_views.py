"""Six taps by oneself, for nobody else, and how one's own months have gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.keep.check_in import CheckIn, Facet
from coequal.core.keep.level import levels
from coequal.core.keep.month import (
    FREE,
    MONTHS,
    OwnCheckIn,
    check_month,
    first_of,
    is_month,
    month_of,
    up_to,
)
from coequal.core.keep.trend import trend
from coequal.core.people import Seat
from coequal.errors import Refused
from coequal.journal import clock
from coequal.people import days, invitations, pairs, zones
from coequal.people.pairs import PairMember
from coequal.web import sheets
from coequal.web.context import render_context
from coequal.web.days import count_by
from coequal.web.decorators import session_required
from coequal.web.month import store
from coequal.web.month.drawn import Drawn, TapLine, drawn, drawn_of
from coequal.web.month.forms import OwnTapsForm
from coequal.web.month.labels import ASKED, STEPS, YOU, moved_of_one, refusals
from coequal.web.month.rows import TapRow, tap_rows
from coequal.web.sessions import PersonRequest
from coequal.web.two.refusals import why_not

SIX = (*Facet, FREE)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _OwnSheet:
    """A sheet of mine, the two it is joined to if it is, and the month there."""

    sheet: bytes
    member: PairMember | None
    label: str
    month: str


def _here(request: PersonRequest, sheet_id: str) -> _OwnSheet:
    """Return where I am; `Http404` of a sheet that is none of mine."""
    session, sheet = request.session, bytes.fromhex(sheet_id)
    joined = [one for one in pairs.members(session) if one.sheet == sheet]
    if not joined and sheet not in {one.id for one in sheets.all_of(session.own)}:
        raise Http404
    member = joined[0] if joined else None
    zone = member.zone if member else days.own(session)
    count_by(zone)
    mine = month_of(zones.day_of(clock.now(), zone))
    month = store.this_month(member) if member and member.pair else mine
    label = invitations.sheet_labels(session).get(sheet, "")
    return _OwnSheet(sheet=sheet, member=member, label=label, month=month)


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def own(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show my six lines of this month, or keep what I tapped."""
    here, own = _here(request, sheet_id), request.session.own
    form, error = OwnTapsForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            check_month(form.cleaned_data["month"], here.month)
            store.keep_all(own, here.sheet, here.month, form.steps)
        except Refused as refused:
            error = why_not(refused, refusals())
        else:
            return redirect("month:own_trend", sheet_id)
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


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def own_trend(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show how my months have gone, or make one of them unreadable for good."""
    here, own = _here(request, sheet_id), request.session.own
    if request.method == "POST":
        if is_month(request.POST.get("month", "")):
            store.drop(own, here.sheet, request.POST["month"])
        return redirect("month:own_trend", sheet_id)
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
    return render_context(request, "month/own_trend.html", context)


def _lines(
    here: _OwnSheet, span: Sequence[str], kept: Mapping[str, OwnCheckIn]
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
