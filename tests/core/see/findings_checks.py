"""What has to hold of every picture, whoever draws it: yields each fault in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.core.see.contradictions import GOOD, LIKED, contradictions
from tests.core.see.scene import HAPPY, HEARD, named
from tests.core.see.simulated import Told
from tests.core.see.truths import CLAIMS

from coequal.core.see.findings import cards
from coequal.core.see.patterns import Card

BLESSES: Final = GOOD | {"it_goes_both_ways", "it_clearly_goes_both_ways"}
ALONE_GOOD: Final = {"all_good_for_me", "good_for_me"}
LACKS: Final = frozenset(
    {
        *("more_and_liked_so", "more_say_and_liked_so", "same_one_has_more"),
        *("more_say", "last_word_mostly_one", "more_and_room_for_it"),
        *("shared_or_more_for_me", "shared_or_more_for_you", "more_than_one_thinks"),
        *("one_is_heard_less", "one_is_backed_less", "one_is_happy_with_it"),
    }
)
"""Sentences in which one of the two has less of something, or may have."""


def faults(told: Told) -> Iterator[str]:
    """Yield all that is wrong with what a picture tells."""
    yield from untrue(told)
    yield from contradictions(told.scene, told.found)
    yield from blessed(told)
    yield from liked_by_the_unheard(told)
    if not told.scene.drawn.alone:
        yield from one_persons_lack_first(told)
        yield from of_ones_own(told)


def untrue(told: Told) -> Iterator[str]:
    """Yield sentences that the answers do not bear out."""
    for found in told.found:
        if not CLAIMS[found.pattern].is_true(told.scene, found):
            yield f"{found.pattern} is not true"


def blessed(told: Told) -> Iterator[str]:
    """Yield what calls an imbalance good about money, people, or what is one's own."""
    for found in told.found:
        if found.pattern in BLESSES | ALONE_GOOD:
            for area in found.areas:
                if told.scene.guarded(area) and told.scene.uneven(area):
                    yield f"{found.pattern} blesses an imbalance in what is guarded"


def liked_by_the_unheard(told: Told) -> Iterator[str]:
    """Yield what is called liked by whoever has less and is rarely heard or happy."""
    for found in told.found:
        if found.pattern in LIKED:
            for more, _area in named(found):
                if told.scene.rarely(more.other, HEARD, HAPPY):
                    yield f"{found.pattern}, and whoever has less is rarely heard"


def one_persons_lack_first(told: Told) -> Iterator[str]:
    """Yield what tells of one person's lack where a picture or a card begins."""
    dealt = cards(told.found)
    first = [found[0] for found in dealt.values()]
    for found in [*told.found[:1], *first]:
        if found.pattern in LACKS:
            yield f"{found.pattern} leads"
    for found in dealt.get(Card.ALIKE, ())[:3]:
        if found.pattern in LACKS - LIKED:
            yield f"{found.pattern} stands on the first card"


def of_ones_own(told: Told) -> Iterator[str]:
    """Yield findings for two about what is one person's own."""
    for found in told.found:
        if any(map(told.scene.one_of_own, found.areas)):
            yield f"{found.pattern} is of what is one's own"
