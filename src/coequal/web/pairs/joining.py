"""Being asked: a code is read, and what it asks stands on a page of its own.

Nothing is used up by reading it. Who was asked answers, chooses and keeps; joining is
the last act of all, and the only one that the other one can see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.content.load import content
from coequal.core.see.entries import Sheet
from coequal.errors import CoequalError
from coequal.people import invitations, invited, joining, pairs, sessions, tidying
from coequal.people.entries import Invite, Invited
from coequal.people.kdf_slots import Busy
from coequal.people.own_act import own_act
from coequal.people.pairs import Labels
from coequal.people.sessions import Session
from coequal.sealed import entropy
from coequal.web import sheets
from coequal.web.context import FormContext, form_status, render_context
from coequal.web.decorators import not_on_shared_device, session_required
from coequal.web.pairs.forms import Code, Join
from coequal.web.pairs.keep_first import keep_first
from coequal.web.see import answers_store
from coequal.web.sessions import PersonRequest, SessionRequest, welcome

form_page = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedContext:
    """What somebody was asked, and by whom.

    `answered` are sheets of theirs that may be about the same person; `begun`: they
    have a sheet for it; `mine` are invitations of their own that wait for somebody.
    """

    name: str
    questions: int
    answered: Sequence[Sheet]
    begun: bool
    mine: Sequence[Invite]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinContext:
    """The form that joins, and who asked."""

    form: Join
    name: str


@form_page
@not_on_shared_device
def join(request: SessionRequest) -> HttpResponse:
    """Take a code, and lead to what it asks; the same page for everybody."""
    form = Code(request.POST or None)
    if not form.is_valid():
        return _code_page(request, form)
    try:
        read = joining.read(joining.look_up(form.cleaned_data["code"]))
    except Busy:  # the code was not tried at all
        raise
    except CoequalError:
        return _wrong(request, form)
    here = request.session
    if here is not None and _is_ones_own(here, read):
        return _wrong(request, form)
    if here is None:
        # No timer does it: whoever begins removes what is over, for everybody.
        tidying.tidy_once_a_minute()
        here = sessions.begin()
    # Beside the field lies what a camera read: where something else was typed over it
    # since, it was none.
    camera = request.POST.get("camera", "") == request.POST["code"]
    invited.keep(here, replace(read, camera=camera))
    response = redirect("pairs:asked")
    return response if request.session is not None else welcome(response, here)


def _code_page(request: SessionRequest, form: Code) -> HttpResponse:
    context = FormContext(form=form)
    return render_context(request, "pairs/join.html", context, status=form_status(form))


def _is_ones_own(session: Session, read: Invited) -> bool:
    mine = (record.entry.pair_id for record in invitations.mine(session))
    joined = (record.entry.pair_id for record in pairs.relations(session))
    return read.pair_id in {*mine, *joined}


def _wrong(request: SessionRequest, form: Code) -> HttpResponse:
    # One text for a code that is wrong, old, used or one's own: it tells nobody which
    # codes there are.
    wrong = _("This code doesn’t work. It may be old or used. Ask for a new one.")
    form.add_error("code", wrong)
    return _code_page(request, form)


@form_page
@not_on_shared_device
@session_required
def asked(request: PersonRequest) -> HttpResponse:
    """Say who asks what; one tap begins to answer it."""
    session = request.session
    read = invited.current(session)
    if read is None:
        return redirect("pairs:join")
    if not invited.waits(read):
        return _over(request)
    if request.method == "POST":
        return _begin(session, read, request.POST.get("do", ""))
    return render_context(request, "pairs/asked.html", _asked(session, read))


def _asked(session: Session, read: Invited) -> AskedContext:
    asks = invited.asks_of(read)
    is_said = read.apart or read.instead
    return AskedContext(
        name=asks.name,
        questions=len(content(asks.pair).instrument.pages),
        answered=[] if read.sheet else _answered(session, read),
        begun=bool(read.sheet),
        mine=[] if is_said else invited.asked_by_me(session),
    )


def _answered(session: Session, read: Invited) -> list[Sheet]:
    """Return the sheets of this type on which something is answered for nobody yet."""
    role = invited.asks_of(read).other_role
    own = session.own
    return [
        one
        for one in sheets.free(session)
        if one.pair == read.pair
        and answers_store.role_on(one) is role
        and answers_store.given(own, one)
    ]


def _begin(session: Session, read: Invited, do: str) -> HttpResponse:
    """Say whether one asked the same person oneself, or on which sheet to answer."""
    same = [one for one in invited.asked_by_me(session) if do == one.pair_id.hex()]
    if same:
        invited.is_same(session, same[0].pair_id)
        return redirect("pairs:asked")
    if do == "other":
        invited.is_other(session)
        return redirect("pairs:asked")
    return redirect("see:sheet", _answers_on(session, read, do).hex())


@own_act
def _answers_on(session: Session, read: Invited, do: str) -> bytes:
    """Return the sheet to answer on, and keep it: two taps at once come to one."""
    kept = invited.current(session) or read
    sheet = kept.sheet or _sheet_to_answer(session, kept, do)
    invited.answers_on(session, sheet)
    return sheet


def _sheet_to_answer(session: Session, read: Invited, do: str) -> bytes:
    """Return one's sheet that was named, or one with no answer yet."""
    for one in _answered(session, read):
        if do == one.id.hex():
            return one.id
    return sheets.blank(
        session, invited.asks_of(read).pair, invited.asks_of(read).other_role
    )


def _over(request: PersonRequest) -> HttpResponse:
    """Say in one sentence that one can join no more, whatever the reason is."""
    return render_context(request, "pairs/over.html", status=410)


@form_page
@not_on_shared_device
@session_required
def keep_join(request: PersonRequest) -> HttpResponse:
    """Join; who has kept nothing yet keeps it first, at the same address."""
    session = request.session
    form = Join(request.POST or None)
    if session.kept and form.is_valid():
        return _join(request, form)
    read = invited.current(session)
    if read is None:
        return redirect("pairs:join")
    if not invited.waits(read):
        return _over(request)
    if not session.kept:
        return keep_first(request, name=read.name)
    shown = form if request.method == "POST" else _fresh(session, read)
    context = JoinContext(form=shown, name=read.name)
    status = form_status(shown)
    return render_context(request, "pairs/keep_join.html", context, status=status)


def _fresh(session: Session, read: Invited) -> Join:
    """Return the form as it comes, with the names that are known."""
    mine = [one for one in invited.asked_by_me(session) if one.pair_id == read.instead]
    names = [(one.label, one.own_label) for one in mine] or [(read.name, "")]
    label, own_label = names[0]
    known = {"asked": read.pair_id.hex(), "label": label, "own_label": own_label}
    return Join(initial=known)


def _join(request: PersonRequest, form: Join) -> HttpResponse:
    session, given = request.session, form.cleaned_data
    read, pair_id = invited.current(session), bytes.fromhex(given["asked"])
    to_come = entropy.fresh(
        sheets.SHEET_BYTES, "sheet to come", session.secret, pair_id
    )
    sheet = read.sheet if read is not None else b""
    labels = Labels(
        other=given["label"], own=given["own_label"], sheet=sheet or to_come
    )
    try:
        invited.join(session, pair_id, labels)
    except invited.InvitationOver:
        return _over(request)
    return redirect("pairs:pair", pair_id.hex())
