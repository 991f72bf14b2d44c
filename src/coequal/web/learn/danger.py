"""Whether somebody who typed this may be afraid or hurt: then help comes first.

Patterns, and what is harmless, stand in `content/en/guides/keywords.toml`. Help once
for nothing is better than once too rarely: it stands above what was found, and takes
nothing of it away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from coequal.content.keywords import keywords
from coequal.web.learn.index import stems, typed, vocabulary
from coequal.web.learn.pattern import Spot, places, words_of
from coequal.web.learn.typed import stem

BETWEEN: Final = 2
"""How many words may stand between two words of a pattern."""
Pattern = tuple[Spot, ...]


def may_be_afraid(text: str) -> bool:
    """Tell whether a text has a pattern of danger outside every harmless phrase."""
    said = typed(text)
    if tuple(map(stem, said)) in _alone():
        return True
    left = [vocabulary().meant(word) for word in said]
    for one in _harmless():
        for place in places(left, one, between=0):
            left[place.start : place.stop] = [frozenset()] * len(place)
    begins = (_danger().get(part, ()) for part in frozenset[str]().union(*left))
    return any(
        any(places(left, one, between=BETWEEN)) for some in begins for one in some
    )


@cache
def _danger() -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns by the stems that they can begin with."""
    found: defaultdict[str, list[Pattern]] = defaultdict(list)
    for one in map(_pattern, keywords().danger.patterns):
        for part in one[0].stems:
            found[part].append(one)
    return {part: tuple(some) for part, some in found.items()}


@cache
def _harmless() -> tuple[Pattern, ...]:
    return tuple(map(_pattern, keywords().harmless.phrases))


def _pattern(text: str) -> Pattern:
    """Return a pattern as the stems that may stand at each of its places."""
    groups = keywords().danger.groups
    return tuple(
        Spot(
            stems=frozenset(
                each for word in words_of(one, groups) for each in stems(word)
            ),
            at_once=one.startswith("+"),
            absent=one.startswith("!"),
        )
        for one in text.split()
    )


@cache
def _alone() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(stems(one)) for one in keywords().danger.alone)
