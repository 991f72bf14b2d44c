"""What the cards tell from the answers alone, where there are no findings."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, heading_of, main_of
from tests.web.see.acts import (
    HERS,
    HIS,
    at_card,
    look,
    met,
    people_on,
    said_on,
    say,
    together_on,
)

from coequal.content.load import Content
from coequal.content.versions import content_of
from coequal.core.people import Pair, PairType
from coequal.core.see.answers import Value, answers_to
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Picture, picture
from coequal.web.see import card_facts, cards_context


@pytest.fixture
def facts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the cards tell from the answers alone, as where there are no findings."""

    def tellings(
        form: Content, drawn: Picture, names: Pair[str]
    ) -> tuple[cards_context.CardText, ...]:
        return tuple(card_facts.tellings(form, drawn, names))

    monkeypatch.setattr(cards_context, "tellings", tellings)


@pytest.mark.usefixtures("facts_alone")
def test_the_first_card_tells_where_both_see_it_alike(
    alice: Person, bob: Person
) -> None:
    place = met(alice, bob, HERS, HIS)
    page = look(alice, place)
    assert heading_of(page) == "You see it almost the same way: home."
    assert together_on(page) == ["Home You both say: Alice a lot, Bob some."]


@pytest.mark.usefixtures("facts_alone")
def test_a_step_apart_is_alike_and_each_is_told_in_their_own_words(
    alice: Person, bob: Person
) -> None:
    hers, his = say("home", mine=2, yours=3), say("home", mine=4, yours=2)
    page = look(alice, met(alice, bob, hers, his))
    assert heading_of(page) == "You see this area almost the same way."
    assert said_on(page) == [
        ["“Bob has a lot. I have some.”", "“I have the final word. Alice has some.”"]
    ]


@pytest.mark.usefixtures("facts_alone")
def test_the_larger_say_comes_first_and_a_small_one_after_calm_areas(
    alice: Person, bob: Person
) -> None:
    hers = {**say("home", mine=0, yours=4), **say("money", mine=2, yours=2)}
    his = {**say("home", mine=4, yours=0), **say("money", mine=2, yours=2)}
    page = look(alice, met(alice, bob, hers, his))
    assert heading_of(page) == "You see both areas almost the same way."
    assert together_on(page) == [
        "Money You both say: some each.",
        "Home You both say: Bob the final word, Alice none.",
    ]


@pytest.mark.usefixtures("facts_alone")
def test_more_than_three_areas_alike_are_told_by_name(
    alice: Person, bob: Person
) -> None:
    said = {
        **say("home", mine=2, yours=2),
        **say("money", mine=2, yours=2),
        **say("free_time", mine=2, yours=2),
        **say("people", mine=2, yours=2),
    }
    page = look(alice, met(alice, bob, said, said))
    assert heading_of(page) == "You see all four areas almost the same way."
    assert len(together_on(page)) == 3
    assert "Also: Family and friends." in main_of(page)


@pytest.mark.usefixtures("facts_alone")
@pytest.mark.parametrize(
    ("hers", "his", "told"),
    [
        ((1, 3), (1, 3), "Money: each of you thinks the other one decides more."),
        ((3, 1), (3, 1), "Money: you each say you decide more."),
        ((4, 2), (2, 2), "Money: you see it differently."),
    ],
)
def test_the_second_card_tells_the_area_that_differs_most_from_both_sides(
    alice: Person,
    bob: Person,
    hers: tuple[int, int],
    his: tuple[int, int],
    told: str,
) -> None:
    place = met(
        alice,
        bob,
        {**say("home", mine=2, yours=2), **_money(hers)},
        {**say("home", mine=3, yours=2), **_money(his)},
    )
    page = at_card(alice, place, 2)
    assert heading_of(page) == told
    (lines,) = said_on(page)
    assert len(lines) == 2
    assert all(line.startswith("“") for line in lines)


def _money(said: tuple[int, int]) -> dict[str, int | str]:
    return say("money", mine=said[0], yours=said[1])


@pytest.mark.usefixtures("facts_alone")
@pytest.mark.parametrize(("said", "who"), [((1, 3), (0, 4)), ((3, 1), (4, 0))])
def test_who_one_named_when_asked_directly_is_not_told_otherwise(
    alice: Person, bob: Person, said: tuple[int, int], who: tuple[int, int]
) -> None:
    """By their ratings each thinks the same of themself; asked, both name the same."""
    hers, his = ({**_money(said), "money.who": one} for one in who)
    page = at_card(alice, met(alice, bob, hers, his), 2)
    assert heading_of(page) == "Money: you see it differently."


@pytest.mark.parametrize(
    "both",
    [{"home.who": 2}, {"home.who": 2, "home.wish": 0}],
)
def test_what_both_call_shared_is_not_told_as_seen_differently(
    alice: Person, bob: Person, both: dict[str, Value]
) -> None:
    hers, his = say("home", mine=4, yours=4), say("home", mine=2, yours=2)
    place = met(alice, bob, {**hers, **both}, {**his, **both})
    assert heading_of(look(alice, place)) == "You both call it shared: home."
    assert (
        heading_of(at_card(alice, place, 2))
        == "No surprise this time, and that’s fine."
    )


def test_what_both_like_as_it_is_is_told_so_on_no_card_but_the_first(
    alice: Person, bob: Person
) -> None:
    hers = say("home", mine=4, yours=2, wish=0)
    place = met(alice, bob, hers, say("home", mine=1, yours=2, wish=0))
    assert heading_of(look(alice, place)) == "You both say it’s fine as it is: home."
    assert (
        heading_of(at_card(alice, place, 2))
        == "No surprise this time, and that’s fine."
    )


@pytest.mark.usefixtures("facts_alone")
def test_no_card_says_almost_the_same_where_one_sees_more_for_one_of_us(
    alice: Person, bob: Person
) -> None:
    hers, his = say("home", mine=3, yours=2), say("home", mine=3, yours=3)
    place = met(alice, bob, hers, his)
    assert heading_of(look(alice, place)).startswith("You’ve each told your side")
    assert (
        heading_of(at_card(alice, place, 2))
        == "No surprise this time, and that’s fine."
    )


@pytest.mark.usefixtures("facts_alone")
def test_in_what_each_said_the_larger_say_stands_first(
    alice: Person, bob: Person
) -> None:
    place = met(alice, bob, HERS, HIS)
    (lines,) = said_on(at_card(alice, place, 2))
    assert lines == [
        "“Bob has a lot. I have a little.”",
        "“Alice has a lot. I have a little.”",
    ]


@pytest.mark.usefixtures("facts_alone")
def test_where_nothing_differs_by_more_than_a_step_the_second_card_says_so(
    alice: Person, bob: Person
) -> None:
    hers, his = say("home", mine=2, yours=3), say("home", mine=4, yours=2)
    page = at_card(alice, met(alice, bob, hers, his), 2)
    assert heading_of(page) == "You see all of this almost the same way."
    assert said_on(page) == [["answered about home."] * 2]


def test_where_all_is_the_same_the_second_card_says_what_both_say(
    alice: Person, bob: Person
) -> None:
    said = say("home", mine=2, yours=2)
    page = at_card(alice, met(alice, bob, said, said), 2)
    assert heading_of(page) == "You see all of this almost the same way."
    assert together_on(page) == ["Home You both say: some each."]


def test_what_rests_on_one_question_stands_over_no_other_answer(
    alice: Person, bob: Person
) -> None:
    both: dict[str, Value] = {**say("home", mine=2, yours=3), "home.who": 2}
    page = look(alice, met(alice, bob, both, both))
    told = "Asked who decides more, you both say about the same: home."
    assert heading_of(page) == told
    assert said_on(page) == [["answered about home."] * 2]


@pytest.mark.usefixtures("facts_alone")
def test_what_only_one_told_of_is_never_the_surprise(
    alice: Person, bob: Person
) -> None:
    hers = {"home.mine": 0, "home.wish": 0}
    page = at_card(alice, met(alice, bob, hers, say("home", mine=4, yours=4)), 2)
    assert heading_of(page) == "No surprise this time, and that’s fine."
    assert "none" not in main_of(page)


@pytest.mark.usefixtures("facts_alone")
@pytest.mark.parametrize(
    ("hers", "his", "heading", "lines"),
    [
        (
            (2, 1),
            (0, -1),
            "You each have a wish.",
            [
                "would like much more say: home.",
                "would like to decide less: money.",
            ],
        ),
        (
            (0, 0),
            (1, 1),
            "There is a wish here.",
            ["likes it as it is.", "would like more say: home and money."],
        ),
        (
            (0, 0),
            (0, "skip"),
            "Nobody asks for a change here.",
            ["likes it as it is.", "likes it as it is."],
        ),
        (
            (1, -1),
            ("skip", "na"),
            "There is a wish here.",
            [
                "would like more say: home. would like to decide less: money.",
                "hasn’t named a wish this time.",
            ],
        ),
        (
            ("skip", "skip"),
            ("na", "skip"),
            "There’s no wish on this card, and that’s fine.",
            ["answered about home and money."] * 2,
        ),
    ],
)
def test_the_third_card_tells_the_wish_of_each(
    alice: Person,
    bob: Person,
    hers: tuple[int | str, int | str],
    his: tuple[int | str, int | str],
    heading: str,
    lines: list[str],
) -> None:
    place = met(alice, bob, _wishes(hers), _wishes(his))
    page = at_card(alice, place, 3)
    assert heading_of(page) == heading
    assert said_on(page) == [lines]


def _wishes(wishes: tuple[int | str, int | str]) -> dict[str, int | str]:
    home, money = wishes
    return {
        **say("home", mine=2, yours=2, wish=home),
        **say("money", mine=2, yours=2, wish=money),
    }


def test_the_first_card_tells_where_the_two_come_closest(
    alice: Person, bob: Person
) -> None:
    hers = {**say("home", mine=4, yours=2), **say("money", mine=0, yours=4)}
    his = {**say("home", mine=2, yours=2), **say("money", mine=0, yours=4)}
    page = look(alice, met(alice, bob, hers, his))
    assert heading_of(page) == "You’re closest on home."
    assert said_on(page) == [
        ["“I have the final word. Bob has some.”", "“We each have some.”"]
    ]


@pytest.mark.usefixtures("facts_alone")
def test_a_pair_that_agrees_nowhere_is_told_so_kindly(
    alice: Person, bob: Person
) -> None:
    hers, his = say("home", mine=0, yours=4), say("home", mine=0, yours=4)
    page = look(alice, met(alice, bob, hers, his))
    told = "You’ve each told your side. That’s where it starts."
    assert heading_of(page) == told
    assert people_on(page) == [["Alice", "Bob"]]


def test_exchanging_the_seats_exchanges_the_names_and_nothing_else(
    alice: Person, bob: Person
) -> None:
    place = met(alice, bob, HERS, HIS)
    kim, sam = Person("Bob"), Person("Alice")
    kim.name, sam.name = "Bob (2)", "Alice (2)"
    mirrored = met(kim, sam, HIS, HERS)
    for number in (1, 2, 3):
        one = main_of(at_card(alice, place, number))
        other = main_of(at_card(kim, mirrored, number)).replace(" (2)", "")
        assert sorted(one.split()) == sorted(other.split())


@pytest.mark.parametrize(("home", "heading"), [(0, []), (1, ["There is a wish here."])])
def test_a_wish_about_a_life_of_ones_own_is_neither_told_nor_denied(
    home: int, heading: list[str]
) -> None:
    """In a picture of the first form, which still asked about one."""
    form, names = content_of(PairType.PARTNERS, 1), Pair(a="Alice", b="Bob")
    hers = {
        **say("home", mine=3, yours=2, wish=home),
        **say("devices", mine=2, yours=1, wish=2),
    }
    his = {
        **say("home", mine=2, yours=2, wish=0),
        **say("devices", mine=1, yours=2, wish=0),
    }
    alice, bob = (answers_to(form.instrument, one) for one in (hers, his))
    drawn = picture(form.instrument, alice, bob)

    told = [
        one for one in card_facts.tellings(form, drawn, names) if one.card is Card.WISH
    ]
    assert [one.sentence for one in told] == heading
    assert "devices" not in str(told).lower()


@pytest.mark.parametrize("his", [(1, 3), (3, 1)])
def test_no_card_tells_who_decides_about_a_life_of_ones_own(
    his: tuple[int, int],
) -> None:
    """Neither where two of the first form see it alike nor where they do not."""
    form, names = content_of(PairType.PARTNERS, 1), Pair(a="Alice", b="Bob")
    alice, bob = (
        answers_to(
            form.instrument,
            {
                **say("home", mine=2, yours=2),
                **say("closeness", mine=mine, yours=yours),
            },
        )
        for mine, yours in ((1, 3), his)
    )
    told = str(
        [*card_facts.tellings(form, picture(form.instrument, alice, bob), names)]
    )
    assert "Home" in told
    assert "closeness" not in told.lower()
