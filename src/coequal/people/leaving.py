"""Leaving a pair without a reason, and leaving altogether.

Resting is a note to oneself. Closing ends a place for both: what waited to be
opened goes, what was open stays readable, and nothing says whose wish it was.
"""

from __future__ import annotations

from django.db import transaction

from coequal.journal import door as journal
from coequal.journal.viewer import Record
from coequal.people import closings, pairs, visits
from coequal.people.entries import Planned, Resting
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed.subjects import subject


def resting(visit: Visit) -> set[bytes]:
    """Return the ids of the pairs that I do not want to see for now."""
    return {record.entry.iid for record in journal.read(visit.own, Resting)}


def rest(visit: Visit, bond: Bond) -> None:
    """Take a pair off my front page. Nobody else can tell."""
    if bond.iid not in resting(visit):
        about = subject("resting", bond.iid)
        journal.append(visit.own, Resting(iid=bond.iid), subject=about)


def wake(visit: Visit, bond: Bond) -> None:
    """Put a pair back on my front page."""
    for record in journal.read(visit.own, Resting):
        if record.entry.iid == bond.iid:
            journal.shred(visit.own, record)


def planned(visit: Visit, bond: Bond) -> int | None:
    """Return when a pair closes by my wish, or None."""
    plans = _plans(visit, bond)
    return plans[0].entry.due if plans and not bond.closed else None


def plan(visit: Visit, bond: Bond) -> None:
    """Let a pair close at the end of the week. Until then nobody else can tell."""
    with transaction.atomic():
        unplan(visit, bond)
        closing, due = closings.plan(bond.viewer.space.id, visit.own.me.id)
        entry = Planned(iid=bond.iid, closing=closing, due=due)
        journal.append(visit.own, entry, subject=subject("planned", bond.iid))


def unplan(visit: Visit, bond: Bond) -> None:
    """Take that back. What has closed stays closed."""
    with transaction.atomic():
        for record in _plans(visit, bond):
            closings.take_back(record.entry.closing)
            journal.shred(visit.own, record)


def _plans(visit: Visit, bond: Bond) -> list[Record[Planned]]:
    records = journal.read(visit.own, Planned)
    return [record for record in records if record.entry.iid == bond.iid]


def close(bond: Bond) -> None:
    """Close a pair now, for both and for good. A new pair is a new place."""
    closings.close(bond.viewer.space.id)


def leave_all(visit: Visit) -> None:
    """Delete an account: every pair closes, all that is one's own goes, at once.

    What was open in a pair stays readable for the other person.
    """
    with transaction.atomic():
        for space in sorted(bond.viewer.space.id for bond in pairs.bonds(visit)):
            closings.close(space)
        for record in pairs.invitations(visit):
            pairs.uninvite(visit, record.entry.iid)
        visits.forget(visit)
