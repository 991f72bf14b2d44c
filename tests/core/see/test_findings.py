from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.see.findings_checks import faults
from tests.core.see.simulated import of_one, of_two
from tests.core.see.test_findings_patterns import (
    GLAD,
    Said,
    areas,
    beside,
    both,
    each,
    home,
    ids,
    ours,
    person,
)

from coequal.content.findings import finding_words
from coequal.content.load import content
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import NA, SKIP, Answers, Value, answers_to
from coequal.core.see.findings import Finding, best, cards, findings
from coequal.core.see.findings_measures import MEASURES, of_area
from coequal.core.see.instrument import Item
from coequal.core.see.patterns import Card, Certainty
from coequal.core.see.picture import Picture, picture
from coequal.core.see.words import Word

FORM = content(PairType.PARTNERS).instrument
PATTERNS = finding_words().patterns
BY_ID = {pattern.id: pattern for pattern in PATTERNS}
SHORT = [item for page in FORM.pages for item in map(FORM.item, page.items)]


def value_of(item: Item) -> st.SearchStrategy[Value]:
    numbers = st.integers(item.min, item.max)
    return st.one_of(numbers, numbers, numbers, st.sampled_from([NA, SKIP]))


# Most of the form answered, so that there is something to find.
ANSWERS = st.fixed_dictionaries({item.id: value_of(item) for item in SHORT}).map(
    lambda given: answers_to(FORM, given)
)


def mirrored(found: Finding) -> Finding:
    seats = {role: seat.other for role, seat in found.seats.items()}
    return replace(found, seats=MappingProxyType(seats))


def found_in(drawn: Picture) -> tuple[Finding, ...]:
    return findings(drawn, PATTERNS)


@given(alice=ANSWERS, bob=ANSWERS)
def test_exchanging_the_two_mirrors_the_roles_and_nothing_else(
    alice: Answers, bob: Answers
) -> None:
    assert found_in(picture(FORM, bob, alice)) == tuple(
        mirrored(finding) for finding in found_in(picture(FORM, alice, bob))
    )


@given(alice=ANSWERS, bob=ANSWERS)
def test_one_persons_low_say_is_never_first_and_never_alone(
    alice: Answers, bob: Answers
) -> None:
    for drawn in (picture(FORM, alice, bob), picture(FORM, alice)):
        found = found_in(drawn)
        if any(finding.low for finding in found):
            assert not found[0].low
            assert found[0].card is not Card.STEP
        for dealt in cards(found).values():
            assert dealt[0].leads
            assert not dealt[0].low


@given(alice=ANSWERS, bob=ANSWERS)
def test_an_area_is_told_of_at_most_twice_and_never_twice_on_one_topic(
    alice: Answers, bob: Answers
) -> None:
    for drawn in (picture(FORM, alice, bob), picture(FORM, alice)):
        found = found_in(drawn)
        about = [
            (BY_ID[finding.pattern].topic, area)
            for finding in found
            for area in finding.areas or (None,)
        ]
        assert len(about) == len(set(about))
        for domain in drawn.domains:
            assert [finding.area for finding in found].count(domain.id) <= 2


@given(alice=ANSWERS, bob=ANSWERS)
def test_whatever_two_answer_it_is_true_and_contradicts_nothing(
    alice: Answers, bob: Answers
) -> None:
    assert list(faults(of_two(FORM, Pair(a=alice, b=bob)))) == []


@given(alice=ANSWERS)
def test_whatever_one_answers_it_is_true_and_contradicts_nothing(
    alice: Answers,
) -> None:
    assert list(faults(of_one(FORM, alice))) == []


@given(alice=ANSWERS, bob=ANSWERS)
def test_the_word_is_no_surer_than_what_it_rests_on(
    alice: Answers, bob: Answers
) -> None:
    drawn = picture(FORM, alice, bob)
    words = {domain.id: domain.word for domain in drawn.domains}
    for finding in found_in(drawn):
        if BY_ID[finding.pattern].needs is Certainty.FACT:
            assert finding.word is Word.CLEAR
        else:
            rests_on = [words[area] for area in finding.areas]
            assert finding.word is max(rests_on, key=list(Word).index)


@given(alice=ANSWERS)
def test_alone_nothing_is_said_of_the_other(alice: Answers) -> None:
    for finding in found_in(picture(FORM, alice)):
        pattern = BY_ID[finding.pattern]
        assert pattern.alone
        asked = {*pattern.when, *pattern.unless}
        assert asked & set(MEASURES) <= {"own", "wish"}


@given(alice=ANSWERS, bob=ANSWERS)
def test_they_come_in_the_order_of_their_rank_behind_the_first(
    alice: Answers, bob: Answers
) -> None:
    found = found_in(picture(FORM, alice, bob))
    ranks = [list(BY_ID).index(finding.pattern) for finding in found]

    assert ranks[1:] == sorted(ranks[1:])
    assert all(
        finding.low or not finding.leads
        for finding in found
        if list(BY_ID).index(finding.pattern) < ranks[0]
    )


def test_without_anything_that_may_lead_nothing_is_told() -> None:
    assert ids(ours(*each("process.heard", 1, 4))) == []
    assert ids(ours(*beside(GLAD, each("process.heard", 1, 4)))) == [
        "both_count_on_it",
        "one_is_heard_less",
    ]


def test_what_is_plain_is_told_where_nothing_else_speaks_and_only_there() -> None:
    close = areas(home=((2, 1, None), (1, 3, None)))

    assert ids(ours(*close)) == ["close_here"]
    assert ids(ours(*beside(close, GLAD))) == [
        "both_count_on_it",
        "same_one_has_more",
    ]


def test_what_is_plain_keeps_no_low_say_company() -> None:
    ahead = areas(home=((3, 1, None), (1, 3, None)))
    unheard = beside(each("process.heard", 1, 4), each("process.raise", 2, 3))

    assert ids(ours(*ahead)) == ["close_here"]
    assert ids(ours(*beside(ahead, GLAD))) == ["both_count_on_it", "same_one_has_more"]
    assert ids(ours(*unheard)) == ["both_bring_some_things_up"]


def test_that_it_is_too_early_is_never_said_first_nor_alone() -> None:
    shy = {"home": (3, 2, None)}, {"home": (None, None, 0)}

    assert ids(ours(*shy)) == []
    assert ids(ours(*beside(shy, both(process__raise=2)))) == [
        "both_bring_some_things_up",
        "too_early_everywhere",
    ]


def test_nothing_says_that_it_is_too_early_where_all_areas_together_say_more() -> None:
    short = [area.id for area in FORM.areas[:5]]
    hers: Said = dict.fromkeys(short, (1, 3, None, 1))
    his: Said = dict.fromkeys(short, (None, None, 0))
    drawn = picture(FORM, person(hers), person(his))

    assert {domain.word for domain in drawn.domains} == {Word.EARLY}
    assert drawn.overall is not None
    assert "too_early_everywhere" not in {one.pattern for one in found_in(drawn)}


@given(alice=ANSWERS, bob=ANSWERS)
def test_where_anything_speaks_what_is_plain_changes_nothing(
    alice: Answers, bob: Answers
) -> None:
    drawn = picture(FORM, alice, bob)
    better = findings(drawn, [pattern for pattern in PATTERNS if not pattern.plain])
    found = found_in(drawn)

    if any(BY_ID[finding.pattern].plain for finding in found):
        assert not any(finding.low for finding in found)
        assert all(
            finding.card is Card.STEP or finding.word is Word.EARLY
            for finding in better
            if not finding.low
        )
    elif better and better[0].word is not Word.EARLY:
        assert found == better


def test_where_there_is_nothing_in_common_nothing_is_found() -> None:
    assert ours({"home": (3, 1, 1)}, {"money": (3, 1, 1)}) == ()


def test_the_best_few_of_each_card_keep_their_order() -> None:
    found = ours(*home((1, 3, 1), (1, 3, 1)))

    few = best(found, each=1)

    assert [finding.card for finding in few] == [
        Card.WISH,
        Card.ALIKE,
        Card.SURPRISE,
        Card.STEP,
    ]
    assert list(few) == [finding for finding in found if finding in few]
    assert best(found, each=0) == ()


def test_the_cards_come_in_the_order_of_the_evening() -> None:
    dealt = cards(ours(*home((1, 3, 1), (1, 3, 1))))

    assert list(dealt) == [Card.ALIKE, Card.SURPRISE, Card.WISH, Card.STEP]
    assert dealt[Card.SURPRISE][0].pattern == "each_thinks_the_other_has_more"


def test_a_card_of_one_persons_low_say_gets_company_or_is_left_out() -> None:
    unheard = each("process.heard", 1, 4)
    alone = cards(ours(*beside(GLAD, unheard)))
    company = cards(ours(*beside(GLAD, unheard, each("process.raise", 3, 4))))

    assert list(alone) == [Card.ALIKE]
    assert [finding.pattern for finding in company[Card.SURPRISE]] == [
        "both_bring_things_up",
        "one_is_heard_less",
    ]


def test_the_first_card_tells_nobodys_lack() -> None:
    less = beside(home((3, 1, 1), (1, 3, 0)), each("process.last_word", 4, 0), GLAD)
    found = ours(*less)

    assert {"same_one_has_more", "last_word_mostly_one"} <= set(ids(found))
    assert ids(cards(found)[Card.ALIKE]) == ["both_count_on_it"]


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_of_what_was_not_said_is_none(name: str) -> None:
    drawn = picture(FORM, answers_to(FORM, {"home.yours": 1}))
    (domain,) = drawn.domains

    assert of_area(domain)(name, Seat.A) is None


def test_measures_are_read_from_a_chair() -> None:
    alice = {"home.mine": 4, "home.yours": 1, "home.wish": -1, "home.who": 3}
    bob = {"home.mine": 2, "home.yours": 1, "home.wish": 0, "home.who": 3}
    both = (answers_to(FORM, given) for given in (alice, bob))
    (domain,) = picture(FORM, *both).domains
    read = of_area(domain)

    read_from = {name: (read(name, Seat.A), read(name, Seat.B)) for name in MEASURES}
    assert read_from == {
        "wish": (-1, 0),
        "liked": (0, 0),
        "own": (4, 2),
        "seen": (1, 1),
        "lead": (3, 1),
        "direct": (1, 1),
        "names": (3, 1),
        "apart": (-3, -1),
        "widest": (3, 3),
        "near": (0, 0),
        "crossed": (1, 1),
        "agreed": (0, 0),
        "lowest": (1, 1),
        "highest": (4, 4),
        "uneven": (1, 1),
        "leans": (None, None),
        "ahead": (1, -1),
    }
