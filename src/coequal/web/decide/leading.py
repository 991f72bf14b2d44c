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
    Written,
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
from coequal.people.pairs import Bond
from coequal.web.decide import areas, page
from coequal.web.see.opening import bond_or_404, readable_or_404
from coequal.web.visit import PersonRequest, kept_needed


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def lead(request: PersonRequest, iid: str) -> HttpResponse:
    """Show who leads what and what is suggested, and do what a button says."""
    if request.method != "POST":
        return _shown(request, readable_or_404(request, iid))
    bond = bond_or_404(request, iid)
    try:
        with journal.held(bond.viewer.space.id):
            do(bond, request.POST)
    except Closed:
        raise
    except Refused as refused:
        return _shown(request, bond, refused)
    return redirect("lead", iid)


def do(bond: Bond, said: QueryDict | Mapping[str, str]) -> None:
    """Suggest, take back, say yes or end. Raises `Refused`."""
    found, act = now(bond), said.get("do", "")
    if act == "suggest":
        entry = Lead(area=said.get("area", ""), seat=said.get("seat", ""))
        check_lead(found, entry, bond.seat, areas=areas.titles(bond))
        journal.append(bond.viewer, entry)
    elif act == "back":
        ref = may_take_back(found, _ref(said), bond.seat)
        for record in journal.read(bond.viewer, Lead):
            if record.ref == ref:
                journal.shred(bond.viewer, record)
    elif act == "yes":
        ref = may_take(found, _ref(said), bond.seat)
        journal.append(bond.viewer, LeadTaken(), answers=[ref])
    elif act == "end":
        ref = may_end(found, _ref(said))
        journal.append(bond.viewer, LeadEnded(), answers=[ref])
    else:
        raise Refused(NoLead.NOWHERE)


def now(bond: Bond) -> Leads:
    """Return what stands between the two at this second."""
    written = Written(
        leads=journal.read(bond.viewer, Lead),
        taken=journal.read(bond.viewer, LeadTaken),
        ended=journal.read(bond.viewer, LeadEnded),
    )
    return leads(written, bond.seat, now=clock.now())


def listing(bond: Bond) -> dict[str, Any]:
    """Return who leads what, the same for both."""
    titles = areas.titles(bond)
    return {
        "leading": [
            {
                "ref": one.ref.hex(),
                "area": titles.get(one.area, one.area),
                "who": bond.names[one.seat],
                "until": datetime.fromtimestamp(one.until, UTC),
            }
            for one in now(bond).leading
        ]
    }


def _shown(
    request: PersonRequest, bond: Bond, refused: Refused | None = None
) -> HttpResponse:
    found, titles = now(bond), areas.titles(bond)
    context = {
        **listing(bond),
        "iid": bond.iid.hex(),
        "label": bond.label,
        "labels": bond.names,
        "closed": bond.closed,
        "suggested": [
            {
                "ref": one.ref.hex(),
                "area": titles.get(one.area, one.area),
                "who": bond.names[one.seat],
                "by": bond.names[one.by],
                "mine": one.by is bond.seat,
            }
            for one in found.suggested
            if not found.led(one.area)
        ],
        "areas": [pair for pair in titles.items() if not found.led(pair[0])],
        "error": "" if refused is None else _why_not(refused),
        "typed": request.POST,
    }
    status = 422 if refused is not None else 200
    return render(request, "lead.html", context, status=status)


def _why_not(refused: Refused) -> str:
    texts: Mapping[object, str] = {
        NoLead.LED: _("Somebody leads this area already. Either of you can end that."),
        NoLead.NOWHERE: _("Please pick an area."),
        NoLead.NOBODY: _("Please say who would lead."),
    }
    return texts.get(refused.args[0]) or page.why_not(refused)


def _ref(said: QueryDict | Mapping[str, str]) -> bytes:
    try:
        return bytes.fromhex(said.get("ref", ""))
    except ValueError:
        raise Refused(No.GONE) from None
