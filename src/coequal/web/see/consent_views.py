"""Choosing what to open, and being ready to look."""

from __future__ import annotations

from collections.abc import Collection

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from coequal.core.see.answers import NoPick, check_pick, may_open, opened
from coequal.core.see.rounds import Missing
from coequal.errors import Refused
from coequal.people.pairs import PairMember
from coequal.web.decorators import member_required
from coequal.web.see import answers_store, bookmark, joint_picture, own_picture
from coequal.web.sessions import PersonRequest
from coequal.web.two.access import get_writable_pair_or_404, pair_type


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def choose(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Choose what to open, with a preview; then be ready."""
    member = get_writable_pair_or_404(request, pair_id)
    where = joint_picture.where(member)
    if where.round:
        waits = _look_first(request, member, where.round)
        if waits is not None:
            return waits
    sheet = joint_picture.sheet(member)
    form, answers = (
        answers_store.form(sheet),
        answers_store.answers(request.session, sheet),
    )
    answered = may_open(form.instrument, answers)
    picked: Collection[str] = where.mine if where.ready else ()
    error = ""
    if request.method == "POST":
        picked = request.POST.getlist("part")
        try:
            check_pick(picked, answered)
        except Refused as refused:
            error = _why(refused)
        else:
            chosen = opened(form.instrument, answers, picked)
            is_open = joint_picture.put_in(member, where.next, chosen)
            return redirect("see:look" if is_open else "see:ready", pair_id)
    context = {
        "label": member.label,
        "pair_id": pair_id,
        "parts": own_picture.parts(form, answers, answered, picked),
        "error": error,
    }
    return render(request, "see/open.html", context, status=422 if error else 200)


def _look_first(
    request: PersonRequest, member: PairMember, latest: int
) -> HttpResponse | None:
    """Return where to go before one may look again; None if nothing is missing.

    First one looks at all of what is open.
    """
    session, pair_id = request.session, member.pair_id.hex()
    looked = bookmark.looking(member)
    if not looked or not bookmark.place(member, latest).through:
        return redirect("see:look", pair_id)
    missing = joint_picture.missing(session, member, latest)
    if not missing:
        return None
    if request.method == "POST":
        return redirect("see:choose", pair_id)
    context = {
        "label": member.label,
        "pair_id": pair_id,
        "sheet_id": member.sheet.hex(),
        "time": Missing.TIME in missing,
        "answers": Missing.ANSWERS in missing,
    }
    return render(request, "see/later.html", context)


@require_POST
@member_required
def answer(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Go to the questions that belong to this pair."""
    member = get_writable_pair_or_404(request, pair_id)
    answers_store.turn_into(request.session, member.sheet, pair_type(member))
    return redirect("see:sheet", member.sheet.hex())


def _why(refused: Refused) -> str:
    texts = {
        NoPick.NOTHING: _("Choose at least one."),
        NoPick.ALL: _("Leave at least one out. Everybody does."),
        NoPick.ONLY_ONE: _("Answer a little more first: one part always stays out."),
        NoPick.UNANSWERED: _("One of these is not answered yet."),
    }
    return texts[refused.args[0]]


@require_safe
@member_required
def ready(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Say that one is ready. The same page whether or not the other is in."""
    member = get_writable_pair_or_404(request, pair_id)
    where = joint_picture.where(member)
    if not where.ready:
        return redirect("see:choose", pair_id)
    parts = joint_picture.form(member).instrument.parts
    opens = [part.title for part in parts if part.id in where.mine]
    context = {"label": member.label, "pair_id": pair_id, "opens": opens}
    return render(request, "see/ready.html", context)


@require_POST
@member_required
def unready(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Take everything back. Nobody is told."""
    member = get_writable_pair_or_404(request, pair_id)
    if joint_picture.where(member).ready or not bookmark.looking(member):
        joint_picture.withdraw(member)
    return redirect("see:choose", pair_id)
