"""Looking together: the moment it is open, and the four cards."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from coequal.core.see.entries import Opening
from coequal.core.see.joint_entries import CARDS, Step
from coequal.web.see import bookmark, joint_picture, step_views
from coequal.web.see.cards_context import ShownCard, shown
from coequal.web.two.page import (
    Act,
    Done,
    NoContext,
    PageOfTwo,
    PairRequest,
    Tried,
    leads_on,
    rendered,
)

READS = (Opening,)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContext:
    """One of the cards but the last."""

    card: ShownCard
    total: int = CARDS


def _look(asked: PairRequest, _tried: Tried | None) -> NoContext | HttpResponse:
    """Take a breath before the cards."""
    page, *ids = bookmark.leads_to(asked.member)
    return NoContext() if page == "see:look" else asked.to(page, *ids)


def _take_a_look(asked: PairRequest, _form: object) -> Done:
    """Remember what is open, as it is at the first look."""
    member = asked.member
    latest = joint_picture.where(member).round
    if not latest:
        return asked.to("see:together")
    joint_picture.remember(member, latest)
    return asked.to("see:cards")


def _go_on(asked: PairRequest) -> HttpResponse:
    """Go on where one stopped: at a card, or after the last one at our picture."""
    return asked.to(*bookmark.leads_to(asked.member))


def _card(asked: PairRequest, tried: Tried | None) -> CardContext | HttpResponse:
    """Show one card; turn the next one, or stop for today."""
    latest = _round_of_card(asked)
    if isinstance(latest, HttpResponse):
        return latest
    member, number = asked.member, int(asked.ids["number"])
    if number == CARDS:
        context = step_views.last_card(member, latest, Step, tried)
        return rendered(asked, "see/card_step.html", context, tried)
    both = joint_picture.both(member, latest)
    card = shown(both.form, both.answers, number, names=member.names)
    return CardContext(card=card)


def _round_of_card(asked: PairRequest) -> int | HttpResponse:
    """Return the round whose card this is, or where to go before one may see it."""
    number = int(asked.ids["number"])
    if not 1 <= number <= CARDS:
        raise Http404
    latest = bookmark.looking(asked.member)
    if not latest:
        return asked.to("see:look")
    if not bookmark.place(asked.member, latest).may_see(number):
        return asked.to("see:cards")
    return latest


def _turn(asked: PairRequest, _form: object) -> Done:
    latest = _round_of_card(asked)
    if isinstance(latest, HttpResponse):
        return latest
    member, number = asked.member, int(asked.ids["number"])
    bookmark.keep(member, latest, bookmark.place(member, latest).turn(number))
    if number == CARDS:
        return asked.to("see:picture")
    return asked.to("see:card", number + 1)


def _stop(asked: PairRequest, _form: object) -> Done:
    latest = _round_of_card(asked)
    if isinstance(latest, HttpResponse):
        return latest
    member, number = asked.member, int(asked.ids["number"])
    bookmark.keep(member, latest, bookmark.place(member, latest).stop(number))
    return redirect("pairs:us")


look = PageOfTwo(
    template="see/opened.html",
    shows=_look,
    acts={"": Act(do=_take_a_look, own=True)},
    reads=READS,
).as_view()
cards = leads_on(_go_on, reads=READS)
card = PageOfTwo(
    template="see/card.html",
    shows=_card,
    acts={
        "next": Act(do=_turn, form=step_views.passing_by, own=True),
        "stop": Act(do=_stop, form=step_views.passing_by, own=True),
    },
    reads=READS,
).as_view()
