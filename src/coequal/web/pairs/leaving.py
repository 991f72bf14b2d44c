"""Leaving one pair in one of three ways, and deleting one's account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.journal.door import Closed
from coequal.people import leaving, pairs
from coequal.people.pairs import PairMember
from coequal.web.account.confirm import confirmed
from coequal.web.account.forms import Confirm
from coequal.web.context import form_status, render_context
from coequal.web.decorators import account_required
from coequal.web.errors import CLOSED, STAYS
from coequal.web.pairs.forms import Close, Quiet
from coequal.web.sessions import PersonRequest, goodbye


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveContext:
    """Three ways out of a place of two, and what the other person reads then.

    `last_day` is the day on which it closes by one's own wish.
    """

    pair_id: str
    label: str
    form: Close
    closed: bool
    resting: bool
    last_day: datetime | None
    other_reads: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndContext:
    """Deleting an account: the pairs one is in, and what the others read then."""

    form: Confirm
    members: Sequence[PairMember]
    other_reads: str


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def leave(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Let a pair rest, close at the end of the week, or close now."""
    member = pairs.member(request.session, bytes.fromhex(pair_id))
    if member is None:
        raise Http404
    quiet = Quiet(request.POST)
    if quiet.is_valid():
        _QUIET[quiet.cleaned_data["do"]](request.session, member)
        return redirect("pairs:leave", pair_id)
    form = Close(request.POST or None)
    if confirmed(request.session, form):
        return _close(request, member, form.cleaned_data["way"])
    return _page(request, member, form)


# What they do is seen by nobody else, so no passphrase is asked for.
_QUIET = {"rest": leaving.rest, "wake": leaving.wake, "stay": leaving.unplan}


def _close(request: PersonRequest, member: PairMember, way: str) -> HttpResponse:
    # The other person may have closed it since the page was loaded.
    if member.closed:
        message = "this place is closed already"
        raise Closed(message)
    pair_id = member.pair_id.hex()
    if way == "now":
        leaving.close(member)
        return redirect("pairs:pair", pair_id)
    leaving.plan(request.session, member)
    return redirect("pairs:leave", pair_id)


def _page(request: PersonRequest, member: PairMember, form: Close) -> HttpResponse:
    due = leaving.planned(request.session, member)
    context = LeaveContext(
        pair_id=member.pair_id.hex(),
        label=member.label,
        form=form,
        closed=member.closed,
        resting=member.pair_id in leaving.resting(request.session),
        # It closes as the week ends: the second before belongs to its last day.
        last_day=datetime.fromtimestamp(due - 1, UTC) if due else None,
        other_reads=f"{CLOSED} {STAYS}",
    )
    return render_context(
        request, "pairs/leave_pair.html", context, status=form_status(form)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def end(request: PersonRequest) -> HttpResponse:
    """Delete one's account: all of it at once, or nothing."""
    form = Confirm(request.POST or None)
    if confirmed(request.session, form):
        leaving.leave_all(request.session)
        return goodbye(redirect("home:left"))
    context = EndContext(
        form=form,
        members=[member for member in pairs.members(request.session) if member.pair],
        other_reads=f"{CLOSED} {STAYS}",
    )
    return render_context(
        request, "pairs/end_account.html", context, status=form_status(form)
    )
