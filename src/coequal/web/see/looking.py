"""Looking together: the moment it is open, the four cards, and our picture."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.see.opening_entries import CARDS
from coequal.people.pairs import Bond
from coequal.web.see import bookmark, joint, our_picture, steps
from coequal.web.see import cards as the_cards
from coequal.web.see.opening import bond_or_404
from coequal.web.visit import PersonRequest, kept_needed


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def look(request: PersonRequest, iid: str) -> HttpResponse:
    """Take a breath before the cards; the first look pins what is open."""
    bond = bond_or_404(request, iid)
    if not joint.where(bond).open:
        return redirect("open", iid)
    if request.method == "POST":
        joint.pin(request.visit, bond)
    if joint.pinned(request.visit, bond):
        return redirect("cards", iid)
    return render(request, "opened.html", {"label": bond.label, "iid": iid})


@require_safe
@kept_needed
def cards(request: PersonRequest, iid: str) -> HttpResponse:
    """Go on where one stopped: at a card, or after the last one at our picture."""
    bond = bond_or_404(request, iid)
    if not bookmark.looking(request.visit, bond):
        return redirect("look", iid)
    mark = bookmark.place(request.visit, bond)
    if mark.through:
        return redirect("picture", iid)
    return redirect("card", iid, mark.resume)


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def card(request: PersonRequest, iid: str, number: int) -> HttpResponse:
    """Show one card; turn the next one, or stop for today."""
    bond = bond_or_404(request, iid)
    if not 1 <= number <= CARDS:
        raise Http404
    if not bookmark.looking(request.visit, bond):
        return redirect("look", iid)
    if not bookmark.place(request.visit, bond).may_see(number):
        return redirect("cards", iid)
    if request.method == "POST":
        return _onward(request, bond, number)
    if number == CARDS:
        return render(request, "card_step.html", steps.last_card(bond))
    form = joint.form(bond)
    answers = joint.both(bond)
    context = {
        "iid": iid,
        "card": the_cards.shown(form, answers, number, names=bond.names),
        "total": CARDS,
        "labels": bond.names,
    }
    return render(request, "card.html", context)


def _onward(request: PersonRequest, bond: Bond, number: int) -> HttpResponse:
    """Do what a button of a card says; anything else leaves all as it is."""
    iid, do = bond.iid.hex(), request.POST.get("do")
    mark = bookmark.place(request.visit, bond)
    if do == "stop":
        bookmark.keep(request.visit, bond, mark.stop(number))
        return redirect("us")
    if do != "next":
        return redirect("card", iid, number)
    bookmark.keep(request.visit, bond, mark.turn(number))
    return (
        redirect("picture", iid)
        if number == CARDS
        else redirect("card", iid, number + 1)
    )


@require_safe
@kept_needed
def picture(request: PersonRequest, iid: str) -> HttpResponse:
    """Show our picture, once all cards were turned: facts, then what they may mean."""
    bond = bond_or_404(request, iid)
    if not bookmark.looking(request.visit, bond):
        return redirect("look", iid)
    if not bookmark.place(request.visit, bond).through:
        return redirect("cards", iid)
    form = joint.form(bond)
    answers = joint.both(bond)
    context = our_picture.context(form, answers, names=bond.names)
    return render(request, "picture.html", context | {"iid": iid})
