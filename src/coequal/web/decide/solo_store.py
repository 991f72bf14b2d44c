"""One's own diary and weighings: from one's own space, and into it."""

from __future__ import annotations

from coequal.core.decide.entries import OwnDiaryLine, OwnWeighing
from coequal.core.decide.solo import check_own_line, check_own_weighing
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused
from coequal.journal.door import Record
from coequal.people import invitations, own_entries
from coequal.people.own_act import own_act
from coequal.people.sessions import Session
from coequal.web import pair_types, sheets


def lines(session: Session) -> list[Record[OwnDiaryLine]]:
    """Return one's own diary, the newest first."""
    return own_entries.newest_first(session.own, OwnDiaryLine)


def weighings(session: Session) -> list[Record[OwnWeighing]]:
    """Return what one has weighed for oneself, the newest first."""
    return own_entries.newest_first(session.own, OwnWeighing)


@own_act
def write(session: Session, line: OwnDiaryLine) -> None:
    """Write a line for nobody else; a second press writes no other.

    Raises `Refused`.
    """
    if line.sheet not in people(session):
        raise Refused(NotNow.GONE)
    own_entries.write_once(session, check_own_line(line))


def weigh(session: Session, weighing: OwnWeighing) -> None:
    """Keep what one weighed for oneself. Raises `Refused`."""
    own_entries.write_once(session, check_own_weighing(weighing))


@own_act
def drop(session: Session, ref: bytes) -> None:
    """Make a line or a weighing unreadable for good."""
    for kind in (OwnDiaryLine, OwnWeighing):
        own_entries.drop(session, kind, ref)


def people(session: Session) -> dict[str, str]:
    """Return whom a line can be about, by sheet; by an empty id about nobody."""
    labels = invitations.sheet_labels(session)
    return {"": ""} | {
        one.id.hex(): labels.get(one.id) or pair_types.name(one)
        for one in sheets.all_of(session.own)
    }
