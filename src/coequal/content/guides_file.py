"""The files of Learn, read strictly: they fit, or one line says what does not.

A guide is Markdown under a TOML head between two lines of `+++`. A link in it names
what it leads to, not an address: `guide:trust`, `room:see`, `page:help`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil
from typing import Final

from coequal.content.files import check, fitted, from_toml, table_of, twice
from coequal.errors import Unsound

FENCE: Final = "+++\n"
PAGES: Final = frozenset({"help"})
WORDS_A_MINUTE: Final = 180  # an unhurried reader
FEWEST_POINTS: Final = 3
MOST_POINTS: Final = 5
_LINK: Final = re.compile(r"\]\(([^)]*)\)")


class GuideRoom(StrEnum):
    """Where one can do something about what one has read."""

    SEE = "see"
    TALK = "talk"
    DECIDE = "decide"
    SHARE = "share"
    AGREE = "agree"
    KEEP = "keep"
    NOTES = "notes"
    GUESS = "guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a guide rests on; `year` is its own, `seen` the day on which it was read.

    Exactly one of the two is there.
    """

    text: str
    year: int | None = None
    seen: date | None = None
    url: str = ""

    @property
    def written(self) -> str:
        """The address as one writes it down: pages name no other origin to go to."""
        return self.url.removeprefix("https://")

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with it, in words."""
        if (self.year is None) is (self.seen is None):
            yield f"{self.text}: expected a year, or the day it was seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """One guide in three lengths: `summary` is a sentence, `gist` a minute, `body` all.

    `body` is Markdown; `known` tells what is known, how well, what not.
    `findings`, `signs` (everyday ones and those of Notes), `factors` and `areas` are
    the ids of what the guide is for.
    """

    slug: str
    body: str
    locale: str
    version: int
    date: date
    title: str
    question: str
    summary: str
    gist: tuple[str, ...]
    room: GuideRoom
    findings: tuple[str, ...]
    signs: tuple[str, ...]
    factors: tuple[str, ...]
    areas: tuple[str, ...]
    known: str
    sources: tuple[Source, ...]

    @property
    def whole(self) -> str:
        """The body without the paragraph that leads on."""
        return self.body.rpartition("\n\n")[0]

    @property
    def onward(self) -> str:
        """The last paragraph: what one can do now, whatever length one has read."""
        return self.body.rpartition("\n\n")[2]

    @property
    def prose(self) -> str:
        """The body without the targets of its links."""
        return _LINK.sub("]", self.body)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """What each link leads to: `guide`, `room` or `page`, and which."""
        return tuple(_target(found) for found in _LINK.findall(self.body))

    @property
    def minutes(self) -> int:
        """How long reading it takes, rounded up."""
        return ceil(len(self.prose.split()) / WORDS_A_MINUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Three to five guides, by slug, and a room; `end` says what to do there."""

    id: str
    title: str
    about: str
    guides: tuple[str, ...]
    room: GuideRoom
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsFile:
    """All paths, in order."""

    locale: str
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Guides under one heading, by slug."""

    id: str
    title: str
    guides: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The home page of Learn."""

    locale: str
    title: str
    lead: str
    note: str
    shelves: tuple[Shelf, ...]


def guide_file(slug: str, text: str) -> Guide:
    """Return the guide that a text holds, or raise `Unsound`, naming what is amiss."""
    head, end, body = text.removeprefix(FENCE).partition("\n" + FENCE)
    if not text.startswith(FENCE) or not end:
        raise Unsound(f"{slug}: expected a head between two lines of +++")
    said, more = table_of(slug, head), {"slug": slug, "body": body.strip()}
    check(slug, (f"{key} is not for the head to say" for key in said.keys() & more))
    guide = fitted(slug, said | more, Guide)
    check(slug, _faults(guide))
    return guide


def paths_file(text: str) -> PathsFile:
    """Return the paths that a TOML text holds, or raise `Unsound`."""
    return from_toml("paths", text, PathsFile)


def home_file(text: str) -> Home:
    """Return the home page that a TOML text holds, or raise `Unsound`."""
    return from_toml("home", text, Home)


def _faults(guide: Guide) -> Iterator[str]:
    """Yield what a well-formed guide still gets wrong, in words."""
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", guide.slug):
        yield "expected a name of small letters"
    for target in guide.links:
        if not _leads_somewhere(*target):
            yield f"{':'.join(target)} leads nowhere"
    if not FEWEST_POINTS <= len(guide.gist) <= MOST_POINTS:
        yield f"expected a gist of {FEWEST_POINTS} to {MOST_POINTS} points"
    if f"](room:{guide.room})" not in guide.onward:
        yield f"expected the last paragraph to lead to the room {guide.room}"
    if not guide.sources:
        yield "expected at least one source"
    for source in guide.sources:
        yield from source.faults()
    for ids in (guide.findings, guide.signs, guide.factors, guide.areas):
        yield from (f"{one} stands twice" for one in twice(ids))


def _leads_somewhere(kind: str, name: str) -> bool:
    """Tell whether a link may stand; which guides there are is for the library."""
    match kind:
        case "guide":
            return bool(name)
        case "room":
            return name in set(GuideRoom)
        case "page":
            return name in PAGES
    return False


def _target(found: str) -> tuple[str, str]:
    kind, _, name = found.partition(":")
    return kind, name
