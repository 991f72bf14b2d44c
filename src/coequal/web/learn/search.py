"""Finding guides by what people type: by stems, by phrases, with one slip a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from coequal.content.guides import library
from coequal.content.guides_file import Guide
from coequal.web.learn.danger import may_be_afraid
from coequal.web.learn.index import index, typed, vocabulary
from coequal.web.learn.typed import Meant, stem

MOST: Final = 8
"""How many guides are found at most."""
LONGEST: Final = 600
"""Characters of what was typed that are looked at."""
NEAR: Final = 0.5
"""What a word counts that is one slip away, beside 1 for the very word."""
WHOLE: Final = 4.0
"""What a phrase that was typed whole counts, for each of its words by its rarity."""
CAREFUL: Final = "being-careful"
"""The guide that comes first where somebody may be afraid."""
SAFE: Final = "alone"
"""The shelf whose guides come next then."""
LEAST: Final = 0.2
"""What a guide that is found counts at least, beside 1 for the best."""


def found(text: str) -> tuple[Guide, ...]:
    """Return the guides that fit what was typed, the best first; none if none does.

    Where somebody may be afraid or hurt, the guide on being careful comes first.
    """
    guides, read = library().guides, text[:LONGEST]
    # Each word counts once, however often it was typed.
    scores = _scores({word: vocabulary().meant(word) for word in typed(read)})
    order, least = list(guides), LEAST * max(scores.values(), default=0.0)
    fits = (slug for slug in scores if scores[slug] >= least)
    best = sorted(fits, key=lambda slug: (-scores[slug], order.index(slug)))
    others = [slug for slug in best if slug != CAREFUL]
    safe = {
        slug
        for shelf in library().home.shelves
        if shelf.id == SAFE
        for slug in shelf.guides
    }
    if may_be_afraid(read):
        # Nobody who is afraid reads first what the other one could do better.
        best = [CAREFUL, *sorted(others, key=lambda slug: slug not in safe)]
    elif best[:1] == [CAREFUL]:
        # Its place says that help is shown: another one leads, if there is any.
        best = [*others[:1], CAREFUL, *others[1:]]
    return tuple(guides[slug] for slug in best[:MOST])


def help_first(guides: Iterable[Guide]) -> bool:
    """Tell whether help is shown above what was found: where one has to be careful."""
    return any(guide.slug == CAREFUL for guide in list(guides)[:1])


def _scores(said: dict[str, Meant]) -> dict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float)
    for word, meant in said.items():
        best: defaultdict[str, float] = defaultdict(float)
        for one in meant:
            share = index().rare.get(one, 0.0) * (1.0 if one == stem(word) else NEAR)
            for slug, weight in index().weights.get(one, {}).items():
                best[slug] = max(best[slug], share * weight)
        for slug, weight in best.items():
            scores[slug] += weight
    for slug, weight in _whole(frozenset().union(*said.values())):
        scores[slug] += weight
    return scores


def _whole(meant: Meant) -> Iterator[tuple[str, float]]:
    """Yield the guides of the phrases that were typed whole, and what that counts."""
    rare, best = index().rare, dict[str, float]()
    for part in meant:
        for phrase in index().phrases.get(part, ()):
            if phrase.stems <= meant:
                weight = WHOLE * sum(rare.get(one, 0.0) for one in phrase.stems)
                best[phrase.guide] = max(best.get(phrase.guide, 0.0), weight)
    yield from best.items()
