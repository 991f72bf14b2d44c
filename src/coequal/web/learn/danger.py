"""Whether somebody who typed this may be afraid or hurt: then help comes first.

Patterns, and what is harmless, stand in `content/en/guides/keywords.toml`. Help once
for nothing is better than once too rarely: it stands above what was found, and takes
nothing of it away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from coequal.content.keywords import keywords
from coequal.web.learn.index import stems, typed, vocabulary
from coequal.web.learn.pattern import Spot, all_words, places, words_of
from coequal.web.learn.typed import Meant, stem

BETWEEN: Final = 2
"""How many words may stand between two words of a pattern."""
Pattern = tuple[Spot, ...]
Patterns = Mapping[str, tuple[Pattern, ...]]


def may_be_afraid(text: str) -> bool:
    """Tell whether a text has a pattern of danger outside every harmless phrase.

    What is faint counts only where nothing everyday was typed: *threaten* means it, and
    *threatens to bake* does not; *threatens me* means it whatever else is said.
    """
    said = typed(text)
    if tuple(map(stem, said)) in _alone():
        return True
    meant = [vocabulary().meant(word) for word in said]
    left = _without_harmless(meant)
    return _meets(left, _danger()) or (
        _meets(left, _faint())
        and _everyday().isdisjoint(map(stem, said))
        and not any(_of_the_frightened().isdisjoint(one) for one in meant)
    )


def _without_harmless(meant: Sequence[Meant]) -> list[Meant]:
    """Return what was typed without the words of every phrase that is harmless."""
    left, parts = list(meant), frozenset[str]().union(*meant)
    for one in (one for part in parts for one in _harmless().get(part, ())):
        for place in places(meant, one, between=0):
            left[place.start : place.stop] = [frozenset()] * len(place)
    return left


def _meets(said: Sequence[Meant], patterns: Patterns) -> bool:
    begins = (patterns.get(part, ()) for part in frozenset[str]().union(*said))
    return any(
        any(places(said, one, between=BETWEEN)) for some in begins for one in some
    )


@cache
def _danger() -> Patterns:
    return _by_first(keywords().danger.patterns)


@cache
def _faint() -> Patterns:
    return _by_first(keywords().danger.faint)


def _by_first(patterns: Iterable[str]) -> Patterns:
    """Return the patterns by the stems that they can begin with."""
    found: defaultdict[str, list[Pattern]] = defaultdict(list)
    for one in map(_pattern, patterns):
        for part in one[0].stems:
            found[part].append(one)
    return {part: tuple(some) for part, some in found.items()}


@cache
def _of_the_frightened() -> frozenset[str]:
    """Return every word of a pattern, and those that stand beside them."""
    said = keywords()
    danger = said.danger
    patterns = (*danger.patterns, *danger.faint, *danger.alone)
    words = {*all_words(patterns, danger.groups), *said.stop, *danger.beside}
    return frozenset(one for word in words for one in stems(word))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(map(stem, keywords().harmless.words))


@cache
def _harmless() -> Patterns:
    return _by_first(keywords().harmless.phrases)


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
