"""The last card: one small step each, or nothing now, and a line of thanks."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from coequal.core.lines import NoLine, one_line
from coequal.core.see.opening_entries import (
    CARDS,
    STEP_LONGEST,
    THANKS_LONGEST,
    Step,
    Thanks,
)
from coequal.errors import Refused
from coequal.people.pairs import Bond
from coequal.sealed.subjects import subject
from coequal.web.see import bookmark, cards, joint, lines
from coequal.web.see.opening import bond_or_404
from coequal.web.visit import PersonRequest, kept_needed


def steps_of(number: int) -> bytes:
    """Return the subject of the two steps of one round."""
    return subject("step", str(number))


def thanks_of(number: int) -> bytes:
    """Return the subject of the two thanks of one round."""
    return subject("thanks", str(number))


def last_card(bond: Bond, number: int, **faulty: str) -> dict[str, Any]:
    """Return what the last card of one round shows.

    A text that cannot stand comes back as `step` or `thanks`, with the reason as
    `step_error` or `thanks_error`.
    """
    form = joint.form(bond)
    answers = joint.both(bond, number)
    steps = lines.of_both(bond, Step, about=steps_of(number))
    thanks = lines.of_both(bond, Thanks, about=thanks_of(number))
    return {
        "iid": bond.iid.hex(),
        "card": cards.shown(form, answers, CARDS, names=bond.names),
        "total": CARDS,
        "labels": bond.names,
        "ideas": cards.ideas(form, answers, names=bond.names),
        "steps": steps.map(_stepped),
        "thanked": thanks,
        "has_step": steps[bond.seat] is not None,
        "has_thanks": thanks[bond.seat] is not None,
        "step": steps[bond.seat] or "",
        "thanks": thanks[bond.seat] or "",
        "closed": bond.closed,
        **faulty,
    }


def _stepped(text: str | None) -> str:
    """One wording for not looked yet, not written and taken back."""
    if text is None:
        return _("Nothing is written here, and nothing has to be.")
    return text or _("Nothing now.")


@require_POST
@kept_needed
def step(request: PersonRequest, iid: str) -> HttpResponse:
    """Say one small step, or that it is nothing now, or take it back."""
    bond = bond_or_404(request, iid)
    number = _at_the_last(request, bond)
    if not number:
        return redirect("cards", iid)
    do, text = request.POST.get("do", ""), request.POST.get("text", "")
    if do == "back":
        lines.take_back(bond, Step, about=steps_of(number))
    elif do == "nothing":
        lines.say(bond, Step(sitting=number, text=""), about=steps_of(number))
    else:
        try:
            line = one_line(text, longest=STEP_LONGEST)
        except Refused as refused:
            why = why_not(refused, text, STEP_LONGEST, _what_to_do())
            return _again(request, bond, number, step=text, step_error=why)
        lines.say(bond, Step(sitting=number, text=line), about=steps_of(number))
    return redirect("card", iid, CARDS)


@require_POST
@kept_needed
def thanks(request: PersonRequest, iid: str) -> HttpResponse:
    """Say a line of thanks, or take it back."""
    bond = bond_or_404(request, iid)
    number = _at_the_last(request, bond)
    if not number:
        return redirect("cards", iid)
    text = request.POST.get("text", "")
    if request.POST.get("do") == "back":
        lines.take_back(bond, Thanks, about=thanks_of(number))
        return redirect("card", iid, CARDS)
    try:
        line = one_line(text, longest=THANKS_LONGEST)
    except Refused as refused:
        empty = _("Write a line, or leave it. Both are fine.")
        why = why_not(refused, text, THANKS_LONGEST, empty)
        return _again(request, bond, number, thanks=text, thanks_error=why)
    lines.say(bond, Thanks(sitting=number, text=line), about=thanks_of(number))
    return redirect("card", iid, CARDS)


def why_not(refused: Refused, text: str, longest: int, empty: str) -> str:
    """Say why a text cannot stand, and that it is still there."""
    if refused.args[0] is NoLine.EMPTY:
        return empty
    long = _(
        "This is %(length)s signs long, and %(longest)s fit. "
        "It is all still here: make it shorter."
    )
    return long % {"length": len(" ".join(text.split())), "longest": longest}


def _what_to_do() -> str:
    return _("Write one small step, or press “Nothing now”.")


def _at_the_last(request: PersonRequest, bond: Bond) -> int:
    """Return the round whose last card I may see; 0 if I may not yet."""
    number = bookmark.looking(request.visit, bond)
    if number and bookmark.place(request.visit, bond, number).may_see(CARDS):
        return number
    return 0


def _again(
    request: PersonRequest, bond: Bond, number: int, **faulty: str
) -> HttpResponse:
    context = last_card(bond, number, **faulty)
    return render(request, "card_step.html", context, status=422)
