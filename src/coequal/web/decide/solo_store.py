"""One's own diary and weighings: from one's own space, and into it."""

from __future__ import annotations

from typing import TypeVar

from coequal.core.decide.entries import OwnDiaryLine, OwnWeighing
from coequal.core.decide.solo import check_own_line, check_own_weighing
from coequal.core.two.refusals import NotNow
from coequal.core.two.said import oldest_first
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people import invitations
from coequal.people.own_act import own_act
from coequal.people.sessions import Session
from coequal.web import pair_types, sheets

E = TypeVar("E", OwnDiaryLine, OwnWeighing)


def lines(session: Session) -> list[Record[OwnDiaryLine]]:
    """Return one's own diary, the newest first."""
    return _newest_first(session.own.sound(OwnDiaryLine))


def weighings(session: Session) -> list[Record[OwnWeighing]]:
    """Return what one has weighed for oneself, the newest first."""
    return _newest_first(session.own.sound(OwnWeighing))


def _newest_first(found: list[Record[E]]) -> list[Record[E]]:
    return oldest_first(found)[::-1]


@own_act
def write(session: Session, line: OwnDiaryLine) -> None:
    """Write a line for nobody else; a second press writes no other.

    Raises `Refused`.
    """
    if line.sheet not in people(session):
        raise Refused(NotNow.GONE)
    checked = check_own_line(line)
    if [one.entry for one in lines(session)[:1]] != [checked]:
        journal.append(session.own, checked)


@own_act
def weigh(session: Session, weighing: OwnWeighing) -> None:
    """Keep what one weighed for oneself. Raises `Refused`."""
    checked = check_own_weighing(weighing)
    if [one.entry for one in weighings(session)[:1]] != [checked]:
        journal.append(session.own, checked)


@own_act
def drop(session: Session, ref: bytes) -> None:
    """Make a line or a weighing unreadable for good."""
    _drop(session, ref, lines(session))
    _drop(session, ref, weighings(session))


def _drop(session: Session, ref: bytes, records: list[Record[E]]) -> None:
    for record in records:
        if record.ref == ref:
            journal.shred(session.own, record)


def people(session: Session) -> dict[str, str]:
    """Return whom a line can be about, by sheet; by an empty id about nobody."""
    labels = invitations.sheet_labels(session)
    return {"": ""} | {
        one.id.hex(): labels.get(one.id) or pair_types.name(one)
        for one in sheets.all_of(session.own)
    }
