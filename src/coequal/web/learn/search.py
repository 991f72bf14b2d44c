"""Finding guides by words, with one mistyped letter allowed in each.

Every word of the library stands under itself and under itself with one letter left
out. A word that was typed is looked up in the same way, so that one letter too many,
too few, wrong or swapped still meets.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from typing import Final

from coequal.content.guides import library
from coequal.content.guides_file import Guide

MOST: Final = 8
"""How many guides are found at most."""
SHORTEST: Final = 4
"""A shorter word has to be typed as it is."""
LONGEST: Final = 200
"""Signs of what was typed that are looked at."""
FIELDS: Final = (("title", 6.0), ("question", 4.0), ("summary", 3.0), ("prose", 1.0))
NEAR: Final = 0.5
"""What a word counts that is one slip away, beside 1 for the very word."""
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What each word weighs in each guide, and the words near to a typed one."""

    weights: Mapping[str, Mapping[str, float]]
    near: Mapping[str, frozenset[str]]


def found(text: str) -> tuple[Guide, ...]:
    """Return the guides that fit what was typed, the best first; none if none does."""
    shelf = library().guides
    scores: defaultdict[str, float] = defaultdict(float)
    # Each word counts once, however often it was typed.
    for word in dict.fromkeys(words(text[:LONGEST])):
        for slug, weight in _guides_of(word).items():
            scores[slug] += weight
    order = list(shelf)
    best = sorted(scores, key=lambda slug: (-scores[slug], order.index(slug)))
    return tuple(shelf[slug] for slug in best[:MOST])


def words(text: str) -> Iterator[str]:
    """Yield the words of a text, in small letters."""
    return (one.casefold() for one in _WORD.findall(text))


def _guides_of(word: str) -> Mapping[str, float]:
    """Return how well each guide fits one word, near words counted for less."""
    index, best = _index(), defaultdict[str, float](float)
    for known in _meant(word, index):
        share = 1.0 if known == word else NEAR
        for slug, weight in index.weights[known].items():
            best[slug] = max(best[slug], share * weight)
    return best


def _meant(word: str, index: Index) -> set[str]:
    """Return the words of the library that a typed one can stand for."""
    if word in index.weights or len(word) < SHORTEST:
        return {word} & index.weights.keys()
    return {known for form in _forms(word) for known in index.near.get(form, ())}


def _forms(word: str) -> set[str]:
    """Return a word, and the same with one letter left out."""
    if len(word) < SHORTEST:
        return {word}
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _index() -> Index:
    """Read the library once: a search then looks up words and reads no text."""
    guides = library().guides
    weights: defaultdict[str, defaultdict[str, float]] = defaultdict(
        lambda: defaultdict(float)
    )
    for slug, guide in guides.items():
        for field, weight in FIELDS:
            for word in set(words(getattr(guide, field))):
                weights[word][slug] += weight
    near: defaultdict[str, set[str]] = defaultdict(set)
    for word in weights:
        for form in _forms(word):
            near[form].add(word)
    # A word that stands in few guides says more about which one is looked for.
    rare = {word: log(1 + len(guides) / len(by)) for word, by in weights.items()}
    return Index(
        weights={
            word: {slug: weight * rare[word] for slug, weight in by.items()}
            for word, by in weights.items()
        },
        near={form: frozenset(known) for form, known in near.items()},
    )
