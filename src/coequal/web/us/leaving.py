"""Leaving one pair, in one of three ways; and leaving altogether."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coequal.journal.door import Closed
from coequal.people import leaving, pairs
from coequal.people.pairs import Bond
from coequal.web.account.confirming import confirmed
from coequal.web.account.forms import Confirm
from coequal.web.errors import CLOSED, STAYS
from coequal.web.us.forms import Close
from coequal.web.visit import PersonRequest, account_needed, goodbye


@require_http_methods(["GET", "HEAD", "POST"])
@account_needed
def leave(request: PersonRequest, iid: str) -> HttpResponse:
    """Let a pair rest, close at the end of the week, or close now."""
    bond = pairs.bond(request.visit, bytes.fromhex(iid))
    if bond is None:
        raise Http404
    do = request.POST.get("do", "")
    if do in _QUIET:
        _QUIET[do](request.visit, bond)
        return redirect("leave_pair", iid)
    form = Close(request.POST or None)
    if confirmed(request.visit, form):
        return _close(request, bond, form.cleaned_data["way"])
    return _page(request, bond, form)


_QUIET = {"rest": leaving.rest, "wake": leaving.wake, "stay": leaving.unplan}


def _close(request: PersonRequest, bond: Bond, way: str) -> HttpResponse:
    if bond.closed:
        message = "this place is closed already"
        raise Closed(message)
    iid = bond.iid.hex()
    if way == "now":
        leaving.close(bond)
        return redirect("with", iid)
    leaving.plan(request.visit, bond)
    return redirect("leave_pair", iid)


def _page(request: PersonRequest, bond: Bond, form: Close) -> HttpResponse:
    due = leaving.planned(request.visit, bond)
    context = {
        "iid": bond.iid.hex(),
        "label": bond.label,
        "form": form,
        "closed": bond.closed,
        "resting": bond.iid in leaving.resting(request.visit),
        "last_day": datetime.fromtimestamp(due - 1, UTC) if due else None,
        "other_reads": f"{CLOSED} {STAYS}",
    }
    status = 422 if form.is_bound else 200
    return render(request, "leave_pair.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@account_needed
def end(request: PersonRequest) -> HttpResponse:
    """Delete one's account: all of it at once, or nothing."""
    form = Confirm(request.POST or None)
    if confirmed(request.visit, form):
        leaving.leave_all(request.visit)
        return goodbye(redirect("left"))
    context = {
        "form": form,
        "bonds": [bond for bond in pairs.bonds(request.visit) if bond.pair],
        "other_reads": f"{CLOSED} {STAYS}",
    }
    status = 422 if form.is_bound else 200
    return render(request, "end_account.html", context, status=status)
