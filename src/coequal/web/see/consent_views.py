"""Looking together: the one press of each, and waiting until both have made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext

from coequal.content import gentle_words
from coequal.core.see.entries import Opening
from coequal.people import by_camera
from coequal.web.number_words import in_words
from coequal.web.see import (
    answers_store,
    bookmark,
    cards_views,
    consent,
    joint_picture,
    prepared,
    share_rows,
)
from coequal.web.sessions import STILL_THE_SAME, SessionRequest, looks_again
from coequal.web.two.access import pair_type
from coequal.web.two.page import (
    Act,
    Done,
    PageOfTwo,
    PairRequest,
    Tried,
    leads_on,
)

READS = (Opening,)


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherContext:
    """What I prepared: the titles of what it `shares`, and how many stay hidden.

    `says` puts it in a sentence, `kept` in a few words; none names what is hidden.
    """

    shares: Sequence[str]
    kept: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsContext:
    """The same on a page of two: with words to compare, and whether it is `again`.

    The words are `folded` then, and after a camera.
    """

    shares: Sequence[str]
    kept: str
    says: str
    words: Sequence[str]
    again: bool
    folded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyContext:
    """The sheet behind what I put in, and my seat.

    `together`: this session joined by a camera, so the page goes on by itself.
    """

    sheet_id: str
    seat: str
    together: bool


def prepared_context(shares: prepared.ToShare) -> TogetherContext:
    """Return what was chosen, as the page says it before anything is put in."""
    count = len(shares.chosen)
    hidden = len(shares.answered) - count
    kept = ngettext("%(count)s stays hidden", "%(count)s stay hidden", hidden)
    says = ngettext(
        "You share this one. The rest stays hidden.",
        "You share these %(count)s. The rest stays hidden.",
        count,
    )
    return TogetherContext(
        shares=share_rows.titles(shares),
        kept=kept % {"count": in_words(hidden)},
        says=says % {"count": in_words(count)},
    )


def _shows_prepared(
    asked: PairRequest, tried: Tried | None
) -> WordsContext | HttpResponse:
    before = consent.before_choosing(asked, tried)
    if before is not None:
        return before
    member = asked.member
    shares = prepared.of_pair(member)
    if not shares.can_stand:
        return asked.to("see:choose")
    said = prepared_context(shares)
    again = joint_picture.where(member).round > 0
    return WordsContext(
        shares=said.shares,
        kept=said.kept,
        says=said.says,
        words=gentle_words.of(member.words),
        again=again,
        folded=again or by_camera.sits_together(asked.request.session, member),
    )


def _look_together(asked: PairRequest, _form: object) -> Done:
    member = asked.member
    where = joint_picture.where(member)
    if consent.looks_first(member, where.round):
        return asked.to("see:look")
    if where.ready:
        return None
    if consent.missing(member, where.round):
        return asked.to("see:together")
    if not prepared.of_pair(member).can_stand:
        return asked.to("see:choose")
    return asked.to("see:look") if consent.look_together(member) else None


_together = PageOfTwo(
    template="see/together.html",
    shows=_shows_prepared,
    acts={"": Act(do=_look_together, repeatable=True)},
    reads=READS,
    until_closed=True,
    onward=lambda asked: asked.to("see:ready"),
).as_view()


def together(request: SessionRequest, pair_id: str) -> HttpResponseBase:
    """Show what I prepared, and put it in by one press; the second turns a card."""
    response = _together(request, pair_id)
    opened = response.headers.get("Location") == reverse("see:look", args=[pair_id])
    if request.method == "POST" and opened:
        # What one looks at is kept in one's own space: an act of its own.
        return cards_views.look(request, pair_id)
    return response


def _to_questions(asked: PairRequest) -> HttpResponse:
    return redirect("see:sheet", asked.member.sheet.hex())


def _answer(asked: PairRequest, _form: object) -> None:
    """Let my sheet be one of the type of this pair."""
    member = asked.member
    answers_store.turn_into(member.own, member.sheet, pair_type(member))


def _ready(asked: PairRequest, _tried: Tried | None) -> ReadyContext | HttpResponse:
    """Say that one's part is done. The same page whether or not the other is in."""
    member = asked.member
    if not joint_picture.where(member).ready:
        return asked.to("see:together")
    if looks_again(asked.request):
        return HttpResponse(status=STILL_THE_SAME)
    return ReadyContext(
        sheet_id=member.sheet.hex(),
        seat=member.seat.value,
        together=by_camera.sits_together(asked.request.session, member),
    )


def _unready(asked: PairRequest, _form: object) -> None:
    """Take everything back. Nobody is told."""
    member = asked.member
    if joint_picture.where(member).ready or not bookmark.looking(member):
        joint_picture.withdraw(member)


answer = leads_on(_to_questions, act=Act(do=_answer, own=True), until_closed=True)
ready = PageOfTwo(
    template="see/ready.html", shows=_ready, reads=READS, until_closed=True
).as_view()
unready = leads_on(
    lambda asked: asked.to("see:choose"), act=Act(do=_unready, repeatable=True)
)
