"""What a person keeps about a pair, and the one entry that says both are here.

All but that one lie in a person's own space, so that no column of the database says
who is paired with whom. Fields marked `SECRET` are left out of a copy of one's data.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import Final

from coequal.core.entry import LAST, SECRET, Audience, Entry, Shred, entry
from coequal.core.people import PairType, Role, Seat

_ID: Final = 16
_KEY: Final = 32
_PUBLIC: Final = 64
_ZONE: Final = re.compile(r"[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}")


@entry("invite", Audience.NOTES, shred=Shred.AUTHOR)
class Invite(Entry):
    """An invitation I made: its code, its id, its last second, whom it is for."""

    code: bytes = field(repr=False, metadata=SECRET)
    pair_id: bytes
    expiry: int
    label: str
    own_label: str
    pair: str
    sheet: bytes

    def fits(self) -> bool:
        """Whether it is of a pair that there can be, and of a time."""
        return (
            len(self.pair_id) == _ID
            and 0 <= self.expiry <= LAST
            and self.pair in {*PairType}
        )


@entry("invited", Audience.NOTES, shred=Shred.AUTHOR)
class Invited(Entry):
    """A code that I read and have not joined with yet: its keys, and what it told me.

    `name`, `pair` and `role` are what the inviting person says: what they are called,
    what we are to each other, and which of the two they are. `sheet` is mine to answer,
    empty before I begin. `instead` is an invitation of my own that I asked the same
    person by, and take back as I join; `apart`: I said that it was somebody else.
    `camera`: a camera took it off the other's screen, so nobody passed it on.
    """

    find: bytes
    ki: bytes = field(repr=False, metadata=SECRET)
    kr: bytes = field(repr=False, metadata=SECRET)
    ka: bytes = field(repr=False, metadata=SECRET)
    pair_id: bytes
    expiry: int
    name: str
    pair: str
    role: str
    sheet: bytes = b""
    instead: bytes = b""
    apart: bool = False
    camera: bool = False

    def fits(self) -> bool:
        """Whether its keys and ids are of their sizes, and it is of a pair and time."""
        ids = (self.find, self.pair_id)
        return (
            all(len(one) == _ID for one in ids)
            and all(len(one) == _KEY for one in (self.ki, self.kr, self.ka))
            and all(len(one) in {0, _ID} for one in (self.sheet, self.instead))
            and 0 <= self.expiry <= LAST
            and self.pair in {*PairType}
            and self.role in {"", *Role}
        )


@entry("relation", Audience.NOTES, shred=Shred.AUTHOR)
class Relation(Entry):
    """A pair I am one of: its space and key, the other's pinned key, my seat.

    `label` is what I call the other person and `own_label` what I read for myself.
    Neither ever leaves my own space. `sheet` is the one of mine whose answers I
    may open here. `left`: I closed it, whatever the database says of the place.
    `camera` is the mark of the session in which I joined, if a camera read the code.
    """

    space: bytes
    key: bytes = field(repr=False, metadata=SECRET)
    pair_id: bytes
    other: bytes
    transcript: bytes
    seat: str
    label: str
    own_label: str
    sheet: bytes
    left: bool = False
    camera: str = ""

    def fits(self) -> bool:
        """Whether its keys and ids are of their sizes, and its seat is one."""
        ids, keys = (self.space, self.pair_id), (self.key, self.transcript)
        return (
            all(len(one) == _ID for one in ids)
            and all(len(one) == _KEY for one in keys)
            and len(self.other) == _PUBLIC
            and self.seat in {*Seat}
        )


@entry("pair place", Audience.NOTES, shred=Shred.AUTHOR)
class PairPlace(Entry):
    """Where a pair of mine is, and what I call the other person.

    It says again what the relation says, so that I can still leave a pair when that
    one row was damaged.
    """

    pair_id: bytes
    space: bytes
    label: str

    def fits(self) -> bool:
        """Whether its ids are of their size."""
        return len(self.pair_id) == len(self.space) == _ID


@entry("paired", Audience.BOTH)
class Paired(Entry):
    """The inviting person has checked the pairing `transcript`; now both are here."""

    transcript: bytes
    pair: str

    def fits(self) -> bool:
        """Whether it is a type of pair."""
        return self.pair in {*PairType}


@entry("days", Audience.BOTH)
class Days(Entry):
    """By the days of which zone the two count from now on, as one of them chose."""

    zone: str

    def fits(self) -> bool:
        """Whether a zone can be called so, whether or not this machine knows it."""
        return _ZONE.fullmatch(self.zone) is not None


@entry("own days", Audience.NOTES, shred=Shred.AUTHOR)
class OwnDays(Entry):
    """By the days of which zone I read my own pages."""

    zone: str

    def fits(self) -> bool:
        """Whether a zone can be called so, whether or not this machine knows it."""
        return _ZONE.fullmatch(self.zone) is not None


@entry("recovery code", Audience.NOTES, shred=Shred.AUTHOR)
class RecoveryCode(Entry):
    """A recovery code that was made and not yet written down."""

    code: bytes = field(repr=False, metadata=SECRET)


@entry("recovery code made", Audience.NOTES)
class RecoveryCodeMade(Entry):
    """That a recovery code was made. It stays, so that its owner learns of it."""


@entry("resting", Audience.NOTES, shred=Shred.AUTHOR)
class Resting(Entry):
    """A pair that I do not want to see on my front page for now."""

    pair_id: bytes

    def fits(self) -> bool:
        """Whether its id is of its size."""
        return len(self.pair_id) == _ID


@entry("at home", Audience.NOTES, shred=Shred.AUTHOR)
class AtHome(Entry):
    """The pair that I chose last, among several: it leads on my home."""

    pair_id: bytes

    def fits(self) -> bool:
        """Whether its id is of its size."""
        return len(self.pair_id) == _ID


@entry("folded away", Audience.NOTES, shred=Shred.AUTHOR)
class FoldedAway(Entry):
    """One thing that I folded away on my home for a week.

    `thing` names it and says nothing of it; `pair_id` is empty where it is mine alone.
    """

    pair_id: bytes
    thing: bytes

    def fits(self) -> bool:
        """Whether its ids are of their sizes."""
        return len(self.pair_id) in {0, _ID} and len(self.thing) == _KEY


@entry("planned", Audience.NOTES, shred=Shred.AUTHOR)
class Planned(Entry):
    """That a pair of mine closes at `due`, by my wish; `closing` takes it back."""

    pair_id: bytes
    closing: bytes = field(repr=False, metadata=SECRET)
    due: int

    def fits(self) -> bool:
        """Whether it is of a time."""
        return len(self.pair_id) == _ID and 0 < self.due <= LAST
