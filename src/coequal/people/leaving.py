"""Leaving a pair without a reason, and leaving altogether.

Resting is a note to oneself. Closing ends a place for both: what waited to be
opened goes, what was open stays readable, and nothing says whose wish it was.
"""

from __future__ import annotations

from contextlib import suppress

from django.db import transaction

from coequal.errors import Unreadable
from coequal.journal import door as journal
from coequal.journal.access import Record
from coequal.people import (
    drafts,
    ending,
    invitations,
    pairs,
    scheduled_closing,
)
from coequal.people.entries import Planned, Resting
from coequal.people.own_act import own_act
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed.subjects import subject


def resting(session: Session) -> set[bytes]:
    """Return the ids of the pairs that I do not want to see for now."""
    return {record.entry.pair_id for record in session.own.sound(Resting)}


@own_act
def rest(session: Session, member: PairMember) -> None:
    """Take a pair off my front page. Nobody else can tell."""
    if member.pair_id not in resting(session):
        about = subject("resting", member.pair_id)
        journal.append(session.own, Resting(pair_id=member.pair_id), subject=about)


@own_act
def wake(session: Session, member: PairMember) -> None:
    """Put a pair back on my front page."""
    for record in session.own.sound(Resting):
        if record.entry.pair_id == member.pair_id:
            journal.shred(session.own, record)


def planned(session: Session, member: PairMember) -> int | None:
    """Return when a pair closes by my wish, or None."""
    # Once it is closed, by whomever, what one had planned says nothing any more.
    plans = _plans(session, member)
    return plans[0].entry.due if plans and not member.closed else None


@own_act
def plan(session: Session, member: PairMember) -> None:
    """Let a pair close at the end of the week. Until then nobody else can tell."""
    # A second press plans once: two rows of one place look as if both wished it.
    unplan(session, member)
    closing, due = scheduled_closing.plan(
        member.space_id, member.own.access.me.id, zone=member.zone
    )
    entry = Planned(pair_id=member.pair_id, closing=closing, due=due)
    journal.append(session.own, entry, subject=subject("planned", member.pair_id))


@own_act
def unplan(session: Session, member: PairMember) -> None:
    """Take that back. What has closed stays closed."""
    for record in _plans(session, member):
        scheduled_closing.take_back(record.entry.closing)
        journal.shred(session.own, record)


def _plans(session: Session, member: PairMember) -> list[Record[Planned]]:
    records = session.own.sound(Planned)
    return [record for record in records if record.entry.pair_id == member.pair_id]


def close(session: Session, member: PairMember) -> None:
    """Close a pair now, for both and for good. A new pair is a new place.

    I keep that I did: whoever clears that in the database opens nothing for me.
    """
    with transaction.atomic():
        close_place(member.space_id)
        pairs.leave(session, member.pair_id)
        drafts.forget(session.account)


def close_place(space: bytes) -> None:
    """Close a place of two now, whether or not one can still read it."""
    scheduled_closing.close(space)


def close_lost(session: Session, space: bytes) -> None:
    """Close a place that one cannot read any more, and delete what one had typed."""
    with transaction.atomic():
        close_place(space)
        drafts.forget(session.account)


def leave_all(session: Session) -> None:
    """Delete an account: every pair closes, all that is one's own goes, at once.

    What was open in a pair stays readable for the other person. No pair is read for
    it: damage there keeps nobody from leaving.
    """
    with transaction.atomic():
        # Sorted, so that two who leave at once lock their places in one order.
        for space in sorted(pairs.spaces(session)):
            # A place that is not there at all need not be closed.
            with suppress(Unreadable):
                scheduled_closing.close(space)
        invitations.forget(session)
        drafts.forget(session.account)
        ending.forget(session)
