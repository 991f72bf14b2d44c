"""Looking together: the moment it is open, the four cards, and our picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from coequal.core.people import Pair
from coequal.core.see.answers import Answers
from coequal.core.see.entries import Opening
from coequal.core.see.joint_entries import CARDS
from coequal.errors import Unsound
from coequal.people.pairs import PairMember
from coequal.web.see import bookmark, joint_picture, our_picture, step_views
from coequal.web.see.cards_context import ShownCard, shown
from coequal.web.see.our_picture import OurPicture
from coequal.web.two.page import (
    Act,
    Asked,
    Done,
    Tried,
    leads_on,
    page_of_two,
    rendered,
)

READS = (Opening,)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedContext:
    """A breath before the cards."""

    pair_id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContext:
    """One of the cards but the last."""

    pair_id: str
    card: ShownCard
    labels: Pair[str]
    total: int = CARDS


def _look(asked: Asked, _tried: Tried | None) -> OpenedContext | HttpResponse:
    """Take a breath before the cards."""
    member = asked.member
    latest = joint_picture.where(member).round
    if not latest:
        return redirect("see:choose", member.pair_id.hex())
    if joint_picture.seen(member, latest):
        return _to_cards(asked)
    return OpenedContext(pair_id=member.pair_id.hex(), label=member.label)


def _take_a_look(asked: Asked, _form: object) -> Done:
    """Remember what is open, as it is at the first look."""
    member = asked.member
    latest = joint_picture.where(member).round
    if not latest:
        return redirect("see:choose", member.pair_id.hex())
    joint_picture.remember(member, latest)
    return _to_cards(asked)


def _go_on(asked: Asked) -> HttpResponse:
    """Go on where one stopped: at a card, or after the last one at our picture."""
    member = asked.member
    latest = bookmark.looking(member)
    if not latest:
        return _to_look(asked)
    mark = bookmark.place(member, latest)
    if mark.through:
        return redirect("see:picture", member.pair_id.hex())
    return redirect("see:card", member.pair_id.hex(), mark.resume)


def _card(asked: Asked, tried: Tried | None) -> CardContext | HttpResponse:
    """Show one card; turn the next one, or stop for today."""
    latest = _round_of_card(asked)
    if isinstance(latest, HttpResponse):
        return latest
    member, number = asked.member, int(asked.ids["number"])
    if number == CARDS:
        context = step_views.last_card(member, latest)
        return rendered(asked, "see/card_step.html", context, tried)
    form, answers = joint_picture.form(member), joint_picture.both(member, latest)
    return CardContext(
        pair_id=member.pair_id.hex(),
        card=shown(form, answers, number, names=member.names),
        labels=member.names,
    )


def _round_of_card(asked: Asked) -> int | HttpResponse:
    """Return the round whose card this is, or where to go before one may see it."""
    number = int(asked.ids["number"])
    if not 1 <= number <= CARDS:
        raise Http404
    latest = bookmark.looking(asked.member)
    if not latest:
        return _to_look(asked)
    if not bookmark.place(asked.member, latest).may_see(number):
        return _to_cards(asked)
    return latest


def _turn(asked: Asked, _form: object) -> Done:
    latest = _round_of_card(asked)
    if isinstance(latest, HttpResponse):
        return latest
    member, number = asked.member, int(asked.ids["number"])
    bookmark.keep(member, latest, bookmark.place(member, latest).turn(number))
    if number == CARDS:
        return redirect("see:picture", member.pair_id.hex())
    return redirect("see:card", member.pair_id.hex(), number + 1)


def _stop(asked: Asked, _form: object) -> Done:
    latest = _round_of_card(asked)
    if isinstance(latest, HttpResponse):
        return latest
    member, number = asked.member, int(asked.ids["number"])
    bookmark.keep(member, latest, bookmark.place(member, latest).stop(number))
    return redirect("pairs:us")


def _picture(asked: Asked, _tried: Tried | None) -> OurPicture | HttpResponse:
    """Show our picture, once all cards were turned: facts, then what they may mean.

    From the second round on it shows the one before beside it.
    """
    member = asked.member
    latest = bookmark.looking(member)
    if not latest:
        return _to_look(asked)
    if not bookmark.place(member, latest).through:
        return _to_cards(asked)
    shows = our_picture.context(
        joint_picture.form(member),
        joint_picture.both(member, latest),
        names=member.names,
        before=_seen(member, latest - 1) if latest > 1 else None,
    )
    earlier = range(latest - 1, 0, -1)
    return replace(shows, pair_id=member.pair_id.hex(), earlier=earlier)


def _earlier(asked: Asked, _tried: Tried | None) -> OurPicture | HttpResponse:
    """Show an earlier picture whole, as it was."""
    member, number = asked.member, int(asked.ids["number"])
    latest = bookmark.looking(member)
    if not latest:
        return _to_look(asked)
    if number == latest:
        return redirect("see:picture", member.pair_id.hex())
    if not 1 <= number < latest:
        raise Http404
    form, answers = joint_picture.form(member), _seen(member, number)
    shows = our_picture.context(form, answers, names=member.names)
    return replace(shows, pair_id=member.pair_id.hex(), number=number)


def _seen(member: PairMember, number: int) -> Pair[Answers]:
    """Return what each opened in a round that I looked at and that is as it was.

    Nobody puts in again before they have looked. Raises `Unsound` otherwise.
    """
    if not joint_picture.seen(member, number):
        message = "an earlier picture was never looked at"
        raise Unsound(message)
    return joint_picture.both(member, number)


def _to_look(asked: Asked) -> HttpResponse:
    return redirect("see:look", asked.member.pair_id.hex())


def _to_cards(asked: Asked) -> HttpResponse:
    return redirect("see:cards", asked.member.pair_id.hex())


look = page_of_two(
    "see/opened.html",
    _look,
    acts={"": Act(do=_take_a_look, own=True)},
    reads=READS,
)
cards = leads_on(_go_on, reads=READS)
card = page_of_two(
    "see/card.html",
    _card,
    acts={"next": Act(do=_turn, own=True), "stop": Act(do=_stop, own=True)},
    reads=READS,
    onward=_to_cards,
)
picture = page_of_two("see/picture.html", _picture, reads=READS)
earlier = page_of_two("see/picture.html", _earlier, reads=READS)
