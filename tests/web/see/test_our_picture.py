"""Our picture: everything on one page, and the deck, an area a page."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of, pair
from tests.web.see.acts import all_of_it

from coequal.core.see.answers import Value

HERS: dict[str, Value] = {
    "home.mine": 2,
    "home.yours": 2,
    "home.wish": 0,
    "home.who": 2,
    "free_time.mine": 1,
    "free_time.yours": 3,
    "free_time.wish": 0,
    "free_time.who": 1,
    "plans.mine": 3,
    "plans.yours": 1,
    "plans.wish": 0,
    "plans.who": 3,
    "process.raise": 3,
    "money.mine": 2,
}
HIS = HERS | {"plans.mine": 1, "plans.yours": 3, "plans.wish": 1, "plans.who": 1}
OPENED = ("home", "free_time", "plans", "process")


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    here = pair(alice, bob)
    for someone, answers in ((alice, HERS), (bob, HIS)):
        someone.answer(answers)
    for someone in (alice, bob):
        someone.be_ready(here, *OPENED)
    for someone in (alice, bob):
        all_of_it(someone, here)
    return here


def test_one_sentence_leads_and_every_row_has_one_word(
    place: str, alice: Person
) -> None:
    page = alice.get(f"{place}picture/")
    assert heading_of(page) == (
        "You see most areas almost the same way. The surprise is free time."
    )
    assert [(row.title, row.word) for row in page.context["rows"]] == [
        ("Home", "both call it shared"),
        ("Free time", "the surprise"),
        ("Big plans", "Bob wants more"),
    ]
    text = main_of(page)
    for name in ("Alice", "Bob"):
        assert f"{name} says neither of you decides more." in text
    assert "What you wish for Bob would like more say about your plans." in text
    assert "Not in this picture: Money" in text


def test_both_read_the_same_page_and_each_leads_to_the_others_name(
    place: str, alice: Person, bob: Person
) -> None:
    for path in ("picture/", "picture/area/2/"):
        hers, his = (bytes_of(one.get(place + path)).decode() for one in (alice, bob))
        assert hers.replace("Bob", "Alice") == his.replace("Bob", "Alice")


def test_one_act_and_at_most_three_quiet_links(place: str, alice: Person) -> None:
    for path in ("picture/", "picture/area/1/", "picture/all/"):
        html = html_of(alice.get(place + path))
        assert html.count('class="btn first') <= 1
        quiet = re.findall(r'<nav\s+class="quiet.*?</nav>', html, re.DOTALL)
        assert [one.count("<a") <= 3 for one in quiet] == [True]


def test_the_deck_goes_from_area_to_area_and_back_to_everything(
    place: str, alice: Person
) -> None:
    page = alice.get(f"{place}picture/area/1/")
    assert "Home, 1 of 3" in main_of(page)
    assert heading_of(page) == "You both say you share the decisions at home."
    assert "Next: Free time" in main_of(page)
    page = alice.get(f"{place}picture/area/2/")
    assert heading_of(page) == (
        "You each think the other one decides more about your free time."
    )
    assert "Both can be true. Ask each other: who decided the last time?" in main_of(
        page
    )
    assert f'href="{place}picture/area/1/"' in html_of(page)
    page = alice.get(f"{place}picture/area/3/")
    assert heading_of(page) == "You both say Alice decides more about your plans."
    assert "Bob would like more say here. What would that look like" in main_of(page)
    assert main_of(page).count("Our picture") == 1
    for number in (0, 4):
        assert alice.get(f"{place}picture/area/{number}/").status_code == 404


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (1, "You both want more say here."),
        (-1, "You’d both be happy to decide less here."),
    ],
)
def test_what_both_wish_for_is_said_of_both_at_once(
    alice: Person, bob: Person, wish: int, said: str
) -> None:
    here = pair(alice, bob)
    for someone in (alice, bob):
        someone.answer(HERS | {"home.wish": wish})
    for someone in (alice, bob):
        someone.be_ready(here, *OPENED)
    for someone in (alice, bob):
        all_of_it(someone, here)
    page = main_of(alice.get(f"{here}picture/area/1/"))
    assert f"{said} What would that look like this week?" in page


def test_no_address_and_no_title_names_an_area(place: str, alice: Person) -> None:
    html = html_of(alice.get(f"{place}picture/area/2/"))
    assert re.search(r"<title>\s*Us\s*</title>", html)
    assert not re.search(r'href="[^"]*free', html)


def test_it_costs_no_more_than_all_of_it(place: str, alice: Person) -> None:
    asked = {}
    for path in ("picture/", "picture/area/1/", "picture/all/"):
        with CaptureQueriesContext(connection) as queries:
            alice.get(place + path)
        asked[path] = len(queries)
    assert asked["picture/"] <= asked["picture/all/"]
    assert asked["picture/area/1/"] <= asked["picture/all/"]


def test_every_ending_leads_to_the_home_of_the_two(place: str, alice: Person) -> None:
    assert f'href="{place}"' in html_of(alice.get(f"{place}picture/"))
    assert "Back to you two" in main_of(alice.get(f"{place}picture/"))
    alice.post(f"{place}cards/4/", do="stop")
    assert alice.where == "/us/"


GUESS = "Our best guess from all your answers: about the same"


def test_where_the_two_say_different_things_the_estimate_is_called_a_guess(
    alice: Person, bob: Person
) -> None:
    here = pair(alice, bob)
    apart: dict[str, Value] = {"home.mine": 2, "home.yours": 2, "home.who": 1}
    for someone, answers in ((alice, HERS), (bob, HIS)):
        someone.answer(answers | apart)
        someone.be_ready(here, *OPENED)
    for someone in (alice, bob):
        all_of_it(someone, here)
    for path in ("picture/area/1/", "picture/all/", "picture/how-sure/"):
        text = main_of(alice.get(here + path))
        assert GUESS in text
        assert "have about the same say" not in text
