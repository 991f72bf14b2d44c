"""The library of Learn: guides, the shelves they stand on, and paths through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from coequal.content.files import check, text_of, twice
from coequal.content.guides_file import (
    Guide,
    GuideRoom,
    Home,
    Path,
    guide_file,
    home_file,
    paths_file,
)
from coequal.content.load import DEFAULT_LOCALE

FEWEST_ON_A_PATH: Final = 3
MOST_ON_A_PATH: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything there is to read in Learn; guides by slug, in the order of shelves."""

    guides: Mapping[str, Guide]
    paths: tuple[Path, ...]
    home: Home

    def for_finding(self, finding: str) -> tuple[Guide, ...]:
        """Return the guides that a finding leads to."""
        return tuple(g for g in self.guides.values() if finding in g.findings)

    def for_sign(self, sign: str) -> tuple[Guide, ...]:
        """Return the guides about a sign: an everyday one, or one of Notes."""
        return tuple(g for g in self.guides.values() if sign in g.signs)

    def for_factor(self, factor: str) -> tuple[Guide, ...]:
        """Return the guides about one thing that can tilt the say."""
        return tuple(g for g in self.guides.values() if factor in g.factors)

    def for_room(self, room: GuideRoom) -> tuple[Guide, ...]:
        """Return the guides that end at a room."""
        return tuple(g for g in self.guides.values() if g.room is room)


@cache
def library(locale: str = DEFAULT_LOCALE) -> Library:
    """Return the library.

    Raises `Unsound`, naming what is amiss, if a file of this installation is damaged.
    """
    folder = files("coequal.content") / locale / "guides"
    guides = (
        guide_file(file.name.removesuffix(".md"), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".md")
    )
    home = home_file(text_of(locale, "guides", "home.toml"))
    paths = paths_file(text_of(locale, "guides", "paths.toml"))
    return shelved(guides, paths.paths, home)


def shelved(guides: Iterable[Guide], paths: tuple[Path, ...], home: Home) -> Library:
    """Put guides on their shelves, or raise `Unsound` where something is not there."""
    found = {guide.slug: guide for guide in guides}
    check("guides", _shelf_faults(found, home))
    check("guides", _path_faults(found, paths))
    check("guides", _link_faults(found))
    order = [slug for shelf in home.shelves for slug in shelf.guides]
    ordered = MappingProxyType({slug: found[slug] for slug in order})
    return Library(guides=ordered, paths=paths, home=home)


def _shelf_faults(guides: Mapping[str, Guide], home: Home) -> Iterator[str]:
    """Yield what is wrong with shelves, in words."""
    places = [slug for shelf in home.shelves for slug in shelf.guides]
    for name in (*twice(shelf.id for shelf in home.shelves), *twice(places)):
        yield f"{name} stands twice"
    for slug in sorted(guides.keys() ^ set(places)):
        yield f"{slug}: expected a guide and its place on a shelf"


def _path_faults(guides: Mapping[str, Guide], paths: tuple[Path, ...]) -> Iterator[str]:
    for name in twice(path.id for path in paths):
        yield f"{name} stands twice"
    for path in paths:
        if not FEWEST_ON_A_PATH <= len(path.guides) <= MOST_ON_A_PATH:
            yield f"{path.id}: expected {FEWEST_ON_A_PATH} to {MOST_ON_A_PATH} guides"
        for slug in path.guides:
            if slug not in guides:
                yield f"{path.id}: there is no guide {slug}"


def _link_faults(guides: Mapping[str, Guide]) -> Iterator[str]:
    for guide in guides.values():
        for kind, name in guide.links:
            if kind == "guide" and (name not in guides or name == guide.slug):
                yield f"{guide.slug}: guide:{name} leads nowhere"
