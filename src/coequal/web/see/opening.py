"""Choosing what to open, and being ready to look."""

from __future__ import annotations

from collections.abc import Collection

from django.http import Http404, HttpResponse
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
from coequal.journal.door import Closed
from coequal.people import pairs
from coequal.people.pairs import Bond
from coequal.web.see import bookmark, joint, own, own_picture
from coequal.web.visit import PersonRequest, kept_needed


def bond_or_404(request: PersonRequest, iid: str) -> Bond:
    """Return one of the person's pairs, once both are here and until it closes.

    Raises `Closed` after that.
    """
    bond = readable_or_404(request, iid)
    if bond.closed:
        message = "this place is closed"
        raise Closed(message)
    return bond


def readable_or_404(request: PersonRequest, iid: str) -> Bond:
    """Return one of the person's pairs, once both are here, closed or not."""
    bond = pairs.bond(request.visit, bytes.fromhex(iid))
    if bond is None or bond.pair is None:
        raise Http404
    return bond


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def choose(request: PersonRequest, iid: str) -> HttpResponse:
    """Choose what to open, with a preview; then be ready."""
    bond = bond_or_404(request, iid)
    where = joint.where(bond)
    if where.round:
        waits = _look_first(request, bond, where.round)
        if waits is not None:
            return waits
    sheet = joint.sheet(bond)
    form, answers = own.form(sheet), own.answers(request.visit, sheet)
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
            is_open = joint.put_in(bond, where.next, chosen)
            return redirect("look" if is_open else "ready", iid)
    context = {
        "label": bond.label,
        "iid": iid,
        "parts": own_picture.parts(form, answers, answered, picked),
        "error": error,
    }
    return render(request, "open.html", context, status=422 if error else 200)


def _look_first(request: PersonRequest, bond: Bond, latest: int) -> HttpResponse | None:
    """Return where to go before one may look again; None if nothing is missing.

    First one looks at all of what is open.
    """
    visit, iid = request.visit, bond.iid.hex()
    looked = bookmark.looking(visit, bond)
    if not looked or not bookmark.place(visit, bond, latest).through:
        return redirect("look", iid)
    missing = joint.missing(visit, bond, latest)
    if not missing:
        return None
    if request.method == "POST":
        return redirect("open", iid)
    context = {
        "label": bond.label,
        "iid": iid,
        "sid": bond.sheet.hex(),
        "time": Missing.TIME in missing,
        "answers": Missing.ANSWERS in missing,
    }
    return render(request, "later.html", context)


@require_POST
@kept_needed
def answer(request: PersonRequest, iid: str) -> HttpResponse:
    """Go to the questions that belong to this pair."""
    bond = bond_or_404(request, iid)
    own.turn_into(request.visit, bond.sheet, joint.pair(bond))
    return redirect("sheet", bond.sheet.hex())


def _why(refused: Refused) -> str:
    texts = {
        NoPick.NOTHING: _("Choose at least one."),
        NoPick.ALL: _("Leave at least one out. Everybody does."),
        NoPick.ONLY_ONE: _("Answer a little more first: one part always stays out."),
        NoPick.UNANSWERED: _("One of these is not answered yet."),
    }
    return texts[refused.args[0]]


@require_safe
@kept_needed
def ready(request: PersonRequest, iid: str) -> HttpResponse:
    """Say that one is ready. The same page whether or not the other is in."""
    bond = bond_or_404(request, iid)
    where = joint.where(bond)
    if not where.ready:
        return redirect("open", iid)
    parts = joint.form(bond).instrument.parts
    opens = [part.title for part in parts if part.id in where.mine]
    context = {"label": bond.label, "iid": iid, "opens": opens}
    return render(request, "ready.html", context)


@require_POST
@kept_needed
def unready(request: PersonRequest, iid: str) -> HttpResponse:
    """Take everything back. Nobody is told."""
    bond = bond_or_404(request, iid)
    if joint.where(bond).ready or not bookmark.looking(request.visit, bond):
        joint.withdraw(bond)
    return redirect("open", iid)
