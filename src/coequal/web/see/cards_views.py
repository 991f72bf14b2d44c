"""Looking together: the moment it is open, the four cards, and our picture."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.people import Pair
from coequal.core.see.answers import Answers
from coequal.core.see.joint_entries import CARDS
from coequal.errors import Unsound
from coequal.people.pairs import PairMember
from coequal.web.decorators import member_required
from coequal.web.see import bookmark, joint_picture, our_picture, step_views
from coequal.web.see import cards_context as the_cards
from coequal.web.sessions import PersonRequest
from coequal.web.two.access import get_pair_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def look(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Take a breath before the cards; the first look pins what is open."""
    member = get_pair_or_404(request, pair_id)
    latest = joint_picture.where(member).round
    if not latest:
        return redirect("see:choose", pair_id)
    if request.method == "POST":
        joint_picture.remember(member, latest)
    if joint_picture.seen(member, latest):
        return redirect("see:cards", pair_id)
    return render(
        request, "see/opened.html", {"label": member.label, "pair_id": pair_id}
    )


@require_safe
@member_required
def cards(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Go on where one stopped: at a card, or after the last one at our picture."""
    member = get_pair_or_404(request, pair_id)
    latest = bookmark.looking(member)
    if not latest:
        return redirect("see:look", pair_id)
    mark = bookmark.place(member, latest)
    if mark.through:
        return redirect("see:picture", pair_id)
    return redirect("see:card", pair_id, mark.resume)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def card(request: PersonRequest, pair_id: str, number: int) -> HttpResponse:
    """Show one card; turn the next one, or stop for today."""
    member = get_pair_or_404(request, pair_id)
    if not 1 <= number <= CARDS:
        raise Http404
    latest = bookmark.looking(member)
    if not latest:
        return redirect("see:look", pair_id)
    if not bookmark.place(member, latest).may_see(number):
        return redirect("see:cards", pair_id)
    if request.method == "POST":
        return _onward(request, member, latest, number)
    if number == CARDS:
        return render(
            request, "see/card_step.html", step_views.last_card(member, latest)
        )
    form = joint_picture.form(member)
    answers = joint_picture.both(member, latest)
    context = {
        "pair_id": pair_id,
        "card": the_cards.shown(form, answers, number, names=member.names),
        "total": CARDS,
        "labels": member.names,
    }
    return render(request, "see/card.html", context)


def _onward(
    request: PersonRequest, member: PairMember, latest: int, number: int
) -> HttpResponse:
    """Do what a button of a card says; anything else leaves all as it is."""
    pair_id, do = member.pair_id.hex(), request.POST.get("do")
    mark = bookmark.place(member, latest)
    if do == "stop":
        bookmark.keep(member, latest, mark.stop(number))
        return redirect("pairs:us")
    if do != "next":
        return redirect("see:card", pair_id, number)
    bookmark.keep(member, latest, mark.turn(number))
    return (
        redirect("see:picture", pair_id)
        if number == CARDS
        else redirect("see:card", pair_id, number + 1)
    )


@require_safe
@member_required
def picture(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Show our picture, once all cards were turned: facts, then what they may mean.

    From the second round on it shows the one before beside it.
    """
    member = get_pair_or_404(request, pair_id)
    latest = bookmark.looking(member)
    if not latest:
        return redirect("see:look", pair_id)
    if not bookmark.place(member, latest).through:
        return redirect("see:cards", pair_id)
    context = our_picture.context(
        joint_picture.form(member),
        joint_picture.both(member, latest),
        names=member.names,
        before=_seen(member, latest - 1) if latest > 1 else None,
    )
    more = {"pair_id": pair_id, "earlier": range(latest - 1, 0, -1)}
    return render(request, "see/picture.html", context | more)


@require_safe
@member_required
def earlier(request: PersonRequest, pair_id: str, number: int) -> HttpResponse:
    """Show an earlier picture whole, as it was."""
    member = get_pair_or_404(request, pair_id)
    latest = bookmark.looking(member)
    if not latest:
        return redirect("see:look", pair_id)
    if number == latest:
        return redirect("see:picture", pair_id)
    if not 1 <= number < latest:
        raise Http404
    answers = _seen(member, number)
    context = our_picture.context(
        joint_picture.form(member), answers, names=member.names
    )
    return render(
        request, "see/picture.html", context | {"pair_id": pair_id, "number": number}
    )


def _seen(member: PairMember, number: int) -> Pair[Answers]:
    """Return what each opened in a round that I looked at and that is as it was.

    Nobody puts in again before they have looked. Raises `Unsound` otherwise.
    """
    if not joint_picture.seen(member, number):
        message = "an earlier picture was never looked at"
        raise Unsound(message)
    return joint_picture.both(member, number)
