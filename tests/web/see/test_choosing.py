from __future__ import annotations

import re

import pytest
from tests.web.cast import FORM, Person, html_of, main_of
from tests.web.see.acts import (
    all_of_it,
)

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import TENDER
from coequal.journal import models

CALLED = content(PairType.PARTNERS).calling(name="Bob").instrument
"""The form as it speaks to Alice about Bob."""


def offered(person: Person, place: str) -> list[str]:
    page = html_of(person.get(f"{place}choose/"))
    return re.findall(r'name="part" value="(\w+)"', page)


def ticked(person: Person, place: str) -> list[str]:
    page = html_of(person.get(f"{place}choose/"))
    return re.findall(r'name="part" value="(\w+)" checked', page)


def test_what_is_not_answered_is_not_offered(place: str, alice: Person) -> None:
    assert offered(alice, place) == []
    alice.answer({"home.mine": 2, "money.mine": "skip", "plans.wish": "na"})
    alice.answer({"trust.word": 1})
    assert offered(alice, place) == ["home", "trust"]


def test_everything_answered_offers_every_part(place: str, alice: Person) -> None:
    alice.answer_all()
    assert offered(alice, place) == PARTS


def test_what_stays_ones_own_is_no_reason_to_offer_a_part(
    place: str, alice: Person
) -> None:
    alice.answer({"process.give_in": 4, "process.say_no": 0})
    alice.guess("home")
    assert offered(alice, place) == []


def test_all_is_shared_beforehand_but_what_is_tender(place: str, alice: Person) -> None:
    alice.answer_all()
    assert ticked(alice, place) == [part for part in PARTS if part not in TENDER]


PARTS = [
    "home",
    "money",
    "free_time",
    "people",
    "plans",
    "trust",
    "process",
    "heard",
]


@pytest.mark.parametrize(
    ("picked", "why"),
    [
        ([], "Share at least one."),
        (PARTS, "Hide at least one more"),
        ([one for one in PARTS if one not in TENDER], "Hide at least one more"),
        (["home", "moon"], "You haven’t answered one of these yet."),
        (["matters"], "You haven’t answered one of these yet."),
        (["ready"], "You haven’t answered one of these yet."),
    ],
)
def test_a_choice_that_cannot_stand_is_refused_with_a_reason(
    place: str, alice: Person, picked: list[str], why: str
) -> None:
    alice.answer_all()
    rows = models.StoredRow.objects.count()
    page = alice.be_ready(place, *picked)
    assert page.status_code == 422
    assert why in main_of(page)
    assert models.StoredRow.objects.count() == rows


def test_with_one_part_answered_there_is_nothing_to_leave_out_yet(
    place: str, alice: Person
) -> None:
    alice.answer({"home.mine": 2})
    page = alice.be_ready(place, "home")
    assert page.status_code == 422
    assert "Answer a little more first" in main_of(page)
    # The script counts on a button, and there is none.
    assert "data-share" not in html_of(page)
    assert "data-counted" not in html_of(page)


def test_a_refused_choice_stays_ticked_to_be_changed(place: str, alice: Person) -> None:
    alice.answer_all()
    page = html_of(alice.be_ready(place, *PARTS))
    assert re.findall(r'value="(\w+)" checked', page) == PARTS


@pytest.mark.parametrize("picked", [["plans"], ["heard"], [*PARTS[1:]]], ids=str)
def test_one_up_to_all_but_one_can_be_shared(
    place: str, alice: Person, picked: list[str]
) -> None:
    alice.answer_all()
    alice.be_ready(place, *picked)
    assert alice.where == f"{place}ready/"


def test_the_preview_is_exactly_what_opens(
    place: str, alice: Person, bob: Person
) -> None:
    alice.answer({"home.mine": 4, "home.wish": -1, "home.yours": "skip"})
    alice.answer({"process.raise": 1, "process.give_in": 4, "process.say_no": 0})
    alice.answer({"money.mine": 2})
    parts = {p.value: p for p in alice.get(f"{place}choose/").context["parts"]}
    assert {told.question: told.said for told in parts["home"].preview} == {
        FORM.item("home.mine").text: "The final word",
        FORM.item("home.wish").text: "Less",
    }
    assert [told.question for told in parts["process"].preview] == [
        CALLED.item("process.raise").text
    ]
    bob.answer_all()
    alice.be_ready(place, "home", "process")
    bob.be_ready(place, "home", "process")
    text = main_of(all_of_it(bob, place))
    assert "I drop things" not in text
    assert "I bring up what’s on my mind Alice Rarely" in text


def test_the_preview_holds_every_open_item_of_every_part(
    place: str, alice: Person
) -> None:
    alice.answer_all()
    for shown in alice.get(f"{place}choose/").context["parts"]:
        open_items = FORM.open_items(FORM.part(shown.value))
        assert [told.question for told in shown.preview] == [
            CALLED.item(i.id).text for i in open_items
        ]


def test_the_page_warns_before_anything_opens(place: str, alice: Person) -> None:
    alice.answer_all()
    text = main_of(alice.get(f"{place}choose/"))
    assert "what you could talk about at the kitchen table" in text
    assert "Not free to say no to something? Keep it hidden." in text
    assert text.index("kitchen table") < text.index("Home")


def test_the_page_asks_to_hide_one_before_anything_is_pressed(
    place: str, alice: Person
) -> None:
    alice.answer_all()
    text = main_of(alice.get(f"{place}choose/"))
    asked = text.index("Hide at least one of these, whichever you like.")
    assert asked < text.index("Home") < text.index("Hidden to begin with")


def test_what_is_tender_stands_apart_and_off(place: str, alice: Person) -> None:
    alice.answer_all()
    text = main_of(alice.get(f"{place}choose/"))
    tender = text.index("Hidden to begin with")
    assert text.index("Trust") < tender < text.index("How it goes between")


def test_it_says_of_how_many_one_stays_hidden(place: str, alice: Person) -> None:
    alice.answer({"home.mine": 2, "heard.content": 1})
    told = "Hide the first one. Then the button comes."
    assert told in main_of(alice.get(f"{place}choose/"))
    alice.answer({"money.mine": 2, "plans.mine": 2})
    told = "Hide one of the three above, whichever you like. Then the button comes."
    assert told in main_of(alice.get(f"{place}choose/"))
