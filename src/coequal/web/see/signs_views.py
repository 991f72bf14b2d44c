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
from coequal.people.pairs import PairMember
from coequal.web.decorators import member_required, session_required
from coequal.web.see import answers_store, signs_store
from coequal.web.see.question_views import number_in
from coequal.web.sessions import PersonRequest
from coequal.web.two.access import get_writable_pair_or_404, pair_type

CLEAR = "clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignChoice:
    """One answer that one tap gives."""

    value: int
    label: str
    before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignCard:
    """One sign to answer alone."""

    id: str
    place: str
    text: str
    choices: list[SignChoice]
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
@session_required
def notice(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show the cards, or take one answer and stay at its card."""
    here = answers_store.sheet(request.session, bytes.fromhex(sheet_id))
    if request.method == "POST":
        sign = next(
            (one.id for one in signs_store.signs() if one.id in request.POST), ""
        )
        try:
            _answer(request, here, sign)
        except Refused:
            return _cards(request, here, status=422)
        return redirect(f"{reverse('see:notice', args=[sheet_id])}#{_place(sign)}")
    return _cards(request, here)


def _answer(request: PersonRequest, sheet: Sheet, sign: str) -> None:
    given = request.POST.get(sign, "")
    if given == CLEAR:
        signs_store.clear(request.session, sheet.id, sign)
    else:
        signs_store.mark(request.session, sheet.id, sign, number_in(given))


def _cards(request: PersonRequest, sheet: Sheet, status: int = 200) -> HttpResponse:
    marks = signs_store.marks(request.session, sheet.id)
    context = {
        "sheet_id": sheet.id.hex(),
        "cards": [_card(sign, marks.get(sign.id)) for sign in signs_store.signs()],
        "relation": answers_store.relation(request.session, sheet),
    }
    return render(request, "see/notice.html", context, status=status)


def _card(sign: Sign, mark: Often | None) -> SignCard:
    labels = sign_words().often
    choices = [
        SignChoice(value=often.value, label=labels[often], before=often is mark)
        for often in Often
    ]
    return SignCard(
        id=sign.id,
        place=_place(sign.id),
        text=sign.text,
        choices=choices,
        marked=mark is not None,
    )


def _place(sign: str) -> str:
    """Return where a card stands on a page: an address names no sign."""
    return f"c{[one.id for one in signs_store.signs()].index(sign) + 1}"


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def board(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Show what both put up, and let one put up what one notices, or not after all.

    The same page whatever the other put up that I did not.
    """
    member = get_writable_pair_or_404(request, pair_id)
    if request.method != "POST":
        return _board(request, member)
    if "mark" in request.POST:
        answers_store.turn_into(request.session, member.sheet, pair_type(member))
        return redirect("see:notice", member.sheet.hex())
    do, sign = _asked(request)
    if do == "put":
        signs_store.put_up(request.session, member, sign)
    elif do == "withdraw":
        signs_store.withdraw(member, sign)
    elif do == "down":
        signs_store.take_down(member, sign)
    else:
        return _board(request, member, status=422)
    return redirect(f"{reverse('see:board', args=[pair_id])}#{_place(sign)}")


def _asked(request: PersonRequest) -> tuple[str, str]:
    """Return what a button says, and about which sign; two empty texts for none."""
    known = {sign.id for sign in signs_store.signs()}
    for do in ("put", "withdraw", "down"):
        if request.POST.get(do) in known:
            return do, request.POST[do]
    return "", ""


def _board(
    request: PersonRequest, member: PairMember, status: int = 200
) -> HttpResponse:
    now = signs_store.where(member)
    context = {
        "pair_id": member.pair_id.hex(),
        "label": member.label,
        "labels": member.names,
        "shared": [_shared(one) for one in now.board],
        "mine": _mine(now, signs_store.marks(request.session, member.sheet)),
    }
    return render(request, "see/board.html", context, status=status)


def _shared(one: OnBoard) -> Shared:
    labels = sign_words().often
    return Shared(
        id=one.sign.id,
        place=_place(one.sign.id),
        text=one.sign.text,
        ask=one.sign.ask,
        said=one.said.map(lambda often: labels[often]),
    )


def _mine(now: signs_store.SignsState, marks: Marks) -> list[Mine]:
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
        for sign in good_first(signs_store.signs())
        if sign.id in said and sign.id not in shown
    ]
