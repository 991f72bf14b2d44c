"""What has to be true where two see it differently, and of plain facts."""

from __future__ import annotations

from tests.core.see.claims import (
    almost_the_same,
    apart,
    claims,
    less_than,
    more_than_felt,
    one,
    other,
)
from tests.core.see.scene import HAPPY, HEARD, OFTEN, RARELY, SOMETIMES, Scene, named

from coequal.core.see.findings import Finding
from coequal.core.see.words import Word


@claims("You each think the other one decides more {where}.")
def each_thinks_the_other_has_more(scene: Scene, found: Finding) -> bool:
    return all(account.names_you for account in scene.accounts(found.areas[0]))


@claims(
    "You each think you’re the one who decides more {where}. Name one thing the other "
    "decided lately."
)
def each_thinks_they_have_more(scene: Scene, found: Finding) -> bool:
    return all(account.names_me for account in scene.accounts(found.areas[0]))


@claims("You each think the other has more say {where} than they feel they have.")
def each_sees_more_for_the_other(scene: Scene, found: Finding) -> bool:
    a, b = scene.accounts(found.areas[0])
    return more_than_felt(a, b) and more_than_felt(b, a)


@claims("You each say: when we don’t agree, it rarely ends my way.")
def last_word_rarely_mine(scene: Scene, _: Finding) -> bool:
    return scene.both("process.last_word", 0, RARELY)


@claims("You each say: when we don’t agree, it often ends my way.")
def last_word_often_mine(scene: Scene, _: Finding) -> bool:
    return scene.both("process.last_word", OFTEN)


@claims(
    "To {one}, neither of you decides more {where}. To {other} it looks as if {one} "
    "decides more. Tell each other about the last time."
)
def shared_or_more_for_me(scene: Scene, found: Finding) -> bool:
    return one(scene, found).calls_it_shared and other(scene, found).names_you


@claims(
    "To {one}, neither of you decides more {where}. {other} says: I do. Tell each "
    "other about the last time."
)
def shared_or_more_for_you(scene: Scene, found: Finding) -> bool:
    return one(scene, found).calls_it_shared and other(scene, found).names_me


@claims(
    "{other} thinks {one} has more say {where} than {one} feels. Tell each other about "
    "the last time."
)
def more_than_one_thinks(scene: Scene, found: Finding) -> bool:
    return more_than_felt(other(scene, found), one(scene, found))


@claims("Going by your answers, {more} {decides} more: {areas}. Does that fit?")
def more_say(scene: Scene, found: Finding) -> bool:
    """It is as sure as it says: no area in it is less sure."""
    words = {scene.word(area) for area in found.areas}
    sure = found.word is not Word.CLEAR or words == {Word.CLEAR}
    return sure and all(scene.comes_out(seat, area) for seat, area in named(found))


@claims("{other} often feels heard. {one} doesn’t yet. What would help?")
def one_is_heard_less(scene: Scene, found: Finding) -> bool:
    return less_than(scene, found, HEARD)


@claims(
    "{other} often feels that {one} is there when it counts. {one} doesn’t feel that "
    "yet. What would help?"
)
def one_is_backed_less(scene: Scene, found: Finding) -> bool:
    return less_than(scene, found, "trust.backed")


@claims(
    "{other} is happy with how much say there is. {one} isn’t yet. What would help?"
)
def one_is_happy_with_it(scene: Scene, found: Finding) -> bool:
    return less_than(scene, found, HAPPY)


# --- Plain facts --------------------------------------------------------------------


@claims("You see it almost the same way: {areas}.")
def close_here(scene: Scene, found: Finding) -> bool:
    return almost_the_same(scene, found.areas[0])


@claims("Each of you brings up what’s on your mind, at least sometimes.")
def both_bring_some_things_up(scene: Scene, _: Finding) -> bool:
    return scene.both("process.raise", SOMETIMES)


@claims("What each of you says changes what you two do, at least sometimes.")
def both_words_reach(scene: Scene, _: Finding) -> bool:
    return scene.both(HEARD, SOMETIMES)


@claims(
    "When there’s something to decide, each of you brings ideas at least sometimes."
)
def both_shape_some(scene: Scene, _: Finding) -> bool:
    return scene.both("process.shape", SOMETIMES)


@claims("Each of you is at least somewhat happy with how much say you have.")
def both_happy_at_times(scene: Scene, _: Finding) -> bool:
    return scene.both(HAPPY, SOMETIMES)


@claims("You see it differently: {areas}. How did each of you come to your answer?")
def apart_here(scene: Scene, found: Finding) -> bool:
    return any(step > 1 for step in apart(scene, found.areas[0]))


@claims("We can’t tell yet who decides more in any area here.")
def too_early_everywhere(scene: Scene, _: Finding) -> bool:
    return scene.drawn.overall is None and all(
        scene.word(area) is Word.EARLY and not scene.both_name_somebody(area)
        for area in scene.areas
    )
