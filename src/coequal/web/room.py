"""What a room declares about itself, once: everything that others need to know of it.

`coequal.web.rooms` lists the rooms; the registry of kinds, the addresses, the export,
the demo and the tests read them there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

from django.utils.functional import Promise

from coequal.content.demo import Story
from coequal.core.entry import SECRET, Entry
from coequal.core.people import Pair, PairType
from coequal.people.pairs import PairMember

Text = Promise | str
Fact = tuple[str, str]
"""What was asked, which may be nothing, and what was said to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOf:
    """Whose data a copy holds.

    One's own, with what one calls people by sheet; or that of two people, with their
    names by seat and what they are to each other.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    names: Pair[str] | None = None
    pair: PairType | None = None


Tell = Callable[[Mapping[str, Any], CopyOf], list[Fact]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a copy of one's data tells entries of one kind.

    `title` stands above them. `fields` are the questions that fields answer, "" for
    one that needs none; `unsaid` are those that mean something to a program only.
    `tell` tells an entry otherwise, field by field or in sentences.
    """

    title: Text
    fields: Mapping[str, Text] = field(default_factory=dict)
    unsaid: frozenset[str] = frozenset()
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One room: its name, which its folder, addresses and templates bear too.

    `kinds` are the entries it writes, with the words of each in a copy. `story` plays
    the room's part of a made-up story, by the functions that real people use. `forms`
    are examples of what may be sent to its pages, by page: tests draw from them what
    people ask of every page. What is `private` leaves in a copy only by its own tick.
    """

    name: str
    kinds: Mapping[type[Entry], Words] = field(default_factory=dict)
    story: Callable[[Pair[PairMember], Story], None] | None = None
    forms: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    has_pages: bool = True
    private: bool = False

    def __post_init__(self) -> None:
        """Refuse a declaration that forgets a word, when the program starts."""
        for kind, words in self.kinds.items():
            words.check(kind)
