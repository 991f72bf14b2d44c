"""Lead on this one: suggest who leads an area for three months, say yes, end it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.core.decide.entries import Lead, LeadEnded, LeadTaken
from coequal.core.decide.leads import (
    Leads,
    NoLead,
    WrittenLeads,
    check_lead,
    leads,
    may_end,
    may_take,
    may_take_back,
)
from coequal.core.decide.rules import No
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.door import Closed
from coequal.people.pairs import PairMember
from coequal.web.decide import areas, contexts
from coequal.web.decorators import member_required
from coequal.web.see.consent_views import get_pair_or_404, get_writable_pair_or_404
from coequal.web.sessions import PersonRequest


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def lead(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Show who leads what and what is suggested, and do what a button says."""
    if request.method != "POST":
        return _shown(request, get_pair_or_404(request, pair_id))
    member = get_writable_pair_or_404(request, pair_id)
    try:
        with member.reading.locked():
            do(member, request.POST)
    except Closed:
        raise
    except Refused as refused:
        return _shown(request, member, refused)
    return redirect("decide:lead", pair_id)


def do(member: PairMember, said: QueryDict | Mapping[str, str]) -> None:
    """Suggest, take back, say yes or end. Raises `Refused`."""
    found, act = now(member), said.get("do", "")
    if act == "suggest":
        entry = Lead(area=said.get("area", ""), seat=said.get("seat", ""))
        check_lead(found, entry, member.seat, areas=areas.titles(member))
        journal.append(member.reading, entry)
    elif act == "back":
        ref = may_take_back(found, _ref(said), member.seat)
        for record in member.reading.read(Lead):
            if record.ref == ref:
                journal.shred(member.reading, record)
    elif act == "yes":
        ref = may_take(found, _ref(said), member.seat)
        journal.append(member.reading, LeadTaken(), answers=[ref])
    elif act == "end":
        ref = may_end(found, _ref(said))
        journal.append(member.reading, LeadEnded(), answers=[ref])
    else:
        raise Refused(NoLead.NOWHERE)


def now(member: PairMember) -> Leads:
    """Return what stands between the two at this second."""
    written = WrittenLeads(
        leads=member.reading.read(Lead),
        taken=member.reading.read(LeadTaken),
        ended=member.reading.read(LeadEnded),
    )
    return leads(written, member.seat, now=clock.now())


def listing(member: PairMember) -> dict[str, Any]:
    """Return who leads what, the same for both."""
    titles = areas.titles(member)
    return {
        "leading": [
            {
                "ref": one.ref.hex(),
                "area": titles.get(one.area, one.area),
                "who": member.names[one.seat],
                "until": datetime.fromtimestamp(one.until, UTC),
            }
            for one in now(member).leading
        ]
    }


def _shown(
    request: PersonRequest, member: PairMember, refused: Refused | None = None
) -> HttpResponse:
    found, titles = now(member), areas.titles(member)
    context = {
        **listing(member),
        "pair_id": member.pair_id.hex(),
        "label": member.label,
        "labels": member.names,
        "closed": member.closed,
        "suggested": [
            {
                "ref": one.ref.hex(),
                "area": titles.get(one.area, one.area),
                "who": member.names[one.seat],
                "by": member.names[one.by],
                "mine": one.by is member.seat,
            }
            for one in found.suggested
            if not found.led(one.area)
        ],
        "areas": [pair for pair in titles.items() if not found.led(pair[0])],
        "error": "" if refused is None else _why_not(refused),
        "typed": request.POST,
    }
    status = 422 if refused is not None else 200
    return render(request, "decide/lead.html", context, status=status)


def _why_not(refused: Refused) -> str:
    texts: Mapping[object, str] = {
        NoLead.LED: _("Somebody leads this area already. Either of you can end that."),
        NoLead.NOWHERE: _("Please pick an area."),
        NoLead.NOBODY: _("Please say who would lead."),
    }
    return texts.get(refused.args[0]) or contexts.why_not(refused)


def _ref(said: QueryDict | Mapping[str, str]) -> bytes:
    try:
        return bytes.fromhex(said.get("ref", ""))
    except ValueError:
        raise Refused(No.GONE) from None
