"""Boundaries, one's own and those that are shown: between the journal and the rules."""

from __future__ import annotations

from coequal.core.boundaries.entries import OwnBoundary
from coequal.core.boundaries.rules import (
    check_own,
    check_shown,
    may_take_down,
    shows,
)
from coequal.core.two.boundaries import ShownBoundary
from coequal.core.whose import OTHER
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record
from coequal.people import own_entries, pairs
from coequal.people.own_act import own_act
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.web.room import Text
from coequal.web.two import areas, boundaries
from coequal.web.two.one_act import one_act


def written(own: Reading) -> list[Record[OwnBoundary]]:
    """Return one's own boundaries, the newest first."""
    return own_entries.newest_first(own, OwnBoundary)


@own_act
def write(session: Session, wanted: OwnBoundary) -> None:
    """Write one for nobody else; the same again is the same. Raises `Refused`."""
    known = [one.entry for one in written(session.own)]
    checked = check_own(wanted, known)
    if checked not in known:
        journal.append(session.own, checked)


@one_act
def show(member: PairMember, own: OwnBoundary, area: str) -> None:
    """Show the two lines of a boundary to the other."""
    known, fitting = boundaries.now(member), places(member)
    shown = check_shown(own, area, known, member.seat, areas=fitting)
    journal.append(member.reading, shown)


@one_act
def take_down(member: PairMember, ref: bytes) -> None:
    """Show one of my boundaries no longer."""
    gone = may_take_down(boundaries.now(member), ref, member.seat)
    for record in member.reading.sound_named(ShownBoundary, [gone]):
        journal.shred(member.reading, record)


def shown_as(member: PairMember, own: OwnBoundary) -> list[bytes]:
    """Return the refs under which I show a boundary to the other."""
    return [one.ref for one in boundaries.now(member) if shows(one, own, member.seat)]


def delete(session: Session, ref: bytes, *, everywhere: bool) -> None:
    """Delete one of my own; where that is wished, it is shown to nobody any more."""
    found = session.own.sound_named(OwnBoundary, [ref])
    open_still = [one for one in members(session) if not one.closed]
    for member in open_still if everywhere else ():
        for own in found:
            for one in shown_as(member, own.entry):
                take_down(member, one)
    own_entries.drop(session, OwnBoundary, ref)


def members(session: Session) -> list[PairMember]:
    """Return my pairs, those that closed among them: what I showed there stays."""
    found = pairs.members(session) if session.may_pair else []
    return [one for one in found if one.pair is not None]


def places(member: PairMember) -> dict[str, Text]:
    """Return what a boundary can be about: one's own life, and areas of the two."""
    return {**areas.OWN, **areas.titles(member), OTHER: areas.OTHER}
