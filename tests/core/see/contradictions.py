"""Which findings, and which finding and word, cannot both stand in one picture.

Listed by what they say. A pair stands here if somebody who reads both would ask: so
which of the two is it?
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Final

from tests.core.see.scene import Scene, named

from coequal.core.see.findings import Finding
from coequal.core.see.words import Word

Ids = frozenset[str]

WANTS: Final[Ids] = frozenset(
    {
        *("both_want_more", "wishes_meet", "each_has_a_wish", "more_and_room_for_it"),
        *("more_not_seen", "one_wants_more", "both_want_less", "one_wants_less"),
        *("step_hand_over", "step_both_say_what_more_is", "step_say_what_more_is"),
    }
)
LIKED: Final[Ids] = frozenset({"more_and_liked_so", "more_say_and_liked_so"})
GOOD: Final[Ids] = LIKED | {"all_good_as_it_is", "good_as_it_is", "step_keep"}
SAID_MORE: Final[Ids] = frozenset(
    {"more_and_liked_so", "it_goes_both_ways", "same_one_has_more"}
)
COMES_OUT: Final[Ids] = frozenset(
    {"it_clearly_goes_both_ways", "more_say_and_liked_so", "more_say"}
)
MORE: Final[Ids] = SAID_MORE | COMES_OUT
SHARED: Final[Ids] = frozenset({"seen_as_shared", "both_say_about_the_same"})
SEES_MORE: Final[Ids] = frozenset(
    {"more_than_one_thinks", "each_sees_more_for_the_other"}
)
OPPOSED: Final[Ids] = frozenset(
    {
        *("each_thinks_the_other_has_more", "each_thinks_they_have_more"),
    }
)
SHARED_FOR_ONE: Final[Ids] = frozenset(
    {"shared_or_more_for_me", "shared_or_more_for_you"}
)
DIFFERENT: Final[Ids] = (
    OPPOSED | SHARED_FOR_ONE | SEES_MORE | {"apart_here", "step_ask"}
)
ALIKE: Final[Ids] = frozenset(
    {"nothing_differs_much", "same_to_the_word", "within_a_step", "close_here"}
)
MUCH: Final[Ids] = frozenset({"a_lot_for_both"})
LITTLE: Final[Ids] = frozenset({"little_for_both", "more_and_room_for_it"})
EARLY: Final[Ids] = frozenset({"too_early_everywhere"})

OF_ONE_AREA: Final[tuple[tuple[Ids, Ids], ...]] = (
    (GOOD, WANTS),
    (GOOD, DIFFERENT),
    (SHARED, MORE),
    (SHARED, DIFFERENT),
    (ALIKE, DIFFERENT),
    (ALIKE, COMES_OUT),
    (MORE, DIFFERENT - SEES_MORE),
    (MUCH, LITTLE),
    (MUCH, MORE),
    (LITTLE, MORE),
    (OPPOSED, SHARED_FOR_ONE),
    (OPPOSED, EARLY),
    (EARLY, MORE | SHARED | ALIKE),
    (frozenset({"i_want_more", "i_want_less"}), frozenset({"good_for_me"})),
    (frozenset({"i_have_a_lot"}), frozenset({"i_have_some", "i_have_little"})),
    (frozenset({"i_have_some"}), frozenset({"i_have_little"})),
)
"""Not both of the same area."""

ANYWHERE: Final[tuple[tuple[Ids, Ids], ...]] = (
    (GOOD, frozenset({"one_is_happy_with_it"})),
    (LIKED, frozenset({"one_is_heard_less"})),
    (frozenset({"all_good_as_it_is"}), WANTS),
    (frozenset({"nothing_differs_much"}), DIFFERENT),
    (
        frozenset({"both_happy_with_it"}),
        frozenset({"both_want_more", "step_both_say_what_more_is"}),
    ),
    (
        frozenset({"both_happy_with_it", "both_happy_at_times"}),
        frozenset({"one_is_happy_with_it"}),
    ),
    (
        frozenset({"both_heard", "both_words_reach"}),
        frozenset({"one_is_heard_less", "neither_is_heard_much"}),
    ),
    (
        frozenset({"neither_is_heard_much"}),
        frozenset({"one_is_heard_less", "both_shape"}),
    ),
    (
        frozenset({"trust_and_backing", "both_backed", "step_thanks"}),
        frozenset({"one_is_backed_less"}),
    ),
    (
        frozenset({"both_bring_things_up", "both_bring_some_things_up"}),
        frozenset({"step_bring_up"}),
    ),
    *(
        (frozenset({one}), frozenset({other}))
        for one, other in combinations(
            (
                *("last_word_in_turn", "last_word_mostly_one"),
                *("last_word_rarely_mine", "last_word_often_mine"),
            ),
            2,
        )
    ),
    (frozenset({"i_am_happy_with_it"}), frozenset({"i_want_more"})),
    (
        frozenset({"all_good_for_me"}),
        frozenset({"i_want_more", "i_want_less"}),
    ),
)
"""Not both in one picture, whatever their areas."""

SAYS_WHO: Final = frozenset({Word.CLEAR, Word.PROBABLY})
BESIDE_WORD: Final[tuple[tuple[Ids, frozenset[Word]], ...]] = (
    (MORE, frozenset(Word) - SAYS_WHO),
    (SHARED, frozenset(Word) - {Word.SAME}),
    (OPPOSED, SAYS_WHO | {Word.SAME}),
    (SHARED_FOR_ONE, frozenset({Word.SAME})),
    (frozenset({"apart_here", "step_ask"}), frozenset({Word.SAME})),
    (ALIKE, frozenset({Word.DIFFERENT})),
    (MUCH | LITTLE, SAYS_WHO),
    (EARLY, frozenset(Word) - {Word.EARLY}),
)
"""Not a finding beside this word of an area that it speaks of."""


def contradictions(scene: Scene, found: tuple[Finding, ...]) -> Iterator[str]:
    """Yield what contradicts what, in one picture."""
    for one, other in combinations(found, 2):
        if listed(OF_ONE_AREA, one, other) and set(one.areas) & set(other.areas):
            yield f"{one.pattern} and {other.pattern} of one area"
        if listed(ANYWHERE, one, other):
            yield f"{one.pattern} and {other.pattern}"
    for one in found:
        for area in one.areas:
            for ids, words in BESIDE_WORD:
                if one.pattern in ids and scene.word(area) in words:
                    yield f"{one.pattern} beside {scene.word(area)!r}"
        yield from other_person(scene, one)
        if scene.drawn.overall and one.pattern in EARLY:
            yield f"{one.pattern} beside who decides more all in all"


def listed(pairs: tuple[tuple[Ids, Ids], ...], one: Finding, other: Finding) -> bool:
    """Whether two findings stand in a list, in either order."""
    return any(
        (one.pattern in these and other.pattern in those)
        or (one.pattern in those and other.pattern in these)
        for these, those in pairs
    )


def other_person(scene: Scene, found: Finding) -> Iterator[str]:
    """Yield where the word says that the other one decides more."""
    if found.pattern in MORE:
        for seat, area in named(found):
            if scene.comes_out(seat.other, area):
                yield f"{found.pattern} beside a word for the other"
    if found.pattern in SHARED_FOR_ONE:
        role = "one" if found.pattern == "shared_or_more_for_me" else "other"
        if scene.comes_out(found.seats[role].other, found.areas[0]):
            yield f"{found.pattern} beside a word for the other"


def every_pair() -> Iterator[tuple[str, str]]:
    """Yield every pair of findings that is listed, to see that the ids exist."""
    for these, those in (*OF_ONE_AREA, *ANYWHERE):
        yield from product(these, those)
