"""Inviting, joining, and meeting: two people who need not be here at once."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any, Final
from urllib.parse import urlsplit

import segno
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)
from mnemonic import Mnemonic

from coequal.core.people import PairType
from coequal.errors import CoequalError
from coequal.journal import clock
from coequal.journal.door import Closed
from coequal.people import leaving, pairs, sessions
from coequal.people.entries import Invite
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed import codes, entropy
from coequal.sealed.pairing import Keys
from coequal.web.account.views import keep_as
from coequal.web.decorators import (
    account_required,
    member_required,
    not_on_shared_device,
)
from coequal.web.errors import CLOSED, STAYS
from coequal.web.pairs import forms
from coequal.web.see import answers_store, joint_picture
from coequal.web.sessions import PersonRequest, SessionRequest, welcome

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


@require_safe
@member_required
def us(request: PersonRequest) -> HttpResponse:
    """List the people one shares something with, and offer to invite."""
    mine = answers_store.sheets(request.session)
    initial = {"pair": mine[-1].pair} if mine else None
    return _us(request, forms.InviteForm(initial=initial))


def _us(request: PersonRequest, form: forms.InviteForm) -> HttpResponse:
    invited = [
        _listed(one.entry.label, _invited_state(one.entry), one.entry.pair_id)
        for one in pairs.invitations(request.session)
    ]
    resting = leaving.resting(request.session)
    members = [
        _listed(one.label, bond_state(one), one.pair_id)
        for one in pairs.members(request.session)
        if one.pair_id not in resting
    ]
    context = {"relations": members + invited, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pairs/us.html", context, status=status)


def bond_state(member: PairMember) -> str:
    """Say in a word how far two people are."""
    if member.closed:
        return _("Closed")
    return _("Together") if member.pair else _("Joined")


def _invited_state(invite: Invite) -> str:
    if pairs.answered(invite):
        return _("Joined with your code")
    return _("Closed") if invite.expiry <= clock.now() else _("Invited")


def _listed(label: str, state: str, pair_id: bytes) -> dict[str, str]:
    return {
        "label": label,
        "state": state,
        "url": reverse("pairs:pair", args=[pair_id.hex()]),
    }


@require_POST
@account_required
def invite(request: PersonRequest) -> HttpResponse:
    """Make a code to say aloud."""
    form = forms.InviteForm(request.POST)
    if not form.is_valid():
        return _us(request, form)
    pair = PairType(form.cleaned_data["pair"])
    sheet = answers_store.open_sheet(request.session, pair)
    pair_id = pairs.invite(request.session, labels=_labels(form, sheet), pair=pair)
    return redirect("pairs:pair", pair_id.hex())


@require_POST
@account_required
def uninvite(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Take the invitation back."""
    pairs.uninvite(request.session, bytes.fromhex(pair_id))
    return redirect("pairs:us")


@require_POST
@account_required
def meet(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Check who joined and open the place of the two."""
    pairs.meet(request.session, bytes.fromhex(pair_id))
    return redirect("pairs:pair", pair_id)


@require_http_methods(["GET", "HEAD", "POST"])
@not_on_shared_device
def join(request: SessionRequest) -> HttpResponse:
    """Join by a code, on a page for somebody who did not ask for this."""
    kept = request.session is not None and request.session.kept
    form = (forms.Join if kept else forms.JoinAndKeep)(request.POST or None)
    if form.is_valid():
        return _join(request, form)
    return _join_page(request, form)


def _join_page(
    request: SessionRequest, form: forms.Join | forms.JoinAndKeep
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "pairs/join.html", {"form": form}, status=status)


def _join(
    request: SessionRequest, form: forms.Join | forms.JoinAndKeep
) -> HttpResponse:
    """Join, keeping a space first where there is none.

    The code is tried before anything is kept, so a wrong one leaves no account.
    """
    wrong = _("This code opens nothing. It may be old or used.")
    try:
        keys = pairs.look_up(form.cleaned_data["code"])
    except CoequalError:
        form.add_error("code", wrong)
        return _join_page(request, form)
    session = _kept(request.session, form)
    if session is None:
        return _join_page(request, form)
    request.session = session
    try:
        pair_id = pairs.join(
            session, keys=keys, labels=_labels(form, _sheet(session, keys))
        )
    except CoequalError:  # one's own code, or somebody was quicker
        form.add_error("code", wrong)
        return welcome(_join_page(request, form), session)
    return welcome(redirect("pairs:pair", pair_id.hex()), session)


def _labels(form: Form, sheet: bytes) -> pairs.Labels:
    data = form.cleaned_data
    return pairs.Labels(other=data["label"], own=data["own_label"], sheet=sheet)


def _sheet(session: Session, keys: Keys) -> bytes:
    """Take the sheet that was answered before the code was given, or a new one."""
    free = answers_store.free(session)
    if len(free) == 1:
        return free[0].id
    return entropy.fresh(
        answers_store.SHEET_BYTES, "sheet to come", session.secret, keys.find
    )


def _kept(
    session: Session | None, form: forms.Join | forms.JoinAndKeep
) -> Session | None:
    if not isinstance(form, forms.JoinAndKeep):
        return session
    here = session or sessions.begin()
    kept = keep_as(here, form)
    if kept is None and session is None:
        sessions.end(here)
    return kept


@require_safe
@member_required
def relation(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Show where two people are: invited, joined, waiting, or together."""
    key = bytes.fromhex(pair_id)
    member = pairs.member(request.session, key)
    if member is not None:
        return _member_page(request, member)
    for record in pairs.invitations(request.session):
        if record.entry.pair_id == key:
            return _invited(request, record.entry)
    raise Http404


def _member_page(request: PersonRequest, member: PairMember) -> HttpResponse:
    if member.closed:
        return _closed(request, member)
    if member.pair is not None:
        is_open = joint_picture.where(member).round > 0
        return redirect("see:look" if is_open else "see:choose", member.pair_id.hex())
    context = {
        "label": member.label,
        "words": _words(member.words),
        "pair_id": member.pair_id.hex(),
    }
    return render(request, "pairs/waiting.html", context)


def _closed(request: PersonRequest, member: PairMember) -> HttpResponse:
    """Show the one page that both read, with the way to what was open."""
    context = {
        "pair_id": member.pair_id.hex(),
        "label": member.label,
        "title": CLOSED,
        "text": STAYS,
        "met": member.pair is not None,
        "open": member.pair is not None and joint_picture.where(member).round > 0,
    }
    return render(request, "pairs/closed.html", context)


def _invited(request: PersonRequest, invite: Invite) -> HttpResponse:
    context: dict[str, Any] = {"label": invite.label, "pair_id": invite.pair_id.hex()}
    try:
        joined = pairs.joined(request.session, invite)
    except Closed:
        return _over(request, context)
    except CoequalError:
        return render(request, "pairs/spoiled.html", context, status=409)
    if joined is None and invite.expiry <= clock.now():
        return _over(request, context)
    if joined is not None:
        context["words"] = _words(joined)
        return render(request, "pairs/meet.html", context)
    code = codes.encode(invite.code)
    link = request.build_absolute_uri(reverse("pairs:join"))
    context |= {
        "code": code,
        "link": link,
        "local": urlsplit(link).hostname in LOOPBACK,
        "qr": _qr(f"{link}#{code}"),
        "expires": datetime.fromtimestamp(invite.expiry, UTC),
    }
    return render(request, "pairs/invited.html", context)


def _over(request: PersonRequest, context: dict[str, Any]) -> HttpResponse:
    """Read alike for a code that nobody used in time and a place that is closed."""
    told = {"title": CLOSED, "text": STAYS, "code": True}
    return render(request, "pairs/closed.html", context | told)


def _qr(text: str) -> str:
    """Draw a code to point a phone at. The part behind # never leaves a browser."""
    drawn = BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawn,
        kind="svg",
        xmldecl=False,
        svgns=False,
        nl=False,
        omitsize=True,
        svgclass="qr",
        lineclass=None,
        title=_("The same code to point a phone at"),
        border=3,
        light="#ffffff",
        dark="#211b2d",
    )
    return mark_safe(drawn.getvalue().decode())  # noqa: S308  made by segno alone


@cache
def _wordlist() -> tuple[str, ...]:
    return tuple(Mnemonic("english").wordlist)


def _words(numbers: tuple[int, ...]) -> list[str]:
    return [_wordlist()[number] for number in numbers]
