"""Leaving one pair in one of three ways, and deleting one's account."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.forms import Form
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.people import leaving, pairs
from coequal.people.entries import PairPlace
from coequal.people.pairs import DamagedPair, PairMember
from coequal.people.sessions import Session
from coequal.web.account.forms import Confirm
from coequal.web.confirm import asks_again, marked
from coequal.web.context import form_status, render_context
from coequal.web.decorators import account_required
from coequal.web.errors import CLOSED, STAYS
from coequal.web.pairs.forms import Close
from coequal.web.sessions import PersonRequest, goodbye
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveContext:
    """Three ways out of a place of two, and what the other person reads then.

    `last_day` is the day on which it closes by one's own wish. Once `both_here`, there
    may be a boundary to take down first.
    """

    form: Form
    both_here: bool
    resting: bool
    last_day: datetime | None
    other_reads: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveLostContext:
    """The one way out of a place of two whose keys were damaged."""

    form: Confirm
    label: str
    other_reads: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndContext:
    """Deleting an account: the pairs one is in, and what the others read then."""

    form: Confirm
    labels: Sequence[str]
    other_reads: str


def _close(asked: PairRequest, form: Close) -> HttpResponse | None:
    member = asked.member
    if form.cleaned_data["way"] == "now":
        leaving.close(asked.request.session, member)
        return asked.to("pairs:pair")
    leaving.plan(asked.request.session, member)
    return None


def _quiet(do: Callable[[Session, PairMember], None]) -> Act:
    # It is seen by nobody else and can be taken back: no passphrase is asked for.
    return Act(
        do=lambda asked, _form: do(asked.request.session, asked.member), own=True
    )


def _leave(asked: PairRequest, tried: Tried | None) -> LeaveContext:
    session, member = asked.request.session, asked.member
    due = leaving.planned(session, member)
    return LeaveContext(
        form=tried.form if tried else Close(),
        both_here=member.pair is not None,
        resting=member.pair_id in leaving.resting(session),
        # It closes as the week ends: the second before belongs to its last day.
        last_day=datetime.fromtimestamp(due - 1, UTC) if due else None,
        other_reads=f"{CLOSED} {STAYS}",
    )


_leave_pair = PageOfTwo(
    template="pairs/leave_pair.html",
    shows=_leave,
    before_both=True,
    acts={
        "": Act(do=_close, form=lambda data, _asked: Close(data), asks_again=True),
        "rest": _quiet(leaving.rest),
        "wake": _quiet(leaving.wake),
        "stay": _quiet(leaving.unplan),
    },
).as_view()


@marked
@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def leave(request: PersonRequest, pair_id: str) -> HttpResponseBase:
    """Let a pair rest, close at the end of the week, or close now."""
    try:
        return _leave_pair(request, pair_id)
    except DamagedPair:
        place = pairs.lost_place(request.session, bytes.fromhex(pair_id))
        if place is None:
            raise
        return _leave_lost(request, place)


@asks_again(Confirm)
def _leave_lost(
    request: PersonRequest, form: Confirm, place: PairPlace
) -> HttpResponse:
    """Close a pair that cannot be read any more: that is all one can do with it."""
    if form.is_valid():
        leaving.close_lost(request.session, place.space)
        return redirect("pairs:us")
    context = LeaveLostContext(
        form=form, label=place.label, other_reads=f"{CLOSED} {STAYS}"
    )
    return render_context(
        request, "pairs/leave_lost.html", context, status=form_status(form)
    )


def _is_met(member: PairMember) -> bool:
    return member.pair is not None or member.damaged


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
@asks_again(Confirm)
def end(request: PersonRequest, form: Confirm) -> HttpResponse:
    """Delete one's account: all of it at once, or nothing."""
    if form.is_valid():
        leaving.leave_all(request.session)
        return goodbye(redirect("home:left"))
    context = EndContext(
        form=form,
        labels=[
            *(one.label for one in pairs.members(request.session) if _is_met(one)),
            *(one.label for one in pairs.lost(request.session)),
        ],
        other_reads=f"{CLOSED} {STAYS}",
    )
    return render_context(
        request, "pairs/end_account.html", context, status=form_status(form)
    )
