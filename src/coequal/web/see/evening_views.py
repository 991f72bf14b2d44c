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
from coequal.core.see.joint_entries import EVENING_LONGEST, Evening
from coequal.errors import Refused
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web.decorators import member_required
from coequal.web.see import joint_lines
from coequal.web.see.step_views import why_not
from coequal.web.sessions import PersonRequest
from coequal.web.two.access import get_writable_pair_or_404

EVENINGS: Final = subject("evening")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def evening(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Show what both suggest, and let one suggest an evening or take it back."""
    member = get_writable_pair_or_404(request, pair_id)
    if request.method != "POST":
        return _page(request, member)
    text = request.POST.get("text", "")
    if request.POST.get("do") == "back":
        joint_lines.take_back(member, Evening, about=EVENINGS)
        return redirect("see:evening", pair_id)
    try:
        line = one_line(text, longest=EVENING_LONGEST)
    except Refused as refused:
        empty = _("Write when, in your own words, or leave it.")
        error = why_not(refused, text, EVENING_LONGEST, empty)
        return _page(request, member, text=text, error=error)
    joint_lines.say(member, Evening(text=line), about=EVENINGS)
    return redirect("see:evening", pair_id)


def _page(
    request: PersonRequest, member: PairMember, text: str | None = None, error: str = ""
) -> HttpResponse:
    suggested = joint_lines.of_both(member, Evening, about=EVENINGS)
    mine = suggested[member.seat]
    context = {
        "pair_id": member.pair_id.hex(),
        "label": member.label,
        "labels": member.names,
        "suggested": suggested.map(lambda one: one or _("Nothing is suggested here.")),
        "has_mine": mine is not None,
        "text": (mine or "") if text is None else text,
        "error": error,
    }
    return render(request, "see/evening.html", context, status=422 if error else 200)
