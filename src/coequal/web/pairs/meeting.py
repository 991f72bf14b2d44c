"""The page of one pair before it has a home: invited, joined, waiting, or closed.

The home itself, and which of these stands in its place: `web/us/pair.py`.
"""

from __future__ import annotations

from django.http import Http404, HttpResponse

from coequal.people import invitations, pairs
from coequal.people.pairs import PairMember
from coequal.web.context import render_context
from coequal.web.days import by_own_days
from coequal.web.pairs import before
from coequal.web.pairs.before import ClosedContext
from coequal.web.see import joint_picture
from coequal.web.sessions import PersonRequest


@by_own_days
def invited(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Show an invitation of mine; `Http404` of anything else."""
    key = bytes.fromhex(pair_id)
    for record in invitations.mine(request.session):
        if record.entry.pair_id == key:
            return before.invitation(request, record.entry)
    pairs.check_lost(request.session, key)
    raise Http404


def member_page(request: PersonRequest, member: PairMember) -> HttpResponse:
    """Show a pair of mine that is closed, or in which not both are here."""
    member.note_missing()
    if member.closed:
        return _closed(request, member)
    member.check_sound()
    return before.waiting(request, member)


def _closed(request: PersonRequest, member: PairMember) -> HttpResponse:
    """Show the one page that both read, with the way to what was open."""
    context = ClosedContext(
        pair_id=member.pair_id.hex(),
        label=member.label,
        met=member.pair is not None,
        open=member.pair is not None and joint_picture.where(member).round > 0,
    )
    return render_context(request, "pairs/closed.html", context)
