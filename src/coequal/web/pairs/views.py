"""More people: whom one shares something with, who leads at home, inviting one more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from coequal.journal import clock
from coequal.people import at_home, invitations, leaving, pairs
from coequal.people.entries import Invite
from coequal.people.pairs import PairMember
from coequal.web import sheets
from coequal.web.context import form_status, render_context
from coequal.web.decorators import account_required, member_required
from coequal.web.pairs.forms import InviteForm
from coequal.web.sessions import PersonRequest
from coequal.web.two.dates import ref_from

DAMAGED: Final = gettext_lazy("Can’t be shown")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPair:
    """Somebody one shares something with, or has invited to: how far the two are.

    `pair_id` is that of a pair that can lead at home, else it is empty.
    """

    label: str
    state: str
    url: str
    pair_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreContext:
    """The people one shares something with, and the form to invite somebody."""

    relations: Sequence[ListedPair]
    form: InviteForm


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def more(request: PersonRequest) -> HttpResponse:
    """List the people one shares something with, and offer to invite."""
    if request.method == "POST":
        return _switch(request)
    # What one answered for last is probably what the other person is to be.
    mine = sheets.all_of(request.session.own)
    initial = {"pair": mine[-1].pair} if mine else None
    return _more(request, InviteForm(initial=initial))


def _switch(request: PersonRequest) -> HttpResponse:
    """Let one of my pairs lead at home, and go there."""
    pair_id, own = ref_from(request.POST.get("pair", "")), request.session.own
    if pair_id not in {one.entry.pair_id for one in pairs.relations_in(own)}:
        return redirect("pairs:more")
    at_home.choose(own, pair_id)
    return redirect("pairs:pair", pair_id.hex())


def _more(request: PersonRequest, form: InviteForm) -> HttpResponse:
    invited = [
        _listed(one.entry.label, _invited_state(one.entry), one.entry.pair_id)
        for one in invitations.mine(request.session)
    ]
    resting = leaving.resting(request.session)
    members = [
        _listed(one.label, member_state(one), one.pair_id, leads=not one.closed)
        for one in pairs.members(request.session)
        if one.pair_id not in resting
    ]
    lost = [
        _listed(one.label, str(DAMAGED), one.pair_id)
        for one in pairs.lost(request.session)
    ]
    context = MoreContext(relations=members + lost + invited, form=form)
    return render_context(request, "pairs/more.html", context, status=form_status(form))


def member_state(member: PairMember) -> str:
    """Say in a word how far two people are."""
    if member.closed:
        return _("Closed")
    if member.damaged:
        return str(DAMAGED)
    return _("You’re connected") if member.pair else _("Joined")


def _invited_state(invite: Invite) -> str:
    if invitations.answered(invite):
        return _("Has used your code")
    return _("Closed") if invite.expiry <= clock.now() else _("Invited")


def _listed(
    label: str, state: str, pair_id: bytes, *, leads: bool = False
) -> ListedPair:
    return ListedPair(
        label=label,
        state=state,
        url=reverse("pairs:pair", args=[pair_id.hex()]),
        pair_id=pair_id.hex() if leads else "",
    )


@require_POST
@account_required
def invite(request: PersonRequest) -> HttpResponse:
    """Make a code to say aloud."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _more(request, form)
    session, given = request.session, form.cleaned_data
    pair_id = invitations.invite(
        session,
        **given,
        choose_sheet=lambda: sheets.free_or_new(session, given["pair"]),
    )
    return redirect("pairs:pair", pair_id.hex())
