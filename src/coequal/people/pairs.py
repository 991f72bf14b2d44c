"""The pairs that one is part of.

How two become one is in `invitations`. What each calls the other stays in each
one's own space.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from coequal.core.entry import Entry
from coequal.core.people import Pair, PairType, Seat
from coequal.core.two.said import oldest_first, seated
from coequal.errors import Unsound
from coequal.journal import door as journal
from coequal.journal.access import Damaged, Record, SpaceAccess
from coequal.journal.door import EntryIndex, Reading
from coequal.people import days, looked, scheduled_closing
from coequal.people.entries import Days, Paired, PairPlace, Relation
from coequal.people.own_act import own_act
from coequal.people.sessions import Session
from coequal.sealed import pairing, person
from coequal.sealed.person import SpaceKey


class DamagedPair(Unsound):
    """What makes two people a pair was damaged: one can leave it, and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What stands on my own pages only: what I call us two, and my sheet.

    `camera` is the mark of a session that joins by a camera (`by_camera.py`).
    """

    other: str
    own: str
    sheet: bytes
    camera: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairMember:
    """One of my pairs: what I read of it, my seat, what I call us two.

    `own` is my own space, where I keep what I saw. `pair` is None until both are
    here; before that nothing opens. It is None as well where the word that they are
    was `damaged`. Once it is `closed` nothing new comes in, and what was open stays
    readable. `zone` is the one whose days both count by. `camera` is the mark of the
    session in which I joined, if that was by a camera (`by_camera.py`).
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
    zone: str
    damaged: bool = False
    camera: str = ""

    def check_sound(self) -> None:
        """Raise `DamagedPair` if the word that both are here was damaged."""
        if self.damaged:
            message = "the word that both are here"
            raise DamagedPair(message)

    def note_missing(self) -> None:
        """Have it said on the page if something of this pair is missing."""
        if self.reading.sight.missing:
            self.reading.damage.missing = self.pair_id.hex()

    def remember_looked(self) -> None:
        """Keep for myself what I saw when I looked at something that opened."""
        looked.remember(self.own, self.pair_id, self.reading)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPair:
    """What I keep of one of my pairs, and the look into my own space that found it."""

    relation: Relation
    own: Reading = field(repr=False)


def members(session: Session) -> list[PairMember]:
    """Return my pairs, oldest first. One whose time to close has come, closes."""
    # Rows have no order of their own; the time and the ref inside the seal give one.
    ordered = sorted(relations(session), key=lambda one: (one.at, one.ref))
    mine = [record.entry for record in ordered]
    scheduled_closing.close_due(relation.space for relation in mine)
    closed = journal.closed(relation.space for relation in mine)
    return [
        _member(
            session,
            OwnPair(relation=one, own=session.own),
            closed=one.left or one.space in closed,
        )
        for one in mine
    ]


def member(session: Session, pair_id: bytes) -> PairMember | None:
    """Return one of my pairs. If its time to close has come, it closes."""
    mine = own_pair(session, pair_id)
    if mine is None:
        return None
    scheduled_closing.close_due([mine.relation.space])
    return read_member(session, mine)


def own_pair(session: Session, pair_id: bytes) -> OwnPair | None:
    """Return what I keep of one of my pairs, by the id of its invitation."""
    own = session.own
    own.fetch(Relation, index=looked.index(pair_id))
    # Whatever was damaged of another pair is nothing to the pages of this one.
    quiet = own.quiet()
    found = (record.entry for record in _one_each(quiet.sound(Relation)))
    mine = next((one for one in found if one.pair_id == pair_id), None)
    return None if mine is None else OwnPair(relation=mine, own=own)


def read_member(
    session: Session,
    mine: OwnPair,
    *kinds: type[Entry],
    index: EntryIndex | None = None,
) -> PairMember:
    """Return one of my pairs, and write nothing. The others are not read.

    `kinds` and an `index` are fetched in the one query that finds out whether both
    are here.
    """
    relation = mine.relation
    closed = relation.left or bool(journal.closed([relation.space]))
    return _member(session, mine, *kinds, index=index, closed=closed)


def relations(session: Session) -> list[Record[Relation]]:
    """Return what I keep of each of my pairs, in no order."""
    return relations_in(session.own)


def relations_in(own: Reading) -> list[Record[Relation]]:
    """Return the same, by a look into my own space that reads more besides."""
    return _one_each(own.sound(Relation))


def _one_each(records: Iterable[Record[Relation]]) -> list[Record[Relation]]:
    """Leave one of each pair: that I left outranks all else, whoever put that back."""
    found: dict[bytes, Record[Relation]] = {}
    for one in records:
        known = found.get(one.entry.pair_id)
        if known is None or one.entry.left:
            found[one.entry.pair_id] = one
    return list(found.values())


@own_act
def leave(session: Session, pair_id: bytes) -> None:
    """Keep in my own space that I closed a pair."""
    for record in session.own.sound(Relation):
        if record.entry.pair_id == pair_id and not record.entry.left:
            journal.append(session.own, replace(record.entry, left=True))
            journal.shred(session.own, record)


def write(session: Session, relation: Relation) -> None:
    """Keep what I need of a pair that I am one of from now on."""
    journal.append(session.own, relation)
    place = PairPlace(
        pair_id=relation.pair_id, space=relation.space, label=relation.label
    )
    journal.append(session.own, place)


def lost(session: Session) -> list[PairPlace]:
    """Return where those of my pairs are that I cannot read any more, oldest first.

    Not those that are closed: there is nothing left to do with them.
    """
    session.own.fetch(Relation, PairPlace)
    return lost_in(session.own)


def lost_in(own: Reading) -> list[PairPlace]:
    """Return the same, by a look into my own space that reads more besides."""
    sound = {one.entry.pair_id for one in own.sound(Relation)}
    places = [one for one in own.sound(PairPlace) if one.entry.pair_id not in sound]
    closed = journal.closed(one.entry.space for one in places) if places else set()
    found = (one.entry for one in oldest_first(places))
    return [one for one in found if one.space not in closed]


def lost_place(session: Session, pair_id: bytes) -> PairPlace | None:
    """Return where one of my pairs is that I cannot read any more; None of others."""
    return next((one for one in lost(session) if one.pair_id == pair_id), None)


def check_lost(session: Session, pair_id: bytes) -> None:
    """Raise `DamagedPair` if it is one of my pairs that I cannot read any more."""
    if lost_place(session, pair_id) is not None:
        message = "what I keep of a pair"
        raise DamagedPair(message)


def spaces(session: Session) -> set[bytes]:
    """Return the spaces of all my pairs, also of those that I cannot read."""
    kept = {record.entry.space for record in relations(session)}
    return kept | {one.space for one in lost(session)}


def _member(
    session: Session,
    mine: OwnPair,
    *kinds: type[Entry],
    index: EntryIndex | None = None,
    closed: bool,
) -> PairMember:
    relation = mine.relation
    access = space_access(session, relation)
    reading = Reading(access=access, damage=session.damage)
    reading.sight.looked = partial(looked.prints, mine.own, relation.pair_id)
    # Every page reads these two: so one query brings them with all others.
    reading.fetch(Paired, Days, *kinds, index=index)
    pair = _paired(reading, relation)
    return PairMember(
        pair_id=relation.pair_id,
        reading=reading,
        own=mine.own,
        seat=Seat(relation.seat),
        label=relation.label,
        own_label=relation.own_label,
        sheet=relation.sheet,
        transcript=relation.transcript,
        pair=pair,
        closed=closed,
        zone=days.of_two(reading),
        damaged=pair is None and _is_damaged(reading, relation),
        camera=relation.camera,
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
    for record in reading.sound(Paired, subject=relation.transcript):
        if record.mine is inviting and record.entry.transcript == relation.transcript:
            return PairType(record.entry.pair)
    return None


def _is_damaged(reading: Reading, relation: Relation) -> bool:
    """Whether that word was given: it is there and cannot be read, or I gave it."""
    found = reading.entries(Paired, subject=relation.transcript)
    said = Seat(relation.seat) is Seat.A
    return said or any(isinstance(one, Damaged) for one in found)
