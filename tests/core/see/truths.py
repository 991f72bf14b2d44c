"""What has to be true of the answers for each sentence to be true, in plain English.

Written from the sentences alone, apart from the rules that choose them. Each function
has the name of its pattern; the sentence stands above it, and in the file that people
read from it stands in the same words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

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
    Account,
    Scene,
    named,
)

from coequal.core.people import Seat
from coequal.core.see.findings import Finding
from coequal.core.see.words import Word

Truth = Callable[[Scene, Finding], bool]


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A sentence, and what says whether it is true."""

    sentence: str
    is_true: Truth


CLAIMS: Final[dict[str, Claim]] = {}


def claims(sentence: str) -> Callable[[Truth], Truth]:
    """Keep a sentence with the function below it."""

    def keep(truth: Truth) -> Truth:
        CLAIMS[truth.__name__] = Claim(sentence=sentence, is_true=truth)
        return truth

    return keep


# --- What the sentences speak of ----------------------------------------------------


def wants_more(one: Account) -> bool:
    """Said so, and has not said that all of it is theirs already."""
    return one.wish is not None and one.wish > 0 and one.mine != ALL_OF_IT


def wants_less(one: Account) -> bool:
    """Said so, and has not said that there is none to have less of."""
    return one.wish is not None and one.wish < 0 and one.mine != 0


def both_fine(scene: Scene, area: str) -> bool:
    """Both said *good as it is*; nobody is rarely happy with the say they have."""
    return all(one.wish == 0 for one in scene.accounts(area)) and not any(
        scene.rarely(seat, HAPPY) for seat in Seat
    )


def no_blessing(scene: Scene, area: str) -> bool:
    """It does not call an imbalance good where nobody may be told so."""
    return not (scene.guarded(area) and scene.uneven(area))


def good(scene: Scene, area: str) -> bool:
    return both_fine(scene, area) and no_blessing(scene, area)


def liked(scene: Scene, more: Seat, area: str) -> bool:
    """Whoever has less is neither rarely heard nor rarely happy with it."""
    return good(scene, area) and not scene.rarely(more.other, HEARD, HAPPY)


def four(scene: Scene, area: str) -> list[int | None]:
    """All that was said of how much say the two have."""
    return [say for one in scene.accounts(area) for say in (one.mine, one.yours)]


def all_four(scene: Scene, area: str, low: int, high: int) -> bool:
    return all(say is not None and low <= say <= high for say in four(scene, area))


def apart(scene: Scene, area: str) -> list[int]:
    """How far the two lie apart: of either person's say, and of who decides more."""
    a, b = scene.accounts(area)
    pairs = [(a.mine, b.yours), (a.yours, b.mine)]
    if a.who is not None and b.who is not None:
        pairs.append((a.who, -b.who))
    return [abs(x - y) for x, y in pairs if x is not None and y is not None]


def same_direction(scene: Scene, area: str) -> bool:
    """Neither rating nor direct answer gives one of them more for one reader only."""
    a, b = scene.accounts(area)
    for one, other in ((a.rated, b.rated), (a.who, b.who)):
        if one is not None and other is not None and sign(one) != -sign(other):
            return False
    return True


def sign(number: int) -> int:
    return (number > 0) - (number < 0)


def almost_the_same(scene: Scene, area: str) -> bool:
    complete = all(say is not None for say in four(scene, area))
    near = all(step <= 1 for step in apart(scene, area))
    return complete and near and same_direction(scene, area)


def everywhere(found: Finding, holds: Callable[[str], bool]) -> bool:
    return bool(found.areas) and all(holds(area) for area in found.areas)


def one(scene: Scene, found: Finding) -> Account:
    """What the person in the first role said of the first area."""
    return scene.account(next(iter(found.seats.values())), found.areas[0])


def other(scene: Scene, found: Finding) -> Account:
    """What the person in the second role said of the last area."""
    return scene.account([*found.seats.values()][-1], found.areas[-1])


def less_than(scene: Scene, found: Finding, item: str) -> bool:
    """The person named as lacking it said at most *rarely*, the other *often*."""
    lacks, has = found.seats["one"], found.seats["other"]
    least, most = (scene.answers[seat].number(item) for seat in (lacks, has))
    return least is not None and least <= RARELY and most is not None and most >= OFTEN


# --- Wishes -------------------------------------------------------------------------


@claims("You both want more say {where}. So who is deciding it now, or what?")
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
    "{there}."
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


@claims("You’d both be happy to decide less {where}. What could you simply drop?")
def both_want_less(scene: Scene, found: Finding) -> bool:
    return all(map(wants_less, scene.accounts(found.areas[0])))


@claims("{one} would be happy to decide less {where}.")
def one_wants_less(scene: Scene, found: Finding) -> bool:
    return wants_less(one(scene, found))


# --- Seen alike ---------------------------------------------------------------------


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


@claims("You both say it’s good between you.")
def it_is_good(scene: Scene, _: Finding) -> bool:
    return scene.both("good.whole", OFTEN)


@claims("You can count on each other’s word, and you have each other’s back.")
def trust_and_backing(scene: Scene, _: Finding) -> bool:
    return scene.both("trust.word", OFTEN) and scene.both("trust.backed", OFTEN)


@claims("You both say that the other stands by you when you need it.")
def both_backed(scene: Scene, _: Finding) -> bool:
    return scene.both("trust.backed", OFTEN)


@claims("You can both count on what the other says.")
def both_count_on_it(scene: Scene, _: Finding) -> bool:
    return scene.both("trust.word", OFTEN)


@claims("You’re both heard: what either of you says often changes what you two do.")
def both_heard(scene: Scene, _: Finding) -> bool:
    return scene.both(HEARD, OFTEN)


@claims("You’re both often happy with the say you have.")
def both_happy_with_it(scene: Scene, _: Finding) -> bool:
    return scene.both(HAPPY, OFTEN)


@claims("You both bring up what’s on your mind.")
def both_bring_things_up(scene: Scene, _: Finding) -> bool:
    return scene.both("process.raise", OFTEN)


@claims("When there’s something to decide, you both bring ideas.")
def both_shape(scene: Scene, _: Finding) -> bool:
    return scene.both("process.shape", OFTEN)


@claims("Each of you has the last word now and then.")
def last_word_in_turn(scene: Scene, _: Finding) -> bool:
    return scene.both("process.last_word", SOMETIMES, SOMETIMES)


@claims("You see every area here almost the same way.")
def nothing_differs_much(scene: Scene, found: Finding) -> bool:
    near = all(almost_the_same(scene, area) for area in scene.areas)
    return len(found.areas) > 1 and near


@claims("You describe it in the very same words: {areas}.")
def same_to_the_word(scene: Scene, found: Finding) -> bool:
    return everywhere(
        found,
        lambda area: almost_the_same(scene, area) and not any(apart(scene, area)),
    )


@claims("You see it almost the same way: {areas}.")
def within_a_step(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: almost_the_same(scene, area))


@claims("Good as it is, you both say: {areas}.")
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
    "with that."
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


# --- Seen differently ---------------------------------------------------------------


@claims("You each think the other one decides more {where}.")
def each_thinks_the_other_has_more(scene: Scene, found: Finding) -> bool:
    return all(account.names_you for account in scene.accounts(found.areas[0]))


@claims(
    "You each think you’re the one who decides more {where}. Name one thing the other "
    "decided lately."
)
def each_thinks_they_have_more(scene: Scene, found: Finding) -> bool:
    return all(account.names_me for account in scene.accounts(found.areas[0]))


@claims("You each say: the last word is rarely mine.")
def last_word_rarely_mine(scene: Scene, _: Finding) -> bool:
    return scene.both("process.last_word", 0, RARELY)


@claims("You each say: the last word is often mine.")
def last_word_often_mine(scene: Scene, _: Finding) -> bool:
    return scene.both("process.last_word", OFTEN)


@claims(
    "{one} says you decide about the same {where}. To {other} it looks as if {one} "
    "decides more. Tell each other about the last time."
)
def shared_or_more_for_me(scene: Scene, found: Finding) -> bool:
    return one(scene, found).calls_it_shared and other(scene, found).names_you


@claims(
    "{one} says you decide about the same {where}. {other} says: I decide more. Tell "
    "each other about the last time."
)
def shared_or_more_for_you(scene: Scene, found: Finding) -> bool:
    return one(scene, found).calls_it_shared and other(scene, found).names_me


@claims("{other} sees more say for {one} {where} than {one} feels.")
def more_than_one_thinks(scene: Scene, found: Finding) -> bool:
    felt, seen = one(scene, found).mine, other(scene, found).yours
    return felt is not None and seen is not None and seen > felt


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
    "{other} is often happy with the say there is. {one} isn’t yet. What would help?"
)
def one_is_happy_with_it(scene: Scene, found: Finding) -> bool:
    return less_than(scene, found, HAPPY)


# --- Plain facts --------------------------------------------------------------------


@claims("You see the say {where} much the same way.")
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


@claims("Each of you is happy with the say you have, at least sometimes.")
def both_happy_at_times(scene: Scene, _: Finding) -> bool:
    return scene.both(HAPPY, SOMETIMES)


@claims(
    "Your answers on the say {where} are close, and yet you don’t name the same person."
)
def close_but_crossed_here(scene: Scene, found: Finding) -> bool:
    (area,) = found.areas
    near = bool(apart(scene, area)) and all(step <= 1 for step in apart(scene, area))
    a, b = scene.accounts(area)
    opposed = (a.names_me and b.names_me) or (a.names_you and b.names_you)
    return near and opposed


@claims("You see the say {where} differently. How did each of you come to your answer?")
def apart_here(scene: Scene, found: Finding) -> bool:
    return any(step > 1 for step in apart(scene, found.areas[0]))


@claims("We can’t tell yet who decides more in any area here.")
def too_early_everywhere(scene: Scene, _: Finding) -> bool:
    return all(
        scene.word(area) is Word.EARLY and not scene.both_name_somebody(area)
        for area in scene.areas
    )


# --- Small steps: what they take for granted ----------------------------------------


@claims(
    "{less} names one thing to hand over ({areas}), and {more} says whether it fits."
)
def step_hand_over(scene: Scene, found: Finding) -> bool:
    return wishes_meet(scene, found)


@claims(
    "Each of you gives one example of more say {where}: “I’d like to be asked before "
    "...” The other says it back."
)
def step_both_say_what_more_is(scene: Scene, found: Finding) -> bool:
    return both_want_more(scene, found)


@claims(
    "{one} gives one example of more say {where}: “I’d like to be asked before ...” "
    "{other} says it back."
)
def step_say_what_more_is(scene: Scene, found: Finding) -> bool:
    return wants_more(one(scene, found))


@claims("Talk through last week: who decided what {where}?")
def step_ask(scene: Scene, found: Finding) -> bool:
    """There is something to ask: the two see it differently."""
    return apart_here(scene, found)


@claims("This week each of you brings up one small thing.")
def step_bring_up(scene: Scene, _: Finding) -> bool:
    return scene.both("process.raise", 0, RARELY)


@claims("Thank each other for one time the other stood by you.")
def step_thanks(scene: Scene, _: Finding) -> bool:
    return scene.both("trust.backed", OFTEN)


@claims("Tell each other one thing you would not change: {areas}.")
def step_keep(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: good(scene, area))


# --- One's own picture: seat A alone has answered -----------------------------------


def fine_for_me(scene: Scene, area: str) -> bool:
    """I said *good as it is*, and did not say that I am rarely happy with my say."""
    fine = scene.account(Seat.A, area).wish == 0 and not scene.rarely(Seat.A, HAPPY)
    return fine and no_blessing(scene, area)


def own_say(scene: Scene, found: Finding, low: int, high: int) -> bool:
    said = [scene.account(Seat.A, area).mine for area in found.areas]
    return bool(said) and all(mine is not None and low <= mine <= high for mine in said)


def i_said(scene: Scene, item: str, low: int) -> bool:
    said = scene.answers.a.number(item)
    return said is not None and said >= low


@claims("You’d like more say: {areas}.")
def i_want_more(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: wants_more(scene.account(Seat.A, area)))


@claims("You’d like to decide less: {areas}.")
def i_want_less(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: wants_less(scene.account(Seat.A, area)))


@claims("You wouldn’t change anything in the areas you answered.")
def all_good_for_me(scene: Scene, found: Finding) -> bool:
    return len(found.areas) > 1 and all(fine_for_me(scene, at) for at in scene.areas)


@claims("Good as it is, you say: {areas}.")
def good_for_me(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: fine_for_me(scene, area))


@claims("Things often change because of what you say.")
def i_am_heard(scene: Scene, _: Finding) -> bool:
    return i_said(scene, HEARD, OFTEN)


@claims("Your no is accepted.")
def i_am_free_to_say_no(scene: Scene, _: Finding) -> bool:
    """*Often* leaves times when it is not."""
    return i_said(scene, "process.say_no", OFTEN + 1)


@claims("You’re often backed when you need it.")
def i_am_backed(scene: Scene, _: Finding) -> bool:
    return i_said(scene, "trust.backed", OFTEN)


@claims("You’re often happy with the say you have.")
def i_am_happy_with_it(scene: Scene, _: Finding) -> bool:
    return i_said(scene, HAPPY, OFTEN)


@claims("As you see it, you have a lot of say: {areas}.")
def i_have_a_lot(scene: Scene, found: Finding) -> bool:
    return own_say(scene, found, A_LOT, ALL_OF_IT)


@claims("As you see it, you have some say: {areas}.")
def i_have_some(scene: Scene, found: Finding) -> bool:
    return own_say(scene, found, SOME, SOME)


@claims("As you see it, you have little say: {areas}.")
def i_have_little(scene: Scene, found: Finding) -> bool:
    return own_say(scene, found, 0, A_LITTLE)
