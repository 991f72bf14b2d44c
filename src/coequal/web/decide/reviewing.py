"""Review later: what two people write of what they settled, each by themselves."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coequal.core.decide.apart import Apart
from coequal.core.decide.entries import Review
from coequal.core.decide.matters import Matter
from coequal.core.decide.reviews import (
    check_review,
    check_unread,
    reviews,
    settled_ref,
)
from coequal.core.decide.rules import REVIEW_LONGEST
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Closed
from coequal.people.pairs import Bond
from coequal.sealed.subjects import subject
from coequal.web import pins
from coequal.web.decide import apart, page, room
from coequal.web.see.opening import bond_or_404, readable_or_404
from coequal.web.visit import PersonRequest, kept_needed


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def review(request: PersonRequest, iid: str, qid: str) -> HttpResponse:
    """Write two sentences on what was settled, change them, or take them out."""
    if request.method != "POST":
        bond = readable_or_404(request, iid)
        return _shown(request, bond, _settled_or_404(bond, qid))
    bond = bond_or_404(request, iid)
    with journal.held(bond.viewer.space.id):
        matter = _settled_or_404(bond, qid)
        try:
            _do(request, bond, matter)
        except Closed:
            raise
        except Refused as refused:
            return _shown(request, bond, matter, refused)
    return redirect("review", iid, qid)


def _do(request: PersonRequest, bond: Bond, matter: Matter) -> None:
    found, gate = _found(bond, matter), _about(matter)
    if request.POST.get("do") == "withdraw":
        check_unread(found)
        journal.withdraw(bond.viewer, Review, gate=gate, whole=False)
        return
    entry = check_review(matter, found, request.POST.get("text", ""))
    journal.put_in(bond.viewer, {gate: entry}, gate=gate)


def _shown(
    request: PersonRequest, bond: Bond, matter: Matter, refused: Refused | None = None
) -> HttpResponse:
    """Render both reviews or the field for one's own, with what was typed."""
    found = _found(bond, matter)
    if found.both is not None:
        pins.pin(request.visit, {pins.about(bond, _about(matter)): found.refs})
    context: dict[str, Any] = {
        "iid": bond.iid.hex(),
        "qid": room.name(matter),
        "text": matter.question.text,
        "settlement": matter.settlement,
        "labels": bond.names,
        "closed": bond.closed,
        "said": found.both and found.both.map(lambda one: one.text),
        "is_in": found.mine is not None,
        "mine": found.mine.text if found.mine else "",
        "longest": REVIEW_LONGEST,
    }
    if refused is not None:
        typed = request.POST.get("text", "")
        context |= {"error": page.why_not(refused), "mine": typed}
    status = 422 if refused is not None else 200
    return render(request, "review.html", context, status=status)


def _found(bond: Bond, matter: Matter) -> Apart[Review]:
    written = journal.read(bond.viewer, Review)
    found = reviews(matter, written, bond.seat)
    apart.check_shown(written, _about(matter), found)
    return found


def _about(matter: Matter) -> bytes:
    """Return the subject under which both write of these exact words."""
    return subject("review", settled_ref(matter) or b"")


def _settled_or_404(bond: Bond, qid: str) -> Matter:
    matter = room.find(bond, qid)
    if matter is None or matter.settlement is None:
        raise Http404
    return matter
