"""A pair that is not whole yet: the code I made, and what is there when it was used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Final
from urllib.parse import urlsplit

import segno
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from coequal.content import gentle_words
from coequal.errors import CoequalError, Refused
from coequal.journal import clock
from coequal.journal.door import Closed
from coequal.people import by_camera, days, invitations, meeting, pairs, zones
from coequal.people.entries import Invite
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed import codes, pairing
from coequal.web import sheets
from coequal.web.account.days import DaysForm
from coequal.web.context import render_context
from coequal.web.decorators import account_required
from coequal.web.errors import CLOSED, STAYS
from coequal.web.see import consent, consent_views, prepared
from coequal.web.see.consent_views import TogetherContext
from coequal.web.sessions import STILL_THE_SAME, PersonRequest, looks_again

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
class WaitingContext(PlaceContext):
    """Words to compare aloud, and the sheet that one's own answers are on.

    `together`: this session joined by a camera. The words are folded away then, and the
    page that waits goes on by itself.
    """

    words: Sequence[str]
    sheet_id: str
    together: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BothHereContext(WaitingContext):
    """What was prepared, or None; and the form that says whose days will count.

    `who` names the very exchange whose words are shown: the press is about no other.
    """

    who: str
    prepared: TogetherContext | None
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

    `message` holds both, to be sent in any words. `qr` is empty where the address works
    on this machine only: no phone could open it. `chosen`: what I share stands already.
    """

    code: str
    message: str
    qr: str
    sheet_id: str
    expires: datetime
    chosen: bool


@require_POST
@account_required
def uninvite(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Take the invitation back."""
    invitations.uninvite(request.session, bytes.fromhex(pair_id))
    return redirect("pairs:us")


@require_POST
@account_required
def meet(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Look together, for the one who asked.

    In one commit it is checked who joined, both are told that they are here, and what
    was prepared is put in.
    """
    form = DaysForm(request.POST, zone=zones.WORLD)
    # Nobody is kept from meeting by it: either can choose whose days count later.
    zone = form.cleaned_data["zone"] if form.is_valid() else ""
    session, key = request.session, bytes.fromhex(pair_id)
    invite = _invite(session, key)
    if invite is not None and not _prepared(session, invite).can_stand:
        return redirect("see:choose_for", invite.sheet.hex())
    try:
        meeting.meet(
            session,
            key,
            shown=_shown(request.POST.get("who", "")),
            zone=zone,
            then=lambda: _looks_together(session, key),
        )
    except meeting.SomebodyElse:
        return redirect("pairs:pair", pair_id)
    if zone:
        days.choose_own(session, zone, only_first=True)
    return redirect("see:together", pair_id)


def _shown(who: str) -> bytes:
    """Return the transcript that the form was about; nothing if it names none."""
    try:
        return bytes.fromhex(who)
    except ValueError:
        return b""


def _looks_together(session: Session, pair_id: bytes) -> None:
    member = pairs.member(session, pair_id)
    if member is None:
        message = "there is no such pair"
        raise Refused(message)
    consent.look_together(member)


def _invite(session: Session, pair_id: bytes) -> Invite | None:
    mine = (record.entry for record in invitations.mine(session))
    return next((one for one in mine if one.pair_id == pair_id), None)


def _prepared(session: Session, invite: Invite) -> prepared.ToShare:
    own = session.own
    return prepared.of_sheet(own, sheets.typed(own, invite.sheet, invite.pair))


def waiting(request: PersonRequest, member: PairMember) -> HttpResponse:
    """Show that one has joined, and that there is nothing more to do."""
    if looks_again(request):
        return HttpResponse(status=STILL_THE_SAME)
    context = WaitingContext(
        pair_id=member.pair_id.hex(),
        label=member.label,
        words=gentle_words.of(member.words),
        sheet_id=member.sheet.hex(),
        together=by_camera.sits_together(request.session, member),
    )
    return render_context(request, "pairs/waiting.html", context)


def invitation(request: PersonRequest, invite: Invite) -> HttpResponse:
    """Show the code I made, or that the other has joined, or that it is over."""
    pair_id, label = invite.pair_id.hex(), invite.label
    over = ClosedContext(pair_id=pair_id, label=label, code=True)
    try:
        joined = meeting.joined(request.session, invite)
    except Closed:
        return render_context(request, "pairs/closed.html", over)
    except CoequalError:
        spoiled = PlaceContext(pair_id=pair_id, label=label)
        return render_context(request, "pairs/spoiled.html", spoiled, status=409)
    if joined is not None:
        return _here(request, invite, joined)
    # Alike for a code that nobody used in time and for a place that is closed.
    if invite.expiry <= clock.now():
        return render_context(request, "pairs/closed.html", over)
    return _code(request, invite)


def _here(request: PersonRequest, invite: Invite, joined: bytes) -> HttpResponse:
    """Show what was prepared, and the one press by which both look together."""
    shares = _prepared(request.session, invite)
    chosen = consent_views.prepared_context(shares) if shares.can_stand else None
    context = BothHereContext(
        pair_id=invite.pair_id.hex(),
        label=invite.label,
        words=gentle_words.of(pairing.words(joined)),
        who=joined.hex(),
        sheet_id=invite.sheet.hex(),
        prepared=chosen,
        form=_folded_days(),
    )
    return render_context(request, "pairs/here.html", context)


def _folded_days() -> DaysForm:
    """Return the form in which no browser offers its own city.

    It is folded away, so that nobody would read which one is told.
    """
    form = DaysForm(None, zone=zones.WORLD)
    form.fields["zone"].widget.attrs.pop("data-offer", None)
    return form


def _code(request: PersonRequest, invite: Invite) -> HttpResponse:
    """Show the code that waits for somebody to use it, and a message that holds it."""
    if looks_again(request):
        return HttpResponse(status=STILL_THE_SAME)
    code = codes.encode(invite.code)
    # The page for typing has no code in its address, where a server would log it.
    link = request.build_absolute_uri(reverse("pairs:join"))
    is_local = urlsplit(link).hostname in LOOPBACK
    context = InvitedContext(
        pair_id=invite.pair_id.hex(),
        label=invite.label,
        code=code,
        message=_message(link, code),
        qr="" if is_local else _qr(f"{link}#{code}"),
        sheet_id=invite.sheet.hex(),
        expires=datetime.fromtimestamp(invite.expiry, UTC),
        chosen=_prepared(request.session, invite).can_stand,
    )
    return render_context(request, "pairs/invited.html", context)


def _message(link: str, code: str) -> str:
    words = _("Found this for us. Five minutes each, then we look together?")
    return f"{words}\n\n{link}\n{_('Code:')} {code}"


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
