"""The pairs that one is part of.

How two become one is in `invitations`. What each calls the other stays in each
one's own space.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from coequal.core.entry import Entry
from coequal.core.people import Pair, PairType, Seat
from coequal.core.two.said import seated
from coequal.journal import door as journal
from coequal.journal.access import Record, SpaceAccess
from coequal.journal.door import EntryIndex, Reading
from coequal.people import scheduled_closing
from coequal.people.entries import Paired, Relation
from coequal.people.sessions import Session
from coequal.sealed import pairing, person
from coequal.sealed.person import SpaceKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What stands on my own pages only: what I call us two, and my sheet."""

    other: str
    own: str
    sheet: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PairMember:
    """One of my pairs: what I read of it, my seat, what I call us two.

    `own` is my own space, where I keep what I saw. `pair` is None until both are
    here; before that nothing opens. Once it is `closed` nothing new comes in, and
    what was open stays readable.
    """

    pair_id: bytes
    reading: Reading = field(repr=False)
    own: Reading = field(repr=False)
    seat: Seat
    label: str
    own_label: str
    sheet: bytes
    transcript: bytes
    pair: PairType | None
    closed: bool

    @property
    def space_id(self) -> bytes:
        """The space that the two share."""
        return self.reading.access.space.id

    @property
    def names(self) -> Pair[str]:
        """What stands for each of the two on my pages, by seat."""
        return seated(self.own_label, self.label, self.seat)

    @property
    def words(self) -> tuple[int, ...]:
        """Six numbers below 2048, the same for both: words to compare aloud."""
        return pairing.words(self.transcript)


def members(session: Session) -> list[PairMember]:
    """Return my pairs, oldest first. One whose time to close has come, closes."""
    # Rows have no order of their own; the time and the ref inside the seal give one.
    ordered = sorted(relations(session), key=lambda one: (one.at, one.ref))
    mine = [record.entry for record in ordered]
    scheduled_closing.close_due(relation.space for relation in mine)
    closed = journal.closed(relation.space for relation in mine)
    return [_member(session, one, closed=one.space in closed) for one in mine]


def member(session: Session, pair_id: bytes) -> PairMember | None:
    """Return one of my pairs. If its time to close has come, it closes."""
    mine = relation(session, pair_id)
    if mine is None:
        return None
    scheduled_closing.close_due([mine.space])
    return read_member(session, mine)


def relation(session: Session, pair_id: bytes) -> Relation | None:
    """Return what I keep of one of my pairs, by the id of its invitation."""
    found = (record.entry for record in relations(session))
    return next((one for one in found if one.pair_id == pair_id), None)


def read_member(
    session: Session,
    relation: Relation,
    *kinds: type[Entry],
    index: EntryIndex | None = None,
) -> PairMember:
    """Return one of my pairs, and write nothing. The others are not read.

    `kinds` and an `index` are fetched in the one query that finds out whether both
    are here.
    """
    closed = bool(journal.closed([relation.space]))
    return _member(session, relation, *kinds, index=index, closed=closed)


def relations(session: Session) -> list[Record[Relation]]:
    """Return what I keep of each of my pairs, in no order."""
    return session.own.read(Relation)


def _member(
    session: Session,
    relation: Relation,
    *kinds: type[Entry],
    index: EntryIndex | None = None,
    closed: bool,
) -> PairMember:
    reading = Reading(access=space_access(session, relation))
    # `_paired` reads that kind anyway: so one query brings it with all others.
    reading.fetch(Paired, *kinds, index=index)
    return PairMember(
        pair_id=relation.pair_id,
        reading=reading,
        own=session.own,
        seat=Seat(relation.seat),
        label=relation.label,
        own_label=relation.own_label,
        sheet=relation.sheet,
        transcript=relation.transcript,
        pair=_paired(reading, relation),
        closed=closed,
    )


def space_access(session: Session, relation: Relation) -> SpaceAccess:
    """Return how I open the space of a pair."""
    return SpaceAccess(
        space=SpaceKey(id=relation.space, key=relation.key),
        me=person.member(session.secret, relation.pair_id),
        other=relation.other,
    )


def _paired(reading: Reading, relation: Relation) -> PairType | None:
    """Find the inviting person's word that this very pairing was checked."""
    # Only the one who invited can say it. An entry of one's own, or about another
    # exchange, is no word of theirs.
    inviting = Seat(relation.seat) is Seat.A
    for record in reading.read(Paired, subject=relation.transcript):
        if record.mine is inviting and record.entry.transcript == relation.transcript:
            return PairType(record.entry.pair)
    return None
