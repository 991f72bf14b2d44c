"""What I notice: sixteen small cards alone, and a board for the two of a pair."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coequal.content.signs import sign_words
from coequal.core.people import Pair
from coequal.core.see.entries import Sheet
from coequal.core.see.signs import Marks, Often, OnBoard, Sign, good_first
from coequal.errors import Refused
from coequal.people.pairs import Bond
from coequal.web.see import joint, notices, own
from coequal.web.see.answering import number_in
from coequal.web.see.opening import bond_or_404
from coequal.web.visit import PersonRequest, kept_needed, person_needed

CLEAR = "clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer that one tap gives."""

    value: int
    label: str
    before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One sign to answer alone."""

    id: str
    place: str
    text: str
    choices: list[Choice]
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """One sign that I notice, and whether it is up or has been."""

    id: str
    place: str
    text: str
    said: str
    waiting: bool
    been_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One sign that both put up, with what each of them said."""

    id: str
    place: str
    text: str
    ask: str
    said: Pair[str]


@require_http_methods(["GET", "HEAD", "POST"])
@person_needed
def notice(request: PersonRequest, sid: str) -> HttpResponse:
    """Show the cards, or take one answer and stay at its card."""
    here = own.sheet(request.visit, bytes.fromhex(sid))
    if request.method == "POST":
        sign = next((one.id for one in notices.signs() if one.id in request.POST), "")
        try:
            _answer(request, here, sign)
        except Refused:
            return _cards(request, here, status=422)
        return redirect(f"{reverse('notice', args=[sid])}#{_place(sign)}")
    return _cards(request, here)


def _answer(request: PersonRequest, sheet: Sheet, sign: str) -> None:
    given = request.POST.get(sign, "")
    if given == CLEAR:
        notices.clear(request.visit, sheet.id, sign)
    else:
        notices.mark(request.visit, sheet.id, sign, number_in(given))


def _cards(request: PersonRequest, sheet: Sheet, status: int = 200) -> HttpResponse:
    marks = notices.marks(request.visit, sheet.id)
    context = {
        "sid": sheet.id.hex(),
        "cards": [_card(sign, marks.get(sign.id)) for sign in notices.signs()],
        "relation": own.relation(request.visit, sheet),
    }
    return render(request, "notice.html", context, status=status)


def _card(sign: Sign, mark: Often | None) -> Card:
    labels = sign_words().often
    choices = [
        Choice(value=often.value, label=labels[often], before=often is mark)
        for often in Often
    ]
    return Card(
        id=sign.id,
        place=_place(sign.id),
        text=sign.text,
        choices=choices,
        marked=mark is not None,
    )


def _place(sign: str) -> str:
    """Return where a card stands on a page: an address names no sign."""
    return f"c{[one.id for one in notices.signs()].index(sign) + 1}"


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def board(request: PersonRequest, iid: str) -> HttpResponse:
    """Show what both put up, and let one put up what one notices, or not after all.

    The same page whatever the other put up that I did not.
    """
    bond = bond_or_404(request, iid)
    if request.method != "POST":
        return _board(request, bond)
    if "mark" in request.POST:
        own.turn_into(request.visit, bond.sheet, joint.pair(bond))
        return redirect("notice", bond.sheet.hex())
    do, sign = _asked(request)
    if do == "put":
        notices.put_up(request.visit, bond, sign)
    elif do == "withdraw":
        notices.withdraw(bond, sign)
    elif do == "down":
        notices.take_down(bond, sign)
    else:
        return _board(request, bond, status=422)
    return redirect(f"{reverse('board', args=[iid])}#{_place(sign)}")


def _asked(request: PersonRequest) -> tuple[str, str]:
    """Return what a button says, and about which sign; two empty texts for none."""
    known = {sign.id for sign in notices.signs()}
    for do in ("put", "withdraw", "down"):
        if request.POST.get(do) in known:
            return do, request.POST[do]
    return "", ""


def _board(request: PersonRequest, bond: Bond, status: int = 200) -> HttpResponse:
    now = notices.where(bond)
    context = {
        "iid": bond.iid.hex(),
        "label": bond.label,
        "labels": bond.names,
        "shared": [_shared(one) for one in now.board],
        "mine": _mine(now, notices.marks(request.visit, bond.sheet)),
    }
    return render(request, "board.html", context, status=status)


def _shared(one: OnBoard) -> Shared:
    labels = sign_words().often
    return Shared(
        id=one.sign.id,
        place=_place(one.sign.id),
        text=one.sign.text,
        ask=one.sign.ask,
        said=one.said.map(lambda often: labels[often]),
    )


def _mine(now: notices.Where, marks: Marks) -> list[Mine]:
    """Return what I notice and what I have put up, but for what stands on the board.

    What is up stays as it was put up, even if I have marked it otherwise since.
    """
    noticed = {sign: often for sign, often in marks.items() if often is not Often.NOT}
    said = {**noticed, **now.waiting}
    shown = {one.sign.id for one in now.board}
    labels = sign_words().often
    return [
        Mine(
            id=sign.id,
            place=_place(sign.id),
            text=sign.text,
            said=labels[said[sign.id]],
            waiting=sign.id in now.waiting,
            been_up=sign.id in now.been_up,
        )
        for sign in good_first(notices.signs())
        if sign.id in said and sign.id not in shown
    ]
