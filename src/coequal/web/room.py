"""What a room declares about itself, once: everything that others need to know of it.

`coequal.web.rooms` lists the rooms; the registry of kinds, the addresses, the export,
the demo and the tests read them there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, tzinfo
from enum import IntEnum
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.functional import Promise

from coequal.content.demo import Story
from coequal.core.entry import SECRET, Entry
from coequal.core.people import Pair, PairType
from coequal.journal.door import EntryIndex, Reading
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject

Text = Promise | str
Fact = tuple[str, str]
"""What was asked, which may be nothing, and what was said to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOf:
    """Whose data a copy holds.

    One's own, with what one calls people by sheet; or that of two people, with their
    names by seat and what they are to each other. It tells days by a `calendar`.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    names: Pair[str] | None = None
    pair: PairType | None = None
    calendar: tzinfo = UTC

    def day(self, second: int) -> str:
        """Return the day on which a second falls, as people say it."""
        return date_format(datetime.fromtimestamp(second, self.calendar), "l j F Y")


Tell = Callable[[Mapping[str, Any], CopyOf], list[Fact]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a copy of one's data tells entries of one kind.

    `title` stands above them. `fields` are the questions that fields answer, "" for
    one that needs none; `unsaid` are those that mean something to a program only.
    `about` is the one of these that names another entry, whose words are told first.
    `tell` tells an entry otherwise, field by field or in sentences.
    """

    title: Text
    fields: Mapping[str, Text] = field(default_factory=dict)
    unsaid: frozenset[str] = frozenset()
    about: str = ""
    tell: Tell | None = None

    def check(self, kind: type[Entry]) -> None:
        """Raise `ValueError` if a field has no words: a copy would show its name."""
        if self.tell is not None:
            return
        known = {one.name for one in fields(kind) if one.metadata != SECRET}  # type: ignore[arg-type]
        missing = known - self.fields.keys() - self.unsaid
        if missing:
            message = f"no word for {', '.join(sorted(missing))} of a {kind.kind!r}"
            raise ValueError(message)


PROGRAM: Final = Words(title="", tell=lambda _data, _of: [])
"""For a kind that means something to the program only: a copy tells nothing of it."""


class Urgency(IntEnum):
    """What comes first where several things wait: the lowest leads."""

    LOOK = 1
    GO_ON = 2
    YES = 3
    BEGIN = 4
    ASKED = 5
    BOTH_IN = 6
    EVENING = 7
    DIARY = 8
    BACK = 9
    AGAIN = 10
    MINE = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class NextThing:
    """One thing that waits, told without a word that anybody wrote or answered.

    It rests on what both may know: never on what is closed, and it says nothing of
    when anybody was here. `act` is on its button, `page` and `ids` are where that
    leads, `thumb` is its drawing (`charts/thumbs.py`). `which` says which one it is,
    where the address does not: what comes later is another. Those that are `alike` are
    one, wherever they stand.
    """

    urgency: Urgency
    title: str
    about: str
    act: str
    page: str
    ids: tuple[str, ...] = ()
    thumb: str = "pair"
    which: str = ""
    alike: tuple[str, ...] = ()

    def folded_as(self, pair_id: bytes) -> bytes:
        """Return under which name somebody folds it away for a while."""
        one = self.alike or (*self.ids, self.which)
        return subject("folded away", pair_id, self.urgency.name, self.page, *one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A row of the home of a pair that leads into a room, by the name of its page.

    It stands there for the types of pair that name it (`pair_types.HOMES`), once it
    `is_open`: nothing leads to a page that shows nothing yet. `tells` says what it is
    about where that changes.
    """

    page: str
    title: Text
    about: Text
    thumb: str
    ids: tuple[str, ...] = ()
    is_open: Callable[[PairMember], bool] = lambda _member: True
    tells: Callable[[PairMember], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One room: its name, which its folder, addresses and templates bear too.

    `kinds` are the entries it writes, with the words of each in a copy. `story` plays
    the room's part of a made-up story, by the functions that real people use. `forms`
    are examples of what may be sent to its pages, by page: tests draw from them what
    people ask of every page. What is `private` leaves in a copy only by its own tick.

    `doors` and `next_things` are its part of the homes, which read what it `reads`
    whole and its `index` in the query that finds the pair. `alone` is what waits for
    one person by themselves.
    """

    name: str
    kinds: Mapping[type[Entry], Words] = field(default_factory=dict)
    story: Callable[[Pair[PairMember], Story], None] | None = None
    forms: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    has_pages: bool = True
    private: bool = False
    doors: tuple[Door, ...] = ()
    next_things: Callable[[PairMember], Iterable[NextThing]] | None = None
    alone: Callable[[Reading], Iterable[NextThing]] | None = None
    reads: tuple[type[Entry], ...] = ()
    index: EntryIndex | None = None

    def __post_init__(self) -> None:
        """Refuse a declaration that forgets a word, when the program starts."""
        for kind, words in self.kinds.items():
            words.check(kind)
