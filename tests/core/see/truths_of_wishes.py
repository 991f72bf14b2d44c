"""What has to be true for a wish to be told, and for a small step to be offered."""

from __future__ import annotations

from tests.core.see.claims import (
    all_four,
    claims,
    everywhere,
    good,
    one,
    other,
    wants_less,
    wants_more,
)
from tests.core.see.scene import A_LOT, OFTEN, RARELY, SOME, Scene
from tests.core.see.truths_apart import apart_here

from coequal.core.see.findings import Finding


@claims("You both want more say {where}. What decides it now?")
def both_want_more(scene: Scene, found: Finding) -> bool:
    return all(map(wants_more, scene.accounts(found.areas[0])))


@claims(
    "{less} would be happy to decide less {where}, and {more} would like to decide "
    "more. You could simply swap."
)
def wishes_meet(scene: Scene, found: Finding) -> bool:
    """To swap is no way to give more to whom anybody sees deciding more already."""
    more, (area,) = found.seats["more"], found.areas
    has_more = scene.both_name(more, area) or scene.comes_out(more, area)
    guarded = scene.guarded(area) and scene.uneven(area)
    met = wants_more(one(scene, found)) and wants_less(other(scene, found))
    return met and not has_more and not guarded


@claims(
    "You each have a wish: {one} would like to decide more {where}, and {other} "
    "more {there}."
)
def each_has_a_wish(scene: Scene, found: Finding) -> bool:
    return wants_more(one(scene, found)) and wants_more(other(scene, found))


@claims(
    "{one} would like more say {where}. There is room: neither of you feels you have "
    "much."
)
def more_and_room_for_it(scene: Scene, found: Finding) -> bool:
    (area,) = found.areas
    room = all_four(scene, area, 0, SOME) and not scene.both_name_somebody(area)
    return wants_more(one(scene, found)) and room and not scene.says_more(area)


@claims(
    "{one} would like more say {where}. That may be news to {other}, who thought {one} "
    "had plenty. Ask: “What would more look like?”"
)
def more_not_seen(scene: Scene, found: Finding) -> bool:
    wish, seen = one(scene, found), other(scene, found).yours
    little = wish.mine is not None and wish.mine <= SOME
    return wants_more(wish) and little and seen is not None and seen >= A_LOT


@claims("{one} would like more say {where}. What would that look like this week?")
def one_wants_more(scene: Scene, found: Finding) -> bool:
    return wants_more(one(scene, found))


@claims(
    "You’d both be happy to decide less {where}. Which decisions could you simply drop?"
)
def both_want_less(scene: Scene, found: Finding) -> bool:
    return all(map(wants_less, scene.accounts(found.areas[0])))


@claims("{one} would be happy to decide less {where}.")
def one_wants_less(scene: Scene, found: Finding) -> bool:
    return wants_less(one(scene, found))


# --- Small steps: what they take for granted ----------------------------------------


@claims(
    "{less} names one thing to hand over ({areas}), and {more} says whether it fits."
)
def step_hand_over(scene: Scene, found: Finding) -> bool:
    return wishes_meet(scene, found)


@claims(
    "Each of you finishes the sentence ({areas}): “I’d like to be asked before ...” "
    "The other says it back."
)
def step_both_say_what_more_is(scene: Scene, found: Finding) -> bool:
    return both_want_more(scene, found)


@claims(
    "{one} finishes the sentence ({areas}): “I’d like to be asked before ...” "
    "{other} says it back."
)
def step_say_what_more_is(scene: Scene, found: Finding) -> bool:
    return wants_more(one(scene, found))


@claims("Talk through last week ({areas}): who decided what?")
def step_ask(scene: Scene, found: Finding) -> bool:
    """There is something to ask: the two see it differently."""
    return apart_here(scene, found)


@claims("This week each of you brings up one small thing.")
def step_bring_up(scene: Scene, _: Finding) -> bool:
    return scene.both("process.raise", 0, RARELY)


@claims("Thank each other for one time the other stood by you.")
def step_thanks(scene: Scene, _: Finding) -> bool:
    return scene.both("trust.backed", OFTEN)


@claims("Tell each other one thing you wouldn’t change: {areas}.")
def step_keep(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: good(scene, area))
