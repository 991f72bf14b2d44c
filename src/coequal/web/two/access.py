"""The one door to a pair's pages: who may read them, and who may write there."""

from __future__ import annotations

from django.http import Http404

from coequal.core.entry import Entry
from coequal.core.people import PairType
from coequal.errors import Unreadable
from coequal.journal.door import Closed, EntryIndex
from coequal.people import pairs, scheduled_closing
from coequal.people.pairs import OwnPair, PairMember
from coequal.web.days import count_by
from coequal.web.sessions import PersonRequest


def get_own_pair_or_404(request: PersonRequest, pair_id: str) -> OwnPair:
    """Return what this person keeps of one of their pairs; `Http404` of any other.

    If its time to close has come, it closes: that writes, and a snapshot does not.
    Raises `DamagedPair` of one that is mine and cannot be read.
    """
    key = bytes.fromhex(pair_id)
    mine = pairs.own_pair(request.session, key)
    if mine is None:
        pairs.check_lost(request.session, key)
        raise Http404
    scheduled_closing.close_due([mine.relation.space])
    return mine


def get_pair_or_404(
    request: PersonRequest,
    mine: OwnPair,
    *kinds: type[Entry],
    index: EntryIndex | None = None,
    writable: bool = False,
    before_both: bool = False,
) -> PairMember:
    """Return one of the person's pairs.

    `kinds` are what the page is going to read, and `index` what it looks entries up
    in, so that one query brings them all. Dates are drawn by the days of the two from
    here on. Raises `Http404` while the other has
    not come, unless it is asked for `before_both`; `Closed` after it closed, if it is
    to be `writable`; `DamagedPair` where nobody can tell whether the other has come.
    """
    member = pairs.read_member(request.session, mine, *kinds, index=index)
    count_by(member.zone)
    if member.pair is None and not before_both:
        member.check_sound()
        raise Http404
    if writable and member.closed:
        message = "this place is closed"
        raise Closed(message)
    return member


def pair_type(member: PairMember) -> PairType:
    """Return what the two are to each other, as the inviting person said.

    Raises `Unreadable` before both are here, and `DamagedPair` after damage.
    """
    if member.pair is None:
        member.check_sound()
        message = "not both are here"
        raise Unreadable(message)
    return member.pair
