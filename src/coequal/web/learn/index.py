"""The library, read once: what each stem weighs in each guide, and each phrase."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from typing import Final

from coequal.content.afraid import weights
from coequal.content.files import every_text
from coequal.content.guides import library
from coequal.content.guides_file import Guide
from coequal.content.keywords import keywords
from coequal.web.learn.pattern import all_words
from coequal.web.learn.typed import Vocabulary, plain_words, stem

PHRASES: Final = 5.0
"""What a word of a phrase weighs that people type; below, the words of the guide."""
FIELDS: Final = (("title", 6.0), ("question", 4.0), ("summary", 3.0), ("prose", 1.0))

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Something that people type, as stems, and the guide it is for."""

    guide: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What each stem weighs in each guide, how rare it is; phrases by their stems."""

    weights: Mapping[str, Weights]
    rare: Weights
    phrases: Mapping[str, tuple[Phrase, ...]]


@cache
def index() -> Index:
    """Return the index: a search then looks up words and reads no text."""
    guides = library().guides
    weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
    stop = {one for word in keywords().stop for one in stems(word)}
    for slug, guide in guides.items():
        for part, weight in _weighed(slug, guide):
            if part not in stop:
                before = weights[part].get(slug, 0.0)
                weights[part][slug] = max(before, weight)
    # A word that stands in few guides says more about which one is looked for.
    rare = {part: log(1 + len(guides) / len(by)) for part, by in weights.items()}
    phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
    for slug, said in keywords().keywords.items():
        for one in said:
            phrase = Phrase(guide=slug, stems=frozenset(stems(one)) - stop)
            for part in phrase.stems:
                phrases[part].append(phrase)
    return Index(
        weights=weights,
        rare=rare,
        phrases={part: tuple(of) for part, of in phrases.items()},
    )


def _weighed(slug: str, guide: Guide) -> Iterator[tuple[str, float]]:
    for field, weight in FIELDS:
        yield from ((one, weight) for one in stems(getattr(guide, field)))
    for phrase in keywords().keywords[slug]:
        yield from ((one, PHRASES) for one in stems(phrase))


def typed(text: str) -> list[str]:
    """Return the words of a text, those that are looked up as another as that one.

    Two words at most stand for one: *will not* is *wont*.
    """
    words, same = plain_words(text), keywords().same
    said, at = list[str](), 0
    while at < len(words):
        two = " ".join(words[at : at + 2])
        if two in same:
            said.append(same[two])
            at += 2
        else:
            said.append(same.get(words[at], words[at]))
            at += 1
    return said


def stems(text: str) -> list[str]:
    """Return the stems of a text, in order."""
    return [stem(word) for word in typed(text)]


@cache
def vocabulary() -> Vocabulary:
    """Return every stem that the library knows, or that stands in any text of ours.

    A word that is a word is what somebody meant: *chores* are no slip of *choke*.
    """
    said = keywords()
    written = all_words(said.every_pattern, said.danger.groups)
    words = {*written, *said.stop}
    known = {*index().weights, *(one for word in words for one in stems(word))}
    known |= weights().words.keys()
    return Vocabulary.of(known, words=known | set(stems(every_text(said.locale))))
