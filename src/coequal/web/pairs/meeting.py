"""The page of one pair before it has a home: invited, joined, waiting, or closed.

The home itself, and which of these stands in its place: `web/us/pair.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Final
from urllib.parse import urlsplit

import segno
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from mnemonic import Mnemonic

from coequal.errors import CoequalError
from coequal.journal import clock
from coequal.journal.door import Closed
from coequal.people import days, invitations, pairs, zones
from coequal.people.entries import Invite
from coequal.people.pairs import PairMember
from coequal.sealed import codes
from coequal.web.account.days import DaysForm
from coequal.web.context import render_context
from coequal.web.days import by_own_days
from coequal.web.decorators import account_required
from coequal.web.errors import CLOSED, STAYS
from coequal.web.see import joint_picture
from coequal.web.sessions import PersonRequest

# Names of this machine for itself: a code with such an address is of use here only.
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """A place of two, or an invitation to one, and what one calls the other person.

    The name may be empty.
    """

    pair_id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsContext(PlaceContext):
    """Six words to compare aloud."""

    words: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetContext(WordsContext):
    """And the form that says whose days will count."""

    form: DaysForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedContext(PlaceContext):
    """A place that is closed, in the words that both read.

    `code`: it is one's own code, which nobody used in time. `met`: both were here.
    `open`: something opened before it closed.
    """

    code: bool = False
    met: bool = False
    open: bool = False
    title: Promise | str = CLOSED
    text: Promise | str = STAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedContext(PlaceContext):
    """The code for the other person, in signs and drawn, and where to type it.

    `local`: the address works on this machine only.
    """

    code: str
    link: str
    local: bool
    qr: str
    expires: datetime


@require_POST
@account_required
def uninvite(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Take the invitation back."""
    invitations.uninvite(request.session, bytes.fromhex(pair_id))
    return redirect("pairs:us")


@require_POST
@account_required
def meet(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Check who joined and open the place of the two."""
    form = DaysForm(request.POST, zone=zones.WORLD)
    # Nobody is kept from meeting by it: either can choose whose days count later.
    zone = form.cleaned_data["zone"] if form.is_valid() else ""
    invitations.meet(request.session, bytes.fromhex(pair_id), zone=zone)
    if zone:
        days.choose_own(request.session, zone, only_first=True)
    return redirect("pairs:pair", pair_id)


@by_own_days
def invited(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Show an invitation of mine; `Http404` of anything else."""
    key = bytes.fromhex(pair_id)
    for record in invitations.mine(request.session):
        if record.entry.pair_id == key:
            return _invited(request, record.entry)
    pairs.check_lost(request.session, key)
    raise Http404


def member_page(request: PersonRequest, member: PairMember) -> HttpResponse:
    """Show a pair of mine that is closed, or in which not both are here."""
    member.note_missing()
    if member.closed:
        return _closed(request, member)
    member.check_sound()
    context = WordsContext(
        pair_id=member.pair_id.hex(), label=member.label, words=_words(member.words)
    )
    return render_context(request, "pairs/waiting.html", context)


def _closed(request: PersonRequest, member: PairMember) -> HttpResponse:
    """Show the one page that both read, with the way to what was open."""
    context = ClosedContext(
        pair_id=member.pair_id.hex(),
        label=member.label,
        met=member.pair is not None,
        open=member.pair is not None and joint_picture.where(member).round > 0,
    )
    return render_context(request, "pairs/closed.html", context)


def _invited(request: PersonRequest, invite: Invite) -> HttpResponse:
    pair_id, label = invite.pair_id.hex(), invite.label
    over = ClosedContext(pair_id=pair_id, label=label, code=True)
    try:
        joined = invitations.joined(request.session, invite)
    except Closed:
        return render_context(request, "pairs/closed.html", over)
    except CoequalError:
        spoiled = PlaceContext(pair_id=pair_id, label=label)
        return render_context(request, "pairs/spoiled.html", spoiled, status=409)
    if joined is not None:
        form = DaysForm(None, zone=days.own(request.session))
        met = MeetContext(pair_id=pair_id, label=label, words=_words(joined), form=form)
        return render_context(request, "pairs/meet.html", met)
    # Alike for a code that nobody used in time and for a place that is closed.
    if invite.expiry <= clock.now():
        return render_context(request, "pairs/closed.html", over)
    return _code(request, invite)


def _code(request: PersonRequest, invite: Invite) -> HttpResponse:
    """Show the code that waits for somebody to use it."""
    code = codes.encode(invite.code)
    # The page for typing has no code in its address, where a server would log it.
    link = request.build_absolute_uri(reverse("pairs:join"))
    context = InvitedContext(
        pair_id=invite.pair_id.hex(),
        label=invite.label,
        code=code,
        link=link,
        local=urlsplit(link).hostname in LOOPBACK,
        qr=_qr(f"{link}#{code}"),
        expires=datetime.fromtimestamp(invite.expiry, UTC),
    )
    return render_context(request, "pairs/invited.html", context)


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
        # Dark on light whatever the theme: cameras read nothing else for certain.
        light="#ffffff",
        dark="#211b2d",
    )
    return mark_safe(drawn.getvalue().decode())  # nosec B308, B703 # noqa: S308  made by segno alone


@cache
def _wordlist() -> tuple[str, ...]:
    return tuple(Mnemonic("english").wordlist)


def _words(numbers: tuple[int, ...]) -> list[str]:
    return [_wordlist()[number] for number in numbers]
