"""The one door to a pair's pages: who may read them, and who may write there."""

from __future__ import annotations

from django.http import Http404

from coequal.core.entry import Entry
from coequal.core.people import PairType
from coequal.errors import Unreadable
from coequal.journal.door import Closed
from coequal.people import pairs
from coequal.people.pairs import PairMember
from coequal.web.sessions import PersonRequest


def get_pair_or_404(
    request: PersonRequest, pair_id: str, *kinds: type[Entry]
) -> PairMember:
    """Return one of the person's pairs, also after it closed.

    Raises `Http404` if it is not theirs, or if the other has not joined yet.
    `kinds` are what the page is going to read, so that one query brings them all.
    """
    member = pairs.read_member(request.session, bytes.fromhex(pair_id), *kinds)
    if member is None or member.pair is None:
        raise Http404
    return member


def get_writable_pair_or_404(
    request: PersonRequest, pair_id: str, *kinds: type[Entry]
) -> PairMember:
    """Return one of the person's pairs that is not closed.

    Raises `Http404` as `get_pair_or_404` does, and `Closed` after it closed.
    """
    member = get_pair_or_404(request, pair_id, *kinds)
    if member.closed:
        message = "this place is closed"
        raise Closed(message)
    return member


def pair_type(member: PairMember) -> PairType:
    """Return what the two are to each other, as the inviting person said.

    Raises `Unreadable` before both are here.
    """
    if member.pair is None:
        message = "not both are here"
        raise Unreadable(message)
    return member.pair
