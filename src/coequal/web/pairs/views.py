"""The people one shares something with, and inviting one more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from coequal.journal import clock
from coequal.people import invitations, leaving, pairs
from coequal.people.entries import Invite
from coequal.people.pairs import PairMember
from coequal.web import sheets
from coequal.web.context import form_status, render_context
from coequal.web.decorators import account_required, member_required
from coequal.web.pairs.forms import InviteForm
from coequal.web.sessions import PersonRequest

DAMAGED: Final = gettext_lazy("Can’t be shown")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPair:
    """Somebody one shares something with, or has invited to: how far the two are."""

    label: str
    state: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UsContext:
    """The people one shares something with, and the form to invite somebody."""

    relations: Sequence[ListedPair]
    form: InviteForm


@require_safe
@member_required
def us(request: PersonRequest) -> HttpResponse:
    """List the people one shares something with, and offer to invite."""
    # What one answered for last is probably what the other person is to be.
    mine = sheets.all_of(request.session.own)
    initial = {"pair": mine[-1].pair} if mine else None
    return _us(request, InviteForm(initial=initial))


def _us(request: PersonRequest, form: InviteForm) -> HttpResponse:
    invited = [
        _listed(one.entry.label, _invited_state(one.entry), one.entry.pair_id)
        for one in invitations.mine(request.session)
    ]
    resting = leaving.resting(request.session)
    members = [
        _listed(one.label, member_state(one), one.pair_id)
        for one in pairs.members(request.session)
        if one.pair_id not in resting
    ]
    lost = [
        _listed(one.label, str(DAMAGED), one.pair_id)
        for one in pairs.lost(request.session)
    ]
    context = UsContext(relations=members + lost + invited, form=form)
    return render_context(request, "pairs/us.html", context, status=form_status(form))


def member_state(member: PairMember) -> str:
    """Say in a word how far two people are."""
    if member.closed:
        return _("Closed")
    if member.damaged:
        return str(DAMAGED)
    return _("Together") if member.pair else _("Joined")


def _invited_state(invite: Invite) -> str:
    if invitations.answered(invite):
        return _("Joined with your code")
    return _("Closed") if invite.expiry <= clock.now() else _("Invited")


def _listed(label: str, state: str, pair_id: bytes) -> ListedPair:
    url = reverse("pairs:pair", args=[pair_id.hex()])
    return ListedPair(label=label, state=state, url=url)


@require_POST
@account_required
def invite(request: PersonRequest) -> HttpResponse:
    """Make a code to say aloud."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _us(request, form)
    session, given = request.session, form.cleaned_data
    pair_id = invitations.invite(
        session,
        **given,
        choose_sheet=lambda: sheets.free_or_new(session, given["pair"]),
    )
    return redirect("pairs:pair", pair_id.hex())
