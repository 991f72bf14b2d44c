"""The sheet on which somebody taps by themselves, and the month that it is there."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from coequal.core.month.months import month_of
from coequal.journal import clock
from coequal.people import days, invitations, pairs, zones
from coequal.people.pairs import PairMember
from coequal.web import sheets
from coequal.web.days import count_by
from coequal.web.month import store
from coequal.web.sessions import PersonRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSheet:
    """A sheet of mine, the two it is joined to if it is, and the month there."""

    sheet: bytes
    member: PairMember | None
    label: str
    month: str


def sheet_of(request: PersonRequest, sheet_id: str) -> MonthSheet:
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
    return MonthSheet(sheet=sheet, member=member, label=label, month=month)
