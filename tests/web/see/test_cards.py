from __future__ import annotations

import pytest
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    html_of,
    main_of,
    pair,
    title_of,
)
from tests.web.see.acts import (
    HERS,
    HIS,
    all_of_it,
    at_card,
    look,
    met,
    people_on,
    said_on,
    say,
    together_on,
    turn,
)

from coequal.content.load import Content
from coequal.core.people import Pair
from coequal.core.see.answers import Value
from coequal.core.see.picture import Picture
from coequal.journal import models
from coequal.web.see import card_facts, cards_context


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    """Home they see alike; about money each thinks the other has more say."""
    return met(alice, bob, HERS, HIS)


def test_the_first_look_turns_the_first_card(place: str, alice: Person) -> None:
    page = look(alice, place)
    assert alice.where == f"{place}cards/1/"
    assert "Card 1 of 4" in main_of(page)
    assert title_of(page) == "Us"


def test_the_four_cards_come_one_a_page_and_then_all_of_it(
    place: str, alice: Person
) -> None:
    look(alice, place)
    for number in (2, 3, 4):
        page = turn(alice, place, number - 1)
        assert alice.where == f"{place}cards/{number}/"
        assert f"Card {number} of 4" in main_of(page)
    assert "Our picture You see" in main_of(turn(alice, place, 4))


def test_no_card_comes_before_its_time(place: str, alice: Person) -> None:
    look(alice, place)
    for page in ("cards/2/", "cards/3/", "cards/4/", "picture/"):
        alice.get(f"{place}{page}")
        assert alice.where == f"{place}cards/1/"
        alice.post(f"{place}{page}" if "cards" in page else f"{place}cards/4/")
        assert alice.where == f"{place}cards/1/"


def test_back_leads_to_the_card_before_and_on_again(place: str, alice: Person) -> None:
    page = at_card(alice, place, 3)
    assert f'href="{place}cards/2/"' in html_of(page)
    assert "Card 2 of 4" in main_of(alice.get(f"{place}cards/2/"))
    assert "Card 3 of 4" in main_of(turn(alice, place, 2))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_one_may_stop_at_each_card_and_come_back_to_it(
    place: str, alice: Person, number: int
) -> None:
    page = at_card(alice, place, number)
    assert "Stop for today" in main_of(page)
    alice.post(f"{place}cards/{number}/", do="stop")
    assert alice.where == "/us/"
    for way in ("choose/", "ready/", "look/", "cards/", "picture/"):
        alice.get(f"{place}{way}")
        assert alice.where == f"{place}cards/{number}/"


def test_one_comes_back_to_the_card_one_went_back_to(place: str, alice: Person) -> None:
    at_card(alice, place, 3)
    alice.post(f"{place}cards/2/", do="stop")
    alice.get(f"{place}cards/")
    assert alice.where == f"{place}cards/2/"
    alice.get(f"{place}cards/3/")
    assert alice.where == f"{place}cards/3/"


def test_one_comes_back_to_the_same_card_on_another_day(
    place: str, alice: Person
) -> None:
    at_card(alice, place, 2)
    alice.post(f"{place}cards/2/", do="stop")
    alice.sign_out()
    alice.sign_in()
    alice.get(f"{place}cards/")
    assert alice.where == f"{place}cards/2/"


def test_after_all_four_the_place_leads_straight_to_the_picture(
    place: str, alice: Person
) -> None:
    all_of_it(alice, place)
    for way in ("look/", "cards/", "picture/"):
        assert "Our picture You see" in main_of(alice.get(f"{place}{way}"))
    alice.get(f"{place}cards/2/")
    assert alice.where == f"{place}cards/2/"
    alice.post(f"{place}cards/2/", do="stop")
    assert "Our picture You see" in main_of(alice.get(f"{place}cards/"))


def test_each_turns_the_cards_in_their_own_time(
    place: str, alice: Person, bob: Person
) -> None:
    before = bytes_of(look(bob, place))
    all_of_it(alice, place)
    assert bytes_of(bob.get(f"{place}cards/")) == before
    assert bob.where == f"{place}cards/1/"


def test_turning_to_and_fro_leaves_no_trail(place: str, alice: Person) -> None:
    at_card(alice, place, 2)
    count = models.Share.objects.count()
    for _ in range(3):
        alice.post(f"{place}cards/1/", do="next")
        alice.post(f"{place}cards/2/", do="stop")
    assert models.Share.objects.count() == count


def test_a_button_that_is_not_ours_leaves_all_as_it_is(
    place: str, alice: Person
) -> None:
    look(alice, place)
    alice.post(f"{place}cards/1/", do="everything")
    assert alice.where == f"{place}cards/1/"
    alice.get(f"{place}cards/")
    assert alice.where == f"{place}cards/1/"


def test_before_it_is_open_there_are_no_cards(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.answer(HERS)
    alice.be_ready(place, "home")
    for page in ("cards/", "cards/1/", "cards/4/", "picture/"):
        alice.get(f"{place}{page}")
        assert alice.where in {f"{place}choose/", f"{place}ready/"}
    for page in ("cards/1/", "cards/step/", "cards/thanks/"):
        alice.post(f"{place}{page}", do="next", text="x")
        assert alice.where in {f"{place}choose/", f"{place}ready/"}


def test_before_the_first_look_there_are_no_cards(place: str, alice: Person) -> None:
    for page in ("cards/", "cards/1/", "cards/4/"):
        assert heading_of(alice.get(f"{place}{page}")) == "You’ve both tapped."


def test_to_a_stranger_no_card_is_there(
    place: str, alice: Person, carol: Person
) -> None:
    look(alice, place)
    for page in ("cards/", "cards/1/", "cards/4/", "cards/9/"):
        assert carol.get(f"{place}{page}").status_code == 404
    for page in ("cards/1/", "cards/step/", "cards/thanks/"):
        assert carol.post(f"{place}{page}", do="next").status_code == 404


@pytest.mark.parametrize("number", [0, 5, 12])
def test_there_are_four_cards_and_no_more(
    place: str, alice: Person, number: int
) -> None:
    look(alice, place)
    assert alice.get(f"{place}cards/{number}/").status_code == 404


def test_the_first_card_says_how_long_and_that_nothing_needs_fixing(
    place: str, alice: Person
) -> None:
    text = main_of(look(alice, place))
    assert "20 minutes" in text
    assert "No fixing tonight." in text


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_both_read_the_very_same_card(
    place: str, alice: Person, bob: Person, number: int
) -> None:
    hers, his = at_card(alice, place, number), at_card(bob, place, number)
    assert bytes_of(hers) == bytes_of(his)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_both_people_stand_on_every_card_in_the_order_of_seats(
    place: str, alice: Person, number: int
) -> None:
    page = at_card(alice, place, number)
    lists = people_on(page)
    assert lists or together_on(page)
    assert all(one == ["Alice", "Bob"] for one in lists)


def test_where_nothing_is_in_common_both_people_stand_on_every_card(
    alice: Person, bob: Person
) -> None:
    hers, his = say("home", mine=1, yours=3), say("money", mine=3, yours=1)
    place = met(alice, bob, hers, his)
    for number in (1, 2, 3, 4):
        page = at_card(alice, place, number)
        assert people_on(page)[0] == ["Alice", "Bob"]
        assert heading_of(page)
        assert "almost the same way" not in main_of(page)
    first = alice.get(f"{place}cards/1/")
    assert said_on(first) == [["answered, and wanted to look together."] * 2]


@pytest.mark.parametrize(
    ("hers", "his", "lines"),
    [
        ((2, None), (0, None), ["“Much more.”", "“Fine as it is.”"]),
        ((1, None), ("skip", None), ["“More.”", "hasn’t said."]),
        (
            (1, 0),
            ("skip", 2),
            ["Home: “More.” Money: “Fine as it is.”", "Money: “Much more.”"],
        ),
    ],
)
def test_below_a_wish_stands_what_each_answered_and_not_the_wish_again(
    alice: Person,
    bob: Person,
    hers: tuple[Value, Value | None],
    his: tuple[Value, Value | None],
    lines: list[str],
) -> None:
    answers = (
        {
            **say("home", mine=2, yours=3, wish=home),
            **say("money", mine=2, yours=2, wish=money),
        }
        for home, money in (hers, his)
    )
    page = at_card(alice, met(alice, bob, *answers), 3)
    assert "would like" in heading_of(page)
    assert main_of(page).count("would like") == 1
    assert people_on(page) == [["Alice", "Bob"]]
    assert said_on(page) == [lines]


def test_where_there_is_one_idea_for_a_step_two_plain_ones_stand_beside_it(
    place: str, alice: Person
) -> None:
    ideas = at_card(alice, place, 4).context["ideas"]
    assert len(ideas) == 3
    assert len(set(ideas)) == 3


def test_a_finding_is_told_with_what_both_said_of_it(place: str, alice: Person) -> None:
    page = at_card(alice, place, 2)
    assert heading_of(page) == "You each think the other one decides more about money."
    assert said_on(page) == [
        ["“Bob has a lot. I have a little.”", "“Alice has a lot. I have a little.”"]
    ]


def test_what_was_worked_out_says_how_sure_it_is(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards_context, "tellings", _worked_out)
    place = met(alice, bob, HERS, HIS)
    text = main_of(at_card(alice, place, 2))
    assert "probably" in text


def _worked_out(
    form: Content, drawn: Picture, names: Pair[str]
) -> tuple[cards_context.CardText, ...]:
    pill = card_facts.Pill(text="probably", sure="probably")
    told = card_facts.about(
        form,
        drawn.domains[0],
        names,
        card=cards_context.Card.SURPRISE,
        sentence="Alice probably has more say at home.",
        word=pill,
    )
    assert told is not None
    return (told,)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_names_that_are_hostile_stay_text(
    alice: Person, bob: Person, number: int
) -> None:
    alice.name, bob.name = "<script>a</script>", "{{ x }}%(y)s{z}\"'"
    place = met(alice, bob, HERS, HIS)
    html = html_of(at_card(alice, place, number))
    assert "<script>a" not in html
    assert "&lt;script&gt;a" in html
    assert "{{ x }}%(y)s{z}&quot;&#x27;" in html
