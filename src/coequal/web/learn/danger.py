"""Whether somebody who typed this may be afraid or hurt: then help comes first.

Patterns, and what is harmless, stand in `content/en/guides/keywords.toml`. Help once
for nothing is better than once too rarely: it stands above what was found, and takes
nothing of it away.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from coequal.content.keywords import keywords
from coequal.web.learn.index import stems, typed, vocabulary
from coequal.web.learn.typed import Meant, places, stem

BETWEEN: Final = 2
"""How many words may stand between two words of a pattern."""
Pattern = tuple[Meant, ...]


def may_be_afraid(text: str) -> bool:
    """Tell whether a text has a pattern of danger outside every harmless phrase."""
    said = typed(text)
    if tuple(map(stem, said)) in _alone():
        return True
    left = [vocabulary().meant(word) for word in said]
    for one in _harmless():
        for place in places(left, one, between=0):
            left[place.start : place.stop] = [frozenset()] * len(place)
    return any(any(places(left, one, between=BETWEEN)) for one in _danger())


@cache
def _danger() -> tuple[Pattern, ...]:
    return tuple(map(_pattern, keywords().danger.patterns))


@cache
def _harmless() -> tuple[Pattern, ...]:
    return tuple(map(_pattern, keywords().harmless.phrases))


def _pattern(text: str) -> Pattern:
    """Return a pattern as the stems that may stand at each of its places."""
    groups = keywords().danger.groups
    return tuple(
        frozenset(stems(" ".join(groups[word[1:-1]])))
        if word.startswith("{")
        else frozenset(stems(word))
        for word in text.split()
    )


@cache
def _alone() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(stems(one)) for one in keywords().danger.alone)
