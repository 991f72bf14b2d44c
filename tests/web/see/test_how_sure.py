"""The numbers of a picture stand on a page beside it, for whom the picture is."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.see.acts import all_of_it, looked

from coequal.content.calibration import Answered
from coequal.content.how_sure import how_sure_words
from coequal.core.see.words import Word
from coequal.journal import clock, models

MINE = "/mine/how-sure/"
OURS = "picture/how-sure/"
NUMBER = re.compile(r"\d\.\d")
GUESS = "no real pairs have been measured yet"


@pytest.fixture
def here(alice: Person) -> Person:
    """Alice has answered all of it."""
    alice.begin()
    alice.answer_all(3)
    return alice


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    """Both have opened home and money, and looked at all of it."""
    return looked(alice, bob)


@pytest.fixture
def twice(place: str, alice: Person, bob: Person, hands: Hands) -> str:
    """Three months later both have opened home again, and looked."""
    hands.forward(90 * clock.DAY)
    for person in (alice, bob):
        person.sign_in()
        person.answer_again({"home.mine": 4, "home.yours": 1, "plans.mine": 1})
        person.be_ready(place, "home")
    for person in (alice, bob):
        all_of_it(person, place)
    return place


def rows_of(page: HttpResponse) -> list[str]:
    return [row.label for area in page.context["sure"].areas for row in area.rows]


def test_ones_own_picture_carries_no_number_and_leads_to_them(here: Person) -> None:
    page = here.get("/mine/")
    assert not NUMBER.search(main_of(page))
    assert heading_of(here.get(MINE)) == "How sure is this?"
    assert NUMBER.search(main_of(here.get(MINE)))


def test_our_picture_carries_no_number_and_leads_to_them(
    place: str, alice: Person
) -> None:
    assert not NUMBER.search(main_of(alice.get(f"{place}picture/")))
    page = alice.get(f"{place}{OURS}")
    assert NUMBER.search(main_of(page))
    assert "You both see this page" in main_of(page)


@pytest.mark.parametrize("whose", ["mine", "ours"])
def test_it_is_reached_from_the_picture_and_from_each_area(
    place: str, alice: Person, whose: str
) -> None:
    ours = (f"{place}picture/all/", place + OURS)
    picture, sure = ("/mine/", MINE) if whose == "mine" else ours
    page, numbers = alice.get(picture), html_of(alice.get(sure))
    address = alice.where
    areas = page.context["areas"]
    assert areas
    assert f'<a href="{address}"' in html_of(page)
    for area in areas:
        assert f'href="{address}#sure-{area.place}"' in html_of(page)
        assert f'aria-label="How sure is this? {area.title}"' in html_of(page)
        assert f'id="sure-{area.place}"' in numbers


def test_it_says_first_that_it_is_a_guess_and_last_what_it_cannot_know(
    place: str, alice: Person
) -> None:
    for path in (MINE, place + OURS):
        page = alice.get(path)
        text, limits = main_of(page), page.context["sure"].limits
        assert GUESS in text
        assert limits
        assert text.index(GUESS) < text.index(limits[0]) < text.index(limits[-1])
        assert any("Answers given under pressure" in limit for limit in limits)
        assert text.endswith(limits[-1])


def test_words_come_first_and_numbers_stand_behind_a_tap(
    place: str, alice: Person
) -> None:
    for path in (MINE, place + OURS):
        html = html_of(alice.get(path))
        in_sight = re.sub(
            r"<details.*?</details>", "", html[html.index("<main") :], flags=re.DOTALL
        )
        assert "<table" in html
        assert "<table" not in in_sight
        assert not re.search(r"\d\.\d", in_sight)


def test_each_area_has_its_levels_and_what_lies_between_them(
    place: str, alice: Person
) -> None:
    home = [
        "Alice’s say",
        "Bob’s say",
        "How much more say Alice has than Bob",
        "Alice’s say: how much higher Alice puts it than Bob",
        "Bob’s say: how much higher Bob puts it than Alice",
    ]
    assert rows_of(alice.get(f"{place}{OURS}"))[:5] == home
    own = ["Your say", "Bob’s say", "How much more say you have than Bob"]
    assert [row[: len(own[2])] for row in rows_of(alice.get(MINE))[:3]] == own


def test_what_is_not_known_is_said_to_be_so(alice: Person) -> None:
    alice.begin()
    alice.answer({"home.mine": 2})
    (area,) = alice.get(MINE).context["sure"].areas
    assert [row.cells[0] for row in area.rows][1:] == ["not known", "not known"]
    assert area.word is None
    assert area.meaning == ""


def test_one_alone_is_told_nothing_of_seeing_it_differently(
    place: str, alice: Person
) -> None:
    mine, ours = (
        [one.word for one in alice.get(path).context["sure"].words]
        for path in (MINE, place + OURS)
    )
    assert [*ours[:1], *ours[-2:]] == ["clearly", "too early to say", "all in all"]
    assert "seen differently" in ours
    assert mine == [one for one in ours if one != "seen differently"]


def test_each_word_is_said_to_be_as_right_as_it_is_of_one_and_of_two(
    place: str, alice: Person
) -> None:
    for path, answered in ((MINE, Answered.ONE), (place + OURS, Answered.TWO)):
        sure = alice.get(path).context["sure"]
        words = how_sure_words(answered)
        said = [*(words.meaning(word) for word in Word), words.overall()]
        assert {one.meaning for one in sure.words} <= set(said)
        assert {area.meaning for area in sure.areas if area.word} <= set(said)
        assert sure.aims == list(words.aims())


def test_with_one_picture_nothing_is_said_of_change(place: str, alice: Person) -> None:
    for path in (MINE, place + OURS):
        sure = alice.get(path).context["sure"]
        assert not sure.then
        assert not sure.changes
        assert not any(
            "changed" in row.label for area in sure.areas for row in area.rows
        )


def test_with_two_it_says_by_how_much_and_how_often_it_is_told(
    twice: str, alice: Person
) -> None:
    page = alice.get(f"{twice}{OURS}")
    labels = rows_of(page)
    changed = ": by how much it has changed"
    more = "How much more say Alice has than Bob"
    assert labels[5:] == [
        f"{one}{changed}" for one in ("Alice’s say", "Bob’s say", more)
    ]
    sure = page.context["sure"]
    assert [row.label for row in sure.then] == [
        f"{one}{changed}"
        for one in (
            f"All areas together. {more}",
            "How much Alice feels heard",
            "How much Bob feels heard",
        )
    ]
    assert [row.cells[0] for row in sure.then] == ["not known"] * 3
    assert len(sure.changes) == 4
    own = alice.get(MINE).context["sure"]
    assert [row.label[:22] for row in own.then] == [
        "All areas together. Ho",
        "How much you feel hear",
    ]


def test_an_earlier_picture_has_a_page_of_its_own(twice: str, alice: Person) -> None:
    page = alice.get(f"{twice}picture/1/")
    address = f"{twice}picture/1/how-sure/"
    assert f'href="{address}"' in html_of(page)
    then = alice.get(address)
    assert [area.title for area in then.context["sure"].areas] == ["Home", "Money"]
    assert f'href="{twice}picture/1/"' in html_of(then)
    assert not then.context["sure"].then
    alice.get(f"{twice}picture/2/how-sure/")
    assert alice.where == f"{twice}picture/"
    for number in (0, 3):
        assert alice.get(f"{twice}picture/{number}/how-sure/").status_code == 404


def test_both_read_the_very_same_page(twice: str, alice: Person, bob: Person) -> None:
    for path in (OURS, "picture/1/how-sure/"):
        assert bytes_of(alice.get(twice + path)) == bytes_of(bob.get(twice + path))


def test_before_the_last_card_there_is_nothing_to_be_sure_of(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.forward(90 * clock.DAY)
    for person in (alice, bob):
        person.sign_in()
        person.answer_again({"home.mine": 4, "home.yours": 1, "plans.mine": 1})
        person.be_ready(place, "home")
    alice.get(f"{place}{OURS}")
    assert alice.where == f"{place}look/"


def test_nobody_gets_to_that_of_another(place: str, alice: Person, bob: Person) -> None:
    assert alice.get(MINE).status_code == 200
    assert bob.get(f"/mine/{alice.client.sheet}/how-sure/").status_code == 404


def test_what_never_opens_is_in_ones_own_numbers_alone(
    place: str, alice: Person, bob: Person
) -> None:
    before = bytes_of(bob.get(f"{place}{OURS}"))
    alice.answer({"plans.mine": 4, "plans.yours": 0, "home.mine": 0})
    alice.get(MINE)
    assert bytes_of(bob.get(f"{place}{OURS}")) == before


def test_reading_it_stores_nothing_and_costs_no_more_than_the_picture(
    twice: str, alice: Person
) -> None:
    rows = models.StoredRow.objects.count()
    for picture, sure in (("/mine/", MINE), (f"{twice}picture/all/", twice + OURS)):
        asked = []
        for path in (picture, sure):
            alice.get(path)
            address = alice.where
            with CaptureQueriesContext(connection) as queries:
                alice.get(address)
            asked.append(len(queries))
        assert asked[1] <= asked[0]
    assert models.StoredRow.objects.count() == rows
