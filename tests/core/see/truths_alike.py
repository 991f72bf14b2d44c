"""What has to be true where two see it alike."""

from __future__ import annotations

from tests.core.see.claims import (
    all_four,
    almost_the_same,
    apart,
    claims,
    everywhere,
    four,
    good,
    liked,
)
from tests.core.see.scene import (
    A_LITTLE,
    A_LOT,
    ALL_OF_IT,
    HAPPY,
    HEARD,
    OFTEN,
    RARELY,
    SOME,
    SOMETIMES,
    Scene,
    named,
)

from coequal.core.see.findings import Finding
from coequal.core.see.words import Word


@claims("In all that you both shared, neither of you wants to change anything.")
def all_good_as_it_is(scene: Scene, found: Finding) -> bool:
    return len(found.areas) > 1 and all(good(scene, area) for area in scene.areas)


@claims(
    "You both say {more} decides more {where}, and today that’s fine with both of you. "
    "Either of you can change that any time."
)
def more_and_liked_so(scene: Scene, found: Finding) -> bool:
    (area,), more = found.areas, found.seats["more"]
    return scene.both_name(more, area) and liked(scene, more, area)


@claims("You each feel you have plenty of say: {areas}.")
def a_lot_for_both(scene: Scene, found: Finding) -> bool:
    """It does not hide that one of them decides more."""
    return everywhere(
        found,
        lambda area: (
            all_four(scene, area, A_LOT, ALL_OF_IT)
            and not scene.both_name_somebody(area)
            and not scene.says_more(area)
        ),
    )


@claims("You both call it shared: {areas}.")
def seen_as_shared(scene: Scene, found: Finding) -> bool:
    """What nobody has a say in is nothing that two share."""
    return everywhere(
        found,
        lambda area: (
            all(account.calls_it_shared for account in scene.accounts(area))
            and all(say is None or say >= SOME for say in four(scene, area))
        ),
    )


@claims("Asked who decides more, you both say about the same: {areas}.")
def both_say_about_the_same(scene: Scene, found: Finding) -> bool:
    """In just these words; and no rating makes them sound strange."""
    return everywhere(
        found,
        lambda area: (
            all(
                account.who == 0 and abs(account.rated or 0) <= 1
                for account in scene.accounts(area)
            )
            and all(say is None or say >= SOME for say in four(scene, area))
        ),
    )


@claims("You both say it’s good between you.")
def it_is_good(scene: Scene, _: Finding) -> bool:
    return scene.both("good.whole", OFTEN)


@claims("You can count on each other’s word, and you have each other’s back.")
def trust_and_backing(scene: Scene, _: Finding) -> bool:
    return scene.both("trust.word", OFTEN) and scene.both("trust.backed", OFTEN)


@claims("You both say that the other stands by you when you need it.")
def both_backed(scene: Scene, _: Finding) -> bool:
    return scene.both("trust.backed", OFTEN)


@claims("You both say the other keeps promises.")
def both_count_on_it(scene: Scene, _: Finding) -> bool:
    return scene.both("trust.word", OFTEN)


@claims("You’re both heard: what either of you says often changes what you two do.")
def both_heard(scene: Scene, _: Finding) -> bool:
    return scene.both(HEARD, OFTEN)


@claims("You’re both happy with how much say you have.")
def both_happy_with_it(scene: Scene, _: Finding) -> bool:
    return scene.both(HAPPY, OFTEN)


@claims("You both bring up what’s on your mind.")
def both_bring_things_up(scene: Scene, _: Finding) -> bool:
    return scene.both("process.raise", OFTEN)


@claims("When there’s something to decide, you both bring ideas.")
def both_shape(scene: Scene, _: Finding) -> bool:
    return scene.both("process.shape", OFTEN)


@claims("When you don’t agree, it sometimes ends one way and sometimes the other.")
def last_word_in_turn(scene: Scene, _: Finding) -> bool:
    return scene.both("process.last_word", SOMETIMES, SOMETIMES)


@claims("You see every area here almost the same way.")
def nothing_differs_much(scene: Scene, found: Finding) -> bool:
    near = all(almost_the_same(scene, area) for area in scene.areas)
    return len(found.areas) > 1 and near


@claims("You gave exactly the same answers: {areas}.")
def same_to_the_word(scene: Scene, found: Finding) -> bool:
    return everywhere(
        found,
        lambda area: almost_the_same(scene, area) and not any(apart(scene, area)),
    )


@claims("You see it almost the same way: {areas}.")
def within_a_step(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: almost_the_same(scene, area))


@claims("You both say it’s fine as it is: {areas}.")
def good_as_it_is(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: good(scene, area))


@claims(
    "It goes both ways: you both say {one} decides more {where}, and {other} {there}."
)
def it_goes_both_ways(scene: Scene, found: Finding) -> bool:
    return all(scene.both_name(seat, area) for seat, area in named(found))


@claims(
    "Going by your answers, it goes both ways: {one} decides more {where}, and {other} "
    "{there}."
)
def it_clearly_goes_both_ways(scene: Scene, found: Finding) -> bool:
    return all(
        scene.comes_out(seat, area) and scene.word(area) is Word.CLEAR
        for seat, area in named(found)
    )


@claims(
    "Going by your answers, {more} {decides} more {where}, and today that’s fine with "
    "both of you. Either of you can change that any time."
)
def more_say_and_liked_so(scene: Scene, found: Finding) -> bool:
    (area,), more = found.areas, found.seats["more"]
    sure = scene.comes_out(more, area) and scene.word(area) is found.word
    return sure and liked(scene, more, area)


@claims("Neither of you feels in charge: {areas}. Who is?")
def little_for_both(scene: Scene, found: Finding) -> bool:
    return everywhere(
        found,
        lambda area: (
            all_four(scene, area, 0, A_LITTLE)
            and not scene.both_name_somebody(area)
            and not scene.says_more(area)
        ),
    )


@claims(
    "You both feel that what you say rarely changes what you two do. You’re not alone "
    "in that."
)
def neither_is_heard_much(scene: Scene, _: Finding) -> bool:
    return scene.both(HEARD, 0, RARELY)


@claims("You both say {more} decides more {where}.")
def same_one_has_more(scene: Scene, found: Finding) -> bool:
    return scene.both_name(found.seats["more"], found.areas[0])


@claims("You both say it mostly ends {more}’s way. How is that for each of you?")
def last_word_mostly_one(scene: Scene, found: Finding) -> bool:
    more, less = (
        scene.answers[found.seats[role]].number("process.last_word")
        for role in ("more", "less")
    )
    return more is not None and more >= OFTEN and less is not None and less <= RARELY
