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
from coequal.people import leaving, pairs, visits
from coequal.people.entries import Invite
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed import codes, entropy
from coequal.sealed.pairing import Keys
from coequal.web.account.views import keep_as
from coequal.web.errors import CLOSED, STAYS
from coequal.web.see import joint, own
from coequal.web.us import forms
from coequal.web.visit import (
    PersonRequest,
    VisitRequest,
    account_needed,
    chairless,
    kept_needed,
    welcome,
)

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


@require_safe
@kept_needed
def us(request: PersonRequest) -> HttpResponse:
    """List the people one shares something with, and offer to invite."""
    mine = own.sheets(request.visit)
    initial = {"pair": mine[-1].pair} if mine else None
    return _us(request, forms.Invite(initial=initial))


def _us(request: PersonRequest, form: forms.Invite) -> HttpResponse:
    invited = [
        _listed(one.entry.label, _invited_state(one.entry), one.entry.iid)
        for one in pairs.invitations(request.visit)
    ]
    resting = leaving.resting(request.visit)
    bonds = [
        _listed(one.label, bond_state(one), one.iid)
        for one in pairs.bonds(request.visit)
        if one.iid not in resting
    ]
    context = {"relations": bonds + invited, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "us.html", context, status=status)


def bond_state(bond: Bond) -> str:
    """Say in a word how far two people are."""
    if bond.closed:
        return _("Closed")
    return _("Together") if bond.pair else _("Joined")


def _invited_state(invite: Invite) -> str:
    if pairs.answered(invite):
        return _("Joined with your code")
    return _("Closed") if invite.expiry <= clock.now() else _("Invited")


def _listed(label: str, state: str, iid: bytes) -> dict[str, str]:
    return {"label": label, "state": state, "url": reverse("with", args=[iid.hex()])}


@require_POST
@account_needed
def invite(request: PersonRequest) -> HttpResponse:
    """Make a code to say aloud."""
    form = forms.Invite(request.POST)
    if not form.is_valid():
        return _us(request, form)
    pair = PairType(form.cleaned_data["pair"])
    sheet = own.open_sheet(request.visit, pair)
    iid = pairs.invite(request.visit, labels=_labels(form, sheet), pair=pair)
    return redirect("with", iid.hex())


@require_POST
@account_needed
def uninvite(request: PersonRequest, iid: str) -> HttpResponse:
    """Take the invitation back."""
    pairs.uninvite(request.visit, bytes.fromhex(iid))
    return redirect("us")


@require_POST
@account_needed
def meet(request: PersonRequest, iid: str) -> HttpResponse:
    """Check who joined and open the place of the two."""
    pairs.meet(request.visit, bytes.fromhex(iid))
    return redirect("with", iid)


@require_http_methods(["GET", "HEAD", "POST"])
@chairless
def join(request: VisitRequest) -> HttpResponse:
    """Join by a code, on a page for somebody who did not ask for this."""
    kept = request.visit is not None and request.visit.kept
    form = (forms.Join if kept else forms.JoinAndKeep)(request.POST or None)
    if form.is_valid():
        return _join(request, form)
    return _join_page(request, form)


def _join_page(
    request: VisitRequest, form: forms.Join | forms.JoinAndKeep
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "join.html", {"form": form}, status=status)


def _join(request: VisitRequest, form: forms.Join | forms.JoinAndKeep) -> HttpResponse:
    """Join, keeping a space first where there is none.

    The code is tried before anything is kept, so a wrong one leaves no account.
    """
    wrong = _("This code opens nothing. It may be old or used.")
    try:
        keys = pairs.look_up(form.cleaned_data["code"])
    except CoequalError:
        form.add_error("code", wrong)
        return _join_page(request, form)
    visit = _kept(request.visit, form)
    if visit is None:
        return _join_page(request, form)
    request.visit = visit
    try:
        iid = pairs.join(visit, keys=keys, labels=_labels(form, _sheet(visit, keys)))
    except CoequalError:  # one's own code, or somebody was quicker
        form.add_error("code", wrong)
        return welcome(_join_page(request, form), visit)
    return welcome(redirect("with", iid.hex()), visit)


def _labels(form: Form, sheet: bytes) -> pairs.Labels:
    data = form.cleaned_data
    return pairs.Labels(other=data["label"], own=data["own_label"], sheet=sheet)


def _sheet(visit: Visit, keys: Keys) -> bytes:
    """Take the sheet that was answered before the code was given, or a new one."""
    free = own.free(visit)
    if len(free) == 1:
        return free[0].id
    return entropy.fresh(own.SHEET_BYTES, "sheet to come", visit.secret, keys.find)


def _kept(visit: Visit | None, form: forms.Join | forms.JoinAndKeep) -> Visit | None:
    if not isinstance(form, forms.JoinAndKeep):
        return visit
    here = visit or visits.begin()
    kept = keep_as(here, form)
    if kept is None and visit is None:
        visits.end(here)
    return kept


@require_safe
@kept_needed
def relation(request: PersonRequest, iid: str) -> HttpResponse:
    """Show where two people are: invited, joined, waiting, or together."""
    key = bytes.fromhex(iid)
    bond = pairs.bond(request.visit, key)
    if bond is not None:
        return _bonded(request, bond)
    for record in pairs.invitations(request.visit):
        if record.entry.iid == key:
            return _invited(request, record.entry)
    raise Http404


def _bonded(request: PersonRequest, bond: Bond) -> HttpResponse:
    if bond.closed:
        return _closed(request, bond)
    if bond.pair is not None:
        is_open = joint.where(bond).round > 0
        return redirect("look" if is_open else "open", bond.iid.hex())
    context = {
        "label": bond.label,
        "words": _words(bond.words),
        "iid": bond.iid.hex(),
    }
    return render(request, "waiting.html", context)


def _closed(request: PersonRequest, bond: Bond) -> HttpResponse:
    """Show the one page that both read, with the way to what was open."""
    context = {
        "iid": bond.iid.hex(),
        "label": bond.label,
        "title": CLOSED,
        "text": STAYS,
        "met": bond.pair is not None,
        "open": bond.pair is not None and joint.where(bond).round > 0,
    }
    return render(request, "closed.html", context)


def _invited(request: PersonRequest, invite: Invite) -> HttpResponse:
    context: dict[str, Any] = {"label": invite.label, "iid": invite.iid.hex()}
    try:
        joined = pairs.joined(request.visit, invite)
    except Closed:
        return _over(request, context)
    except CoequalError:
        return render(request, "spoiled.html", context, status=409)
    if joined is None and invite.expiry <= clock.now():
        return _over(request, context)
    if joined is not None:
        context["words"] = _words(joined)
        return render(request, "meet.html", context)
    code = codes.encode(invite.code)
    link = request.build_absolute_uri(reverse("join"))
    context |= {
        "code": code,
        "link": link,
        "local": urlsplit(link).hostname in LOOPBACK,
        "qr": _qr(f"{link}#{code}"),
        "expires": datetime.fromtimestamp(invite.expiry, UTC),
    }
    return render(request, "invited.html", context)


def _over(request: PersonRequest, context: dict[str, Any]) -> HttpResponse:
    """Read alike for a code that nobody used in time and a place that is closed."""
    told = {"title": CLOSED, "text": STAYS, "code": True}
    return render(request, "closed.html", context | told)


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
