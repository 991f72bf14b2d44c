"""What stands on the homes, composed of what every room declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from coequal.core.entry import Entry
from coequal.errors import CoequalError
from coequal.journal.door import EntryIndex, Reading
from coequal.people.pairs import PairMember
from coequal.web import pair_types
from coequal.web.room import Door, NextThing
from coequal.web.rooms import ROOMS

READS: Final[tuple[type[Entry], ...]] = tuple(
    kind for room in ROOMS for kind in room.reads
)
"""What the rooms read of a pair, so that one query brings it all."""

_INDEXES: Final = [room.index for room in ROOMS if room.index is not None]
INDEX: Final[EntryIndex | None] = _INDEXES[0] if _INDEXES else None
DOORS: Final[Mapping[str, Door]] = {
    door.page: door for room in ROOMS for door in room.doors
}

if len(_INDEXES) > 1:
    # One query fetches one index: a second one has to be asked for by itself.
    raise ValueError("two rooms have an index")


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeRow:
    """A row that leads on: its words, where the other's name may stand in the title."""

    title: str
    about: str
    url: str
    thumb: str
    name: str = ""


def next_things(member: PairMember) -> list[NextThing]:
    """Return what waits for the two, the most urgent first.

    A room in which something is damaged says nothing here; its pages say what.
    """
    return _by_urgency(
        thing
        for room in ROOMS
        if room.next_things is not None
        for thing in _sound(room.next_things(member), member.reading)
    )


def alone(own: Reading) -> list[NextThing]:
    """Return what waits for one person by themselves, the most urgent first."""
    return _by_urgency(
        thing
        for room in ROOMS
        if room.alone is not None
        for thing in _sound(room.alone(own), own)
    )


def _by_urgency(found: Iterable[NextThing]) -> list[NextThing]:
    return sorted(found, key=lambda one: one.urgency)


def _sound(things: Iterable[NextThing], reading: Reading) -> Iterator[NextThing]:
    try:
        yield from things
    except CoequalError:
        reading.damage.met = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeGroup:
    """A few rows of a home under one word."""

    title: str
    rows: Sequence[HomeRow]


def groups(member: PairMember, *, but: str) -> list[HomeGroup]:
    """Return the doors that fit this type of pair, and lead to something.

    `but` is the address that leads already: what leads is not said a second time.
    """
    found = [
        HomeGroup(
            title=str(group.title),
            rows=[row for row in _doors(member, group) if row.url != but],
        )
        for group in pair_types.home(member.pair).groups
    ]
    return [group for group in found if group.rows]


def _doors(member: PairMember, group: pair_types.DoorGroup) -> list[HomeRow]:
    fitting = (DOORS[page] for page in group.doors)
    return [
        HomeRow(
            title=str(door.title),
            about=door.tells(member) if door.tells else str(door.about),
            url=reverse(door.page, args=[member.pair_id.hex(), *door.ids]),
            thumb=door.thumb,
        )
        for door in fitting
        if door.is_open(member)
    ]


def address(thing: NextThing, member: PairMember | None) -> str:
    """Return where something that waits leads."""
    whose = [] if member is None else [member.pair_id.hex()]
    return reverse(thing.page, args=[*whose, *thing.ids])


def rows(things: Sequence[NextThing], member: PairMember | None) -> list[HomeRow]:
    """Return some of what waits as rows."""
    return [
        HomeRow(
            title=one.title,
            about=one.about,
            url=address(one, member),
            thumb=one.thumb,
            name="" if member is None else member.label,
        )
        for one in things
    ]
