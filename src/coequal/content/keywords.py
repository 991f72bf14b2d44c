"""What people type when they look for a guide, and what means that somebody is afraid.

Phrases are in plain words as they are typed; whoever looks them up reads them by their
stems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from coequal.content.files import check, from_toml, text_of, twice
from coequal.content.guides import library
from coequal.content.load import DEFAULT_LOCALE

GROUP: Final = re.compile(r"{(\w+)}")
"""How a pattern names a group of words."""
FEWEST: Final = 15
"""Phrases that every guide has at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """What means that somebody may be afraid or hurt.

    `patterns` are words in order, with little between them; a name in braces stands for
    any word of that group, `+` before a word says that it follows at once, `!` that it
    does not. What stands in `alone` means it where nothing else was typed.
    """

    alone: tuple[str, ...]
    patterns: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmless:
    """Phrases that look like danger and are not: word for word."""

    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keywords:
    """Phrases by guide, and what means danger unless it stands in what is harmless.

    `stop` are words that say nothing of what is looked for; `same` are words that are
    looked up as another.
    """

    locale: str
    version: int
    stop: tuple[str, ...]
    same: Mapping[str, str]
    keywords: Mapping[str, tuple[str, ...]]
    danger: Danger
    harmless: Harmless

    @property
    def every_pattern(self) -> tuple[str, ...]:
        """All that is looked for in order: danger, and what only sounds like it."""
        danger = self.danger
        return (*danger.alone, *danger.patterns, *self.harmless.phrases)


@cache
def keywords(locale: str = DEFAULT_LOCALE) -> Keywords:
    """Return the phrases of the library.

    Raises `Unsound`, naming what is amiss, if the file of this installation is damaged.
    """
    text = text_of(locale, "guides", "keywords.toml")
    found = from_toml("keywords", text, Keywords)
    check("keywords", _faults(found, frozenset(library(locale).guides)))
    return found


def _faults(found: Keywords, guides: frozenset[str]) -> Iterator[str]:
    for slug in sorted(guides ^ found.keywords.keys()):
        yield f"{slug} is a guide without phrases, or phrases without a guide"
    for slug, phrases in found.keywords.items():
        if len(phrases) < FEWEST:
            yield f"{slug} has fewer than {FEWEST} phrases"
        yield from (f"{slug}: {one!r} stands twice" for one in twice(phrases))
    groups = found.danger.groups
    texts = chain(found.every_pattern, *groups.values())
    named = {one for text in texts for one in GROUP.findall(text)}
    yield from (f"{one!r} is no group" for one in sorted(named - groups.keys()))
    yield from (f"{one!r} stands twice" for one in twice(found.every_pattern))
