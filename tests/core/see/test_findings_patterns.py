"""Each pattern that is shipped, in a picture that shows it and in one that does not."""

from __future__ import annotations

import pytest

from coequal.content.findings import finding_words
from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import Answers, answers_to
from coequal.core.see.findings import Finding, findings
from coequal.core.see.instrument import Instrument
from coequal.core.see.picture import picture

FORM = content(PairType.PARTNERS).instrument
WORDS = finding_words()
BY_ID = {pattern.id: pattern for pattern in WORDS.patterns}

# An area is (my say, your say, my wish), and who decides more if that was answered:
# from 0, clearly you, to 4, clearly me. None was not answered. A fact is a number.
Said = dict[str, tuple[int | None, ...] | int]


def person(said: Said, form: Instrument = FORM) -> Answers:
    given: dict[str, object] = {}
    for name, value in said.items():
        if isinstance(value, int):
            given[name] = value
        else:
            asked = ("mine", "yours", "wish", "who")
            both = zip(asked, value, strict=False)
            given |= {f"{name}.{item}": said for item, said in both if said is not None}
    return answers_to(form, given)


def ours(alice: Said, bob: Said, form: Instrument = FORM) -> tuple[Finding, ...]:
    drawn = picture(form, person(alice, form), person(bob, form))
    return findings(drawn, WORDS.patterns)


def mine(alice: Said) -> tuple[Finding, ...]:
    return findings(picture(FORM, person(alice)), WORDS.patterns)


def both(**said: int) -> tuple[Said, Said]:
    """The same fact from both: `trust__word=4`."""
    facts: Said = {name.replace("__", "."): value for name, value in said.items()}
    return dict(facts), dict(facts)


def each(fact: str, alice: int, bob: int) -> tuple[Said, Said]:
    return {fact: alice}, {fact: bob}


def home(alice: tuple[int, ...], bob: tuple[int, ...]) -> tuple[Said, Said]:
    """Home as each says it, with a fact beside it that both are glad of."""
    return {"home": alice, "trust.word": 4}, {"home": bob, "trust.word": 4}


def beside(*scenes: tuple[Said, Said]) -> tuple[Said, Said]:
    alice, bob = {}, {}
    for one, other in scenes:
        alice |= one
        bob |= other
    return alice, bob


def areas(**said: tuple[tuple[int, ...], tuple[int, ...]]) -> tuple[Said, Said]:
    return (
        {name: alice for name, (alice, _) in said.items()},
        {name: bob for name, (_, bob) in said.items()},
    )


GLAD = both(trust__word=4)
SHARED = ((2, 2, 0), (2, 2, 0))
AHEAD = ((3, 1, 0), (1, 3, 0))
BEHIND = ((1, 3, 0), (3, 1, 0))

# What shows the pattern, and what comes near it.
JOINT: dict[str, tuple[tuple[Said, Said], tuple[Said, Said]]] = {
    "both_want_more": (home((2, 2, 1), (2, 2, 2)), home((2, 2, 1), (4, 2, 2))),
    "wishes_meet": (home((2, 2, 1), (2, 2, -1)), home((3, 1, 1), (1, 3, -1))),
    "each_has_a_wish": (
        areas(home=((2, 2, 1), (2, 2, 0)), money=((2, 2, 0), (2, 2, 2))),
        areas(home=((2, 2, 1), (2, 2, 0)), money=((2, 2, 1), (2, 2, 0))),
    ),
    "more_and_room_for_it": (home((1, 2, 1), (2, 2, 0)), home((1, 2, 1), (2, 1, 0))),
    "more_not_seen": (home((1, 2, 1), (2, 3, 0)), home((1, 2, 1), (2, 2, 0))),
    "one_wants_more": (home((3, 2, 1), (2, 2, 0)), home((4, 2, 1), (2, 2, 0))),
    "both_want_less": (home((2, 2, -1), (2, 2, -2)), home((0, 2, -1), (2, 2, -2))),
    "one_wants_less": (home((2, 2, -1), (2, 2, 0)), home((0, 2, -1), (2, 2, 0))),
    "all_good_as_it_is": (
        areas(home=SHARED, money=SHARED),
        areas(home=SHARED, money=((3, 2, 0), (2, 2, 0))),
    ),
    "more_and_liked_so": (
        home((3, 1, 0), (1, 3, 0)),
        beside(home((3, 1, 0), (1, 3, 0)), each("process.heard", 3, 1)),
    ),
    "a_lot_for_both": (home((3, 3, 0), (4, 4, 0)), home((4, 3, 0), (3, 4, 0))),
    "seen_as_shared": (
        home((2, 2, 0, 2), (3, 3, 0, 2)),
        home((2, 2, 0, 2), (3, 3, 0, 1)),
    ),
    "both_say_about_the_same": (
        home((2, 2, 0, 2), (3, 2, 0, 2)),
        home((2, 2, 0, 2), (3, 2, 0, 3)),
    ),
    "it_goes_both_ways": (
        areas(home=((3, 1, 1), (1, 3, 1)), plans=((1, 3, 1), (3, 1, 1))),
        areas(home=((3, 1, 1), (1, 3, 1)), plans=((1, 3, 1, 2), (3, 1, 1))),
    ),
    "it_clearly_goes_both_ways": (
        (
            {"home": (4, 0, 1, 4), "plans": (0, 4, 1, 0)},
            {"home": (None, 4, 1), "plans": (None, 0, 1)},
        ),
        (
            {"home": (4, 0, 1, 4), "plans": (4, 0, 1, 4)},
            {"home": (None, 4, 1), "plans": (None, 4, 1)},
        ),
    ),
    "it_is_good": (both(good__whole=3), each("good.whole", 3, 2)),
    "trust_and_backing": (
        both(trust__word=3, trust__backed=4),
        both(trust__word=2, trust__backed=4),
    ),
    "both_backed": (both(trust__backed=3), each("trust.backed", 3, 2)),
    "both_count_on_it": (both(trust__word=3), each("trust.word", 2, 4)),
    "both_heard": (both(process__heard=3), each("process.heard", 3, 2)),
    "both_happy_with_it": (
        both(heard__content=3),
        beside(both(heard__content=3), home((2, 2, 1), (2, 2, 1))),
    ),
    "both_bring_things_up": (both(process__raise=3), each("process.raise", 3, 2)),
    "both_shape": (
        both(process__shape=3),
        beside(both(process__shape=3), each("process.heard", 3, 1)),
    ),
    "last_word_in_turn": (both(process__last_word=2), both(process__last_word=3)),
    "nothing_differs_much": (
        areas(home=((3, 1, 1), (2, 3, 0)), money=((3, 1, 0), (1, 4, 0))),
        areas(home=((3, 1, 1), (2, 3, 0)), money=((3, 2, 0), (2, 2, 0))),
    ),
    "same_to_the_word": (
        areas(home=AHEAD, money=SHARED, plans=((4, 0, 0), (1, 1, 0))),
        areas(
            home=AHEAD,
            money=((2, 2, 0, 2), (2, 2, 0, 3)),
            plans=((4, 0, 0), (1, 1, 0)),
        ),
    ),
    "within_a_step": (
        areas(
            home=((3, 1, 0), (2, 3, 0)),
            money=((2, 1, 0), (1, 3, 0)),
            plans=((4, 0, 0), (1, 1, 0)),
        ),
        areas(
            home=((3, 1, 0), (2, 3, 0)),
            money=((2, 1, 0), (2, 2, 0)),
            plans=((4, 0, 0), (1, 1, 0)),
        ),
    ),
    "good_as_it_is": (
        areas(home=SHARED, money=((2, 2, 1), (2, 2, 0))),
        beside(areas(home=SHARED), each("heard.content", 3, 1)),
    ),
    "more_say_and_liked_so": (
        home((4, 0, 0), (2, 2, 0, 1)),
        areas(money=((4, 0, 0), (2, 2, 0, 1))),
    ),
    "little_for_both": (home((1, 1, 0), (1, 1, 0)), home((1, 0, 0), (0, 1, 0))),
    "neither_is_heard_much": (both(process__heard=1), each("process.heard", 1, 2)),
    "same_one_has_more": (
        home((3, 1, 0, 3), (1, 3, 1, 1)),
        home((3, 1, 0, 3), (1, 3, 1, 2)),
    ),
    "last_word_mostly_one": (
        beside(GLAD, each("process.last_word", 3, 1)),
        beside(GLAD, each("process.last_word", 3, 2)),
    ),
    "each_thinks_the_other_has_more": (
        home((1, 3, 1, 1), (1, 3, 1, 1)),
        home((1, 3, 1, 1), (1, 3, 1, 2)),
    ),
    "each_thinks_they_have_more": (
        home((3, 1, 0, 3), (3, 1, 0, 3)),
        home((3, 1, 0, 3), (3, 1, 0, 1)),
    ),
    "each_sees_more_for_the_other": (
        home((2, 2, 1), (1, 4, 0)),
        home((2, 3, 0), (2, 3, 0)),
    ),
    "last_word_rarely_mine": (
        each("process.last_word", 1, 0),
        each("process.last_word", 1, 2),
    ),
    "last_word_often_mine": (
        each("process.last_word", 3, 4),
        each("process.last_word", 3, 2),
    ),
    "shared_or_more_for_me": (
        home((2, 2, 1, 2), (2, 4, 0, 0)),
        home((2, 2, 1, 3), (2, 4, 0, 0)),
    ),
    "shared_or_more_for_you": (
        home((2, 2, 1), (4, 1, 0)),
        home((2, 2, 1, 3), (4, 1, 0)),
    ),
    "more_than_one_thinks": (
        beside(GLAD, ({"home": (1, 1, 1)}, {"home": (None, 3, 0)})),
        beside(GLAD, ({"home": (1, 1, 1)}, {"home": (None, 2, 0)})),
    ),
    "more_say": (
        beside(GLAD, ({"home": (4, 0, 1)}, {"home": (None, None, 0)})),
        beside(GLAD, ({"home": (2, 2, 1)}, {"home": (None, None, 0)})),
    ),
    "one_is_heard_less": (
        beside(GLAD, each("process.heard", 1, 3)),
        beside(GLAD, each("process.heard", 2, 3)),
    ),
    "one_is_backed_less": (
        beside(both(process__heard=4), each("trust.backed", 1, 3)),
        beside(both(process__heard=4), each("trust.backed", 2, 3)),
    ),
    "one_is_happy_with_it": (
        beside(GLAD, each("heard.content", 1, 3)),
        beside(GLAD, each("heard.content", 2, 3)),
    ),
    "close_here": (
        areas(home=((3, 1, None), (1, 2, None))),
        areas(home=((3, 1, None), (2, 2, None))),
    ),
    "both_bring_some_things_up": (
        each("process.raise", 2, 4),
        each("process.raise", 1, 4),
    ),
    "both_words_reach": (each("process.heard", 2, 3), each("process.heard", 1, 3)),
    "both_shape_some": (each("process.shape", 2, 2), each("process.shape", 1, 2)),
    "both_happy_at_times": (each("heard.content", 2, 4), each("heard.content", 1, 4)),
    "apart_here": (
        areas(home=((0, 1, None, 2), (3, 0, None, 2))),
        areas(home=((0, 1, None, 2), (2, 0, None, 2))),
    ),
    "too_early_everywhere": (
        ({"home": (3, 2, 1)}, {"home": (None, None, 1)}),
        ({"home": (4, 0, 1)}, {"home": (None, None, 1)}),
    ),
    "step_hand_over": (home((2, 2, 1), (2, 2, -1)), home((2, 2, 1), (2, 2, 0))),
    "step_both_say_what_more_is": (
        home((2, 2, 1), (2, 2, 1)),
        home((2, 2, 1), (2, 2, 0)),
    ),
    "step_say_what_more_is": (home((2, 2, 1), (2, 2, 0)), home((2, 2, 1), (2, 2, 1))),
    "step_ask": (home((1, 3, 1), (1, 3, 1)), home((1, 1, 0), (3, 3, 0))),
    "step_bring_up": (
        beside(GLAD, both(process__raise=1)),
        beside(GLAD, both(process__raise=2)),
    ),
    "step_thanks": (both(trust__backed=3), both(trust__word=3)),
    "step_keep": (
        home((2, 2, 0), (2, 2, 0)),
        beside(home((2, 2, 0), (2, 2, 0)), both(heard__content=1)),
    ),
}

ALONE: dict[str, tuple[Said, Said]] = {
    "i_want_more": ({"home": (1, 3, 1)}, {"home": (1, 3, 0)}),
    "i_want_less": ({"home": (1, 3, -2)}, {"home": (1, 3, 0)}),
    "all_good_for_me": (
        {"home": (1, 3, 0), "money": (2, 2, 0)},
        {"home": (1, 3, 0), "money": (3, 1, 0)},
    ),
    "good_for_me": (
        {"home": (1, 3, 0), "money": (3, 1, 1)},
        {"home": (1, 3, 1), "money": (3, 1, 1)},
    ),
    "i_am_heard": ({"process.heard": 3}, {"process.heard": 2}),
    "i_am_free_to_say_no": ({"process.say_no": 4}, {"process.say_no": 3}),
    "i_am_backed": ({"trust.backed": 3}, {"trust.backed": 2}),
    "i_am_happy_with_it": (
        {"heard.content": 3},
        {"heard.content": 3, "home": (1, 3, 1)},
    ),
    "i_have_a_lot": ({"home": (3, 1, 0)}, {"home": (2, 1, 0)}),
    "i_have_some": ({"home": (2, 1, 0)}, {"home": (3, 1, 0)}),
    "i_have_little": (
        {"home": (1, 3, 0)},
        {"home": (2, 3, 0)},
    ),
}


def ids(found: tuple[Finding, ...]) -> list[str]:
    return [finding.pattern for finding in found]


def test_every_pattern_has_its_examples() -> None:
    assert set(JOINT) | set(ALONE) == set(BY_ID)
    assert {pattern.id for pattern in WORDS.patterns if pattern.alone} == set(ALONE)


@pytest.mark.parametrize("pattern", JOINT)
def test_a_pattern_is_found_where_it_is_and_not_where_it_only_nearly_is(
    pattern: str,
) -> None:
    shown, near = JOINT[pattern]

    assert pattern in ids(ours(*shown))
    assert pattern in ids(ours(*reversed(shown)))
    assert pattern not in ids(ours(*near))
    assert pattern not in ids(ours(*reversed(near)))


@pytest.mark.parametrize("pattern", ALONE)
def test_ones_own_pattern_is_found_where_it_is_and_not_elsewhere(pattern: str) -> None:
    shown, other = ALONE[pattern]

    assert pattern in ids(mine(shown))
    assert pattern not in ids(mine(other))


def test_the_roles_name_who_it_is() -> None:
    (wish, *_) = ours(*home((1, 2, 1), (2, 3, 0)))

    assert wish.pattern == "more_not_seen"
    assert {role: seat.value for role, seat in wish.seats.items()} == {
        "one": "A",
        "other": "B",
    }


def test_the_one_whose_area_comes_first_is_named_first_from_either_seat() -> None:
    scene = areas(home=((2, 2, 0), (2, 2, 1)), money=((2, 2, 2), (2, 2, 0)))

    for alice, bob, first in ((*scene, "B"), (*reversed(scene), "A")):
        (wish, *_) = ours(alice, bob)
        assert wish.pattern == "each_has_a_wish"
        assert wish.areas == ("home", "money")
        assert wish.area is None
        assert wish.seats["one"].value == first


def test_the_stronger_wish_comes_first() -> None:
    found = ours(*areas(home=((2, 2, 1), (2, 2, 1)), plans=((2, 2, 2), (2, 2, 1))))

    assert [(f.pattern, f.area) for f in found[:2]] == [
        ("both_want_more", "plans"),
        ("both_want_more", "home"),
    ]
