"""An evening that suits both: each may suggest one, at any time, in plain words.

No calendar and no reminder. The page is the same whether or not anybody is ready.
"""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.core.lines import one_line
from coequal.core.see.opening_entries import EVENING_LONGEST, Evening
from coequal.errors import Refused
from coequal.people.pairs import Bond
from coequal.sealed.subjects import subject
from coequal.web.see import lines
from coequal.web.see.opening import bond_or_404
from coequal.web.see.steps import why_not
from coequal.web.visit import PersonRequest, kept_needed

EVENINGS: Final = subject("evening")


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def evening(request: PersonRequest, iid: str) -> HttpResponse:
    """Show what both suggest, and let one suggest an evening or take it back."""
    bond = bond_or_404(request, iid)
    if request.method != "POST":
        return _page(request, bond)
    text = request.POST.get("text", "")
    if request.POST.get("do") == "back":
        lines.take_back(bond, Evening, about=EVENINGS)
        return redirect("evening", iid)
    try:
        line = one_line(text, longest=EVENING_LONGEST)
    except Refused as refused:
        empty = _("Write when, in your own words, or leave it.")
        error = why_not(refused, text, EVENING_LONGEST, empty)
        return _page(request, bond, text=text, error=error)
    lines.say(bond, Evening(text=line), about=EVENINGS)
    return redirect("evening", iid)


def _page(
    request: PersonRequest, bond: Bond, text: str | None = None, error: str = ""
) -> HttpResponse:
    suggested = lines.of_both(bond, Evening, about=EVENINGS)
    mine = suggested[bond.seat]
    context = {
        "iid": bond.iid.hex(),
        "label": bond.label,
        "labels": bond.names,
        "suggested": suggested.map(lambda one: one or _("Nothing is suggested here.")),
        "has_mine": mine is not None,
        "text": (mine or "") if text is None else text,
        "error": error,
    }
    return render(request, "evening.html", context, status=422 if error else 200)
