"""The last card: one small step each, or nothing now, and a line of thanks."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from coequal.core.lines import NoLine, one_line
from coequal.core.see.joint_entries import (
    CARDS,
    STEP_LONGEST,
    THANKS_LONGEST,
    Step,
    Thanks,
)
from coequal.errors import Refused
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web.decorators import member_required
from coequal.web.see import bookmark, cards_context, joint_lines, joint_picture
from coequal.web.sessions import PersonRequest
from coequal.web.two.access import get_writable_pair_or_404


def steps_of(number: int) -> bytes:
    """Return the subject of the two steps of one round."""
    return subject("step", str(number))


def thanks_of(number: int) -> bytes:
    """Return the subject of the two thanks of one round."""
    return subject("thanks", str(number))


def last_card(member: PairMember, number: int, **faulty: str) -> dict[str, Any]:
    """Return what the last card of one round shows.

    A text that cannot stand comes back as `step` or `thanks`, with the reason as
    `step_error` or `thanks_error`.
    """
    form = joint_picture.form(member)
    answers = joint_picture.both(member, number)
    steps = joint_lines.of_both(member, Step, about=steps_of(number))
    thanks = joint_lines.of_both(member, Thanks, about=thanks_of(number))
    return {
        "pair_id": member.pair_id.hex(),
        "card": cards_context.shown(form, answers, CARDS, names=member.names),
        "total": CARDS,
        "labels": member.names,
        "ideas": cards_context.ideas(form, answers, names=member.names),
        "steps": steps.map(_stepped),
        "thanked": thanks,
        "has_step": steps[member.seat] is not None,
        "has_thanks": thanks[member.seat] is not None,
        "step": steps[member.seat] or "",
        "thanks": thanks[member.seat] or "",
        "closed": member.closed,
        **faulty,
    }


def _stepped(text: str | None) -> str:
    """One wording for not looked yet, not written and taken back."""
    if text is None:
        return _("Nothing is written here, and nothing has to be.")
    return text or _("Nothing now.")


@require_POST
@member_required
def step(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Say one small step, or that it is nothing now, or take it back."""
    member = get_writable_pair_or_404(request, pair_id)
    number = _at_the_last(member)
    if not number:
        return redirect("see:cards", pair_id)
    do, text = request.POST.get("do", ""), request.POST.get("text", "")
    if do == "back":
        joint_lines.take_back(member, Step, about=steps_of(number))
    elif do == "nothing":
        joint_lines.say(member, Step(round=number, text=""), about=steps_of(number))
    else:
        try:
            line = one_line(text, longest=STEP_LONGEST)
        except Refused as refused:
            why = why_not(refused, text, STEP_LONGEST, _what_to_do())
            return _again(request, member, number, step=text, step_error=why)
        joint_lines.say(member, Step(round=number, text=line), about=steps_of(number))
    return redirect("see:card", pair_id, CARDS)


@require_POST
@member_required
def thanks(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Say a line of thanks, or take it back."""
    member = get_writable_pair_or_404(request, pair_id)
    number = _at_the_last(member)
    if not number:
        return redirect("see:cards", pair_id)
    text = request.POST.get("text", "")
    if request.POST.get("do") == "back":
        joint_lines.take_back(member, Thanks, about=thanks_of(number))
        return redirect("see:card", pair_id, CARDS)
    try:
        line = one_line(text, longest=THANKS_LONGEST)
    except Refused as refused:
        empty = _("Write a line, or leave it. Both are fine.")
        why = why_not(refused, text, THANKS_LONGEST, empty)
        return _again(request, member, number, thanks=text, thanks_error=why)
    joint_lines.say(member, Thanks(round=number, text=line), about=thanks_of(number))
    return redirect("see:card", pair_id, CARDS)


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


def _at_the_last(member: PairMember) -> int:
    """Return the round whose last card I may see; 0 if I may not yet."""
    number = bookmark.looking(member)
    if number and bookmark.place(member, number).may_see(CARDS):
        return number
    return 0


def _again(
    request: PersonRequest, member: PairMember, number: int, **faulty: str
) -> HttpResponse:
    context = last_card(member, number, **faulty)
    return render(request, "see/card_step.html", context, status=422)
