"""Whether somebody who typed this may be afraid or hurt: then help comes first.

Two things tell, and are added up.

- **Patterns**: words in order, such as *chokes me*, speak for it outside every harmless
  phrase; where there are none outside, a harmless phrase, *beats me at darts*, speaks
  against it. Both stand in `content/en/guides/keywords.toml`, written by hand.
- **Weights**: each word that was typed, and each pair of words that stand near one
  another, speaks for fear or against it: *strangled* for it, *scrabble* against it. In
  a pair a word counts as its kind (`kinds.toml`): *she slapped my son* speaks as *he
  hit the baby* does. How much each weighs was learnt from phrases of both sorts, and it
  stands in `weights.toml`. Of a long story, the gravest stretch counts.

Help once for nothing is better than once too rarely: it stands above what was found,
and takes nothing of it away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from coequal.content.afraid import kinds, weights
from coequal.content.keywords import keywords
from coequal.web.learn.index import stems, typed, vocabulary
from coequal.web.learn.pattern import Spot, places, words_of
from coequal.web.learn.typed import Meant

BETWEEN: Final = 2
"""How many words may stand between two words of a pattern."""
PATTERN: Final = 300
"""What a pattern adds, in the hundredths of `weights.toml`."""
HARMLESS: Final = -150
"""What a harmless phrase adds, where no pattern stands outside it."""
NEAR: Final = 3
"""How many words apart the two of a pair stand at most."""
STRETCH: Final = 16
"""Words that are weighed together."""
EDGE: Final = "-"
"""What stands before the first word, and after the last."""
Pattern = tuple[Spot, ...]
Patterns = Mapping[str, tuple[Pattern, ...]]


def may_be_afraid(text: str) -> bool:
    """Tell whether what was typed speaks more for fear than against it."""
    if tuple(stems(text)) in _alone():
        return True
    meant = [vocabulary().meant(word) for word in typed(text)]
    hand = _by_hand(meant)
    # A slip that may be of several words is taken for the first of them.
    said = [min(one, default="") for one in meant]
    return any(hand + weight(some) > 0 for some in _stretches([EDGE, *said, EDGE]))


def by_hand(text: str) -> int:
    """Return what the patterns and the harmless phrases say of a text."""
    return _by_hand([vocabulary().meant(word) for word in typed(text)])


def _by_hand(meant: Sequence[Meant]) -> int:
    left = _without_harmless(meant)
    if _meets(left, _danger()):
        return PATTERN
    return HARMLESS if left != list(meant) else 0


def _stretches(said: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield every stretch of a text, each beginning one word after the one before."""
    last = max(0, len(said) - STRETCH)
    return (said[start : start + STRETCH] for start in range(last + 1))


def weight(said: Sequence[str]) -> int:
    """Return how much some stems speak for fear; below nothing, against it."""
    learnt = weights()
    words = sum(learnt.words.get(word, 0) for word in set(said))
    return learnt.start + words + sum(learnt.pairs.get(one, 0) for one in pairs(said))


def pairs(said: Sequence[str]) -> set[str]:
    """Return every two words that stand near one another, each as its kind.

    >>> sorted(pairs(["she", "slap", "son"]))
    ['STRIKE CHILD', 'THEY CHILD', 'THEY STRIKE']
    """
    each = [_kinds().get(word, word) for word in said]
    return {
        f"{one} {other}"
        for at, one in enumerate(each)
        for other in each[at + 1 : at + 1 + NEAR]
    }


@cache
def _kinds() -> Mapping[str, str]:
    return {
        stem: kind.upper()
        for kind, words in kinds().kinds.items()
        for word in words
        for stem in stems(word)
    }


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


def _by_first(patterns: Iterable[str]) -> Patterns:
    """Return the patterns by the stems that they can begin with."""
    found: defaultdict[str, list[Pattern]] = defaultdict(list)
    for one in map(_pattern, patterns):
        for part in one[0].stems:
            found[part].append(one)
    return {part: tuple(some) for part, some in found.items()}


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
