"""Looking together: the moment it is open, the four cards, and our picture."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.people import Pair
from coequal.core.see.answers import Answers
from coequal.core.see.opening_entries import CARDS
from coequal.errors import Unsound
from coequal.people.pairs import Bond
from coequal.web.see import bookmark, joint, our_picture, steps
from coequal.web.see import cards as the_cards
from coequal.web.see.opening import readable_or_404
from coequal.web.visit import PersonRequest, kept_needed


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def look(request: PersonRequest, iid: str) -> HttpResponse:
    """Take a breath before the cards; the first look pins what is open."""
    bond = readable_or_404(request, iid)
    latest = joint.where(bond).round
    if not latest:
        return redirect("open", iid)
    if request.method == "POST":
        joint.pin(request.visit, bond, latest)
    if joint.pinned(request.visit, bond, latest):
        return redirect("cards", iid)
    return render(request, "opened.html", {"label": bond.label, "iid": iid})


@require_safe
@kept_needed
def cards(request: PersonRequest, iid: str) -> HttpResponse:
    """Go on where one stopped: at a card, or after the last one at our picture."""
    bond = readable_or_404(request, iid)
    latest = bookmark.looking(request.visit, bond)
    if not latest:
        return redirect("look", iid)
    mark = bookmark.place(request.visit, bond, latest)
    if mark.through:
        return redirect("picture", iid)
    return redirect("card", iid, mark.resume)


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def card(request: PersonRequest, iid: str, number: int) -> HttpResponse:
    """Show one card; turn the next one, or stop for today."""
    bond = readable_or_404(request, iid)
    if not 1 <= number <= CARDS:
        raise Http404
    latest = bookmark.looking(request.visit, bond)
    if not latest:
        return redirect("look", iid)
    if not bookmark.place(request.visit, bond, latest).may_see(number):
        return redirect("cards", iid)
    if request.method == "POST":
        return _onward(request, bond, latest, number)
    if number == CARDS:
        return render(request, "card_step.html", steps.last_card(bond, latest))
    form = joint.form(bond)
    answers = joint.both(bond, latest)
    context = {
        "iid": iid,
        "card": the_cards.shown(form, answers, number, names=bond.names),
        "total": CARDS,
        "labels": bond.names,
    }
    return render(request, "card.html", context)


def _onward(
    request: PersonRequest, bond: Bond, latest: int, number: int
) -> HttpResponse:
    """Do what a button of a card says; anything else leaves all as it is."""
    iid, do = bond.iid.hex(), request.POST.get("do")
    mark = bookmark.place(request.visit, bond, latest)
    if do == "stop":
        bookmark.keep(request.visit, bond, latest, mark.stop(number))
        return redirect("us")
    if do != "next":
        return redirect("card", iid, number)
    bookmark.keep(request.visit, bond, latest, mark.turn(number))
    return (
        redirect("picture", iid)
        if number == CARDS
        else redirect("card", iid, number + 1)
    )


@require_safe
@kept_needed
def picture(request: PersonRequest, iid: str) -> HttpResponse:
    """Show our picture, once all cards were turned: facts, then what they may mean.

    From the second round on it shows the one before beside it.
    """
    bond = readable_or_404(request, iid)
    latest = bookmark.looking(request.visit, bond)
    if not latest:
        return redirect("look", iid)
    if not bookmark.place(request.visit, bond, latest).through:
        return redirect("cards", iid)
    context = our_picture.context(
        joint.form(bond),
        joint.both(bond, latest),
        names=bond.names,
        before=_seen(request, bond, latest - 1) if latest > 1 else None,
    )
    more = {"iid": iid, "earlier": range(latest - 1, 0, -1)}
    return render(request, "picture.html", context | more)


@require_safe
@kept_needed
def earlier(request: PersonRequest, iid: str, number: int) -> HttpResponse:
    """Show an earlier picture whole, as it was."""
    bond = readable_or_404(request, iid)
    latest = bookmark.looking(request.visit, bond)
    if not latest:
        return redirect("look", iid)
    if number == latest:
        return redirect("picture", iid)
    if not 1 <= number < latest:
        raise Http404
    answers = _seen(request, bond, number)
    context = our_picture.context(joint.form(bond), answers, names=bond.names)
    return render(request, "picture.html", context | {"iid": iid, "number": number})


def _seen(request: PersonRequest, bond: Bond, number: int) -> Pair[Answers]:
    """Return what each opened in a round that I looked at and that is as it was.

    Nobody puts in again before they have looked. Raises `Unsound` otherwise.
    """
    if not joint.pinned(request.visit, bond, number):
        message = "an earlier picture was never looked at"
        raise Unsound(message)
    return joint.both(bond, number)
