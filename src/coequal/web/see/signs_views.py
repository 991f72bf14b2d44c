"""What I notice: sixteen small cards alone, and a board for the two of a pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coequal.content.signs import sign_words
from coequal.core.people import Pair
from coequal.core.see.sign_entries import Often
from coequal.core.see.signs import Marks, OnBoard, Sign, good_first
from coequal.people.pairs import PairMember
from coequal.web import sheets
from coequal.web.context import named
from coequal.web.decorators import session_required
from coequal.web.see import answers_store, signs_store
from coequal.web.see.forms import CLEAR, NoticeForm, SignForm
from coequal.web.sessions import PersonRequest
from coequal.web.two.access import pair_type
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried


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
    either: bool
    said: Pair[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContext:
    """All cards of one sheet; `relation` is the pair it belongs to, if there is one."""

    sheet_id: str
    cards: Sequence[SignCard]
    relation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardContext:
    """What both put up, and what I notice, but for what stands on the board."""

    shared: Sequence[Shared]
    mine: Sequence[Mine]


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def notice(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show the cards, or take one answer and stay at its card."""
    own = request.session.own
    here = sheets.find(own, bytes.fromhex(sheet_id))
    form = NoticeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        sign, said = form.tap
        if said == CLEAR:
            signs_store.clear(own, here.id, sign)
        else:
            signs_store.mark(own, here.id, sign, int(said))
        return redirect(f"{reverse('see:notice', args=[sheet_id])}#{_place(sign)}")
    marks = signs_store.marks(own, here.id)
    context = NoticeContext(
        sheet_id=sheet_id,
        cards=[_card(sign, marks.get(sign.id)) for sign in signs_store.signs()],
        relation=sheets.relation(request.session, here),
    )
    status = 422 if form.is_bound else 200
    return render(request, "see/notice.html", named(context), status=status)


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


def _board(asked: PairRequest, _tried: Tried | None) -> BoardContext:
    """Show what both put up, and let one put up what one notices, or not after all.

    The same page whatever the other put up that I did not.
    """
    member = asked.member
    now = signs_store.where(member)
    looked_at = asked.looked_at(now.refs)
    return BoardContext(
        shared=[
            _shared(one)
            for one in now.board
            if signs_store.round_of(now.time, one.sign.id) in looked_at
        ],
        mine=_mine(now, signs_store.marks(member.own, member.sheet)),
    )


def _shared(one: OnBoard) -> Shared:
    labels = sign_words().often
    return Shared(
        id=one.sign.id,
        place=_place(one.sign.id),
        text=one.sign.text,
        ask=one.sign.ask,
        either=one.sign.either,
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


def _on_sign(act: Callable[[PairMember, str], None]) -> Act:
    """Return the act of a button beside a sign; it leads back to where that stands."""

    def do(asked: PairRequest, form: SignForm) -> HttpResponse:
        sign = form.cleaned_data["sign"]
        act(asked.member, sign)
        return redirect(f"{asked.request.path}#{_place(sign)}")

    return Act(do=do, form=lambda data, _asked: SignForm(data), repeatable=True)


def _to_my_cards(asked: PairRequest, _form: object) -> HttpResponse:
    member = asked.member
    answers_store.turn_into(member.own, member.sheet, pair_type(member))
    return redirect("see:notice", member.sheet.hex())


board = PageOfTwo(
    template="see/board.html",
    shows=_board,
    acts={
        "put": _on_sign(signs_store.put_up),
        "withdraw": _on_sign(signs_store.withdraw),
        "down": _on_sign(signs_store.take_down),
        "mark": Act(do=_to_my_cards, own=True),
    },
    reads=signs_store.READS,
    until_closed=True,
).as_view()
