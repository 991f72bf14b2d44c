"""Review later: what two people write of what they settled, each by themselves."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coequal.core.decide.apart import Apart
from coequal.core.decide.entries import Review
from coequal.core.decide.question_state import QuestionState
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
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web import first_seen
from coequal.web.decide import actions, apart, contexts
from coequal.web.decorators import member_required
from coequal.web.see.consent_views import get_pair_or_404, get_writable_pair_or_404
from coequal.web.sessions import PersonRequest


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def review(request: PersonRequest, pair_id: str, question_id: str) -> HttpResponse:
    """Write two sentences on what was settled, change them, or take them out."""
    if request.method != "POST":
        member = get_pair_or_404(request, pair_id)
        return _shown(request, member, _settled_or_404(member, question_id))
    member = get_writable_pair_or_404(request, pair_id)
    with member.reading.locked():
        state = _settled_or_404(member, question_id)
        try:
            _do(request, member, state)
        except Closed:
            raise
        except Refused as refused:
            return _shown(request, member, state, refused)
    return redirect("decide:review", pair_id, question_id)


def _do(request: PersonRequest, member: PairMember, state: QuestionState) -> None:
    found, gate = _found(member, state), _about(state)
    if request.POST.get("do") == "withdraw":
        check_unread(found)
        journal.withdraw(member.reading, Review, opens_on=gate)
        return
    entry = check_review(state, found, request.POST.get("text", ""))
    journal.put_in(member.reading, {gate: entry}, opens_on=gate)


def _shown(
    request: PersonRequest,
    member: PairMember,
    state: QuestionState,
    refused: Refused | None = None,
) -> HttpResponse:
    """Render both reviews or the field for one's own, with what was typed."""
    found = _found(member, state)
    if found.both is not None:
        first_seen.pin(
            request.session, {first_seen.about(member, _about(state)): found.refs}
        )
    context: dict[str, Any] = {
        "pair_id": member.pair_id.hex(),
        "question_id": actions.name(state),
        "text": state.question.text,
        "settlement": state.settlement,
        "labels": member.names,
        "closed": member.closed,
        "said": found.both and found.both.map(lambda one: one.text),
        "is_in": found.mine is not None,
        "mine": found.mine.text if found.mine else "",
        "longest": REVIEW_LONGEST,
    }
    if refused is not None:
        typed = request.POST.get("text", "")
        context |= {"error": contexts.why_not(refused), "mine": typed}
    status = 422 if refused is not None else 200
    return render(request, "decide/review.html", context, status=status)


def _found(member: PairMember, state: QuestionState) -> Apart[Review]:
    written = member.reading.read(Review)
    found = reviews(state, written, member.seat)
    apart.check_shown(written, _about(state), found)
    return found


def _about(state: QuestionState) -> bytes:
    """Return the subject under which both write of these exact words."""
    return subject("review", settled_ref(state) or b"")


def _settled_or_404(member: PairMember, question_id: str) -> QuestionState:
    state = actions.find(member, question_id)
    if state is None or state.settlement is None:
        raise Http404
    return state
