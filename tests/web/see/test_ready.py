from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, heading_of, html_of, main_of, pair
from tests.web.see.acts import (
    all_of_it,
)
from tests.worlds.snapshots import (
    once,
)

from coequal.journal import models


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    return answered(alice, bob)


@once
def answered(alice: Person, bob: Person) -> str:
    """Let both answer everything; nobody is ready."""
    where = pair(alice, bob)
    for someone in (alice, bob):
        someone.answer_all()
    return where


def ticked(person: Person, place: str) -> list[str]:
    page = html_of(person.get(f"{place}choose/"))
    return re.findall(r'name="part" value="(\w+)" checked', page)


def test_ready_says_what_one_opens_and_that_it_is_closed(
    place: str, alice: Person
) -> None:
    page = alice.be_ready(place, "home", "heard")
    assert heading_of(page) == "You are ready to look."
    assert "Closed until you are both in" in main_of(page)
    assert "You open: Home, Being heard." in main_of(page)


def test_whoever_is_not_ready_is_asked_to_choose(place: str, alice: Person) -> None:
    alice.get(f"{place}ready/")
    assert alice.where == f"{place}choose/"


def test_what_one_opens_can_be_changed(place: str, alice: Person) -> None:
    alice.be_ready(place, "home", "money")
    assert ticked(alice, place) == ["home", "money"]
    page = alice.be_ready(place, "plans")
    assert "You open: Big plans." in main_of(page)
    assert ticked(alice, place) == ["plans"]


def test_a_change_that_cannot_stand_leaves_the_choice_before(
    place: str, alice: Person
) -> None:
    alice.be_ready(place, "home")
    assert alice.be_ready(place).status_code == 422
    assert "You open: Home." in main_of(alice.get(f"{place}ready/"))


def test_one_may_take_it_all_back(place: str, alice: Person, bob: Person) -> None:
    alice.be_ready(place, "home")
    alice.post(f"{place}not-ready/")
    assert alice.where == f"{place}choose/"
    assert ticked(alice, place) == []
    bob.be_ready(place, "home")
    assert bob.where == f"{place}ready/"


def test_taking_back_what_was_never_put_in_is_fine(place: str, alice: Person) -> None:
    assert alice.post(f"{place}not-ready/").status_code == 200


def test_what_was_taken_back_or_changed_is_gone_from_the_tables(
    place: str, alice: Person
) -> None:
    before = models.StoredRow.objects.count()
    alice.be_ready(place, "home", "money")
    put_in = models.StoredRow.objects.count()
    alice.be_ready(place, "plans")
    assert models.StoredRow.objects.count() == put_in
    alice.post(f"{place}not-ready/")
    assert models.StoredRow.objects.count() == before


def test_how_many_rows_there_are_tells_not_how_much_is_opened(
    place: str, alice: Person
) -> None:
    counts = set()
    for parts in (["home"], ["home", "money", "free_time", "people", "plans"]):
        alice.be_ready(place, *parts)
        counts.add(models.StoredRow.objects.count())
    assert len(counts) == 1


def test_looking_before_both_are_in_leads_back(place: str, alice: Person) -> None:
    alice.be_ready(place, "home")
    for page in ("look", "picture"):
        alice.get(f"{place}{page}/")
        assert alice.where == f"{place}choose/"
    alice.post(f"{place}look/")
    assert alice.where == f"{place}choose/"


def test_an_answer_changed_after_being_ready_opens_as_it_was_put_in(
    place: str, alice: Person, bob: Person
) -> None:
    alice.be_ready(place, "home")
    alice.answer({"home.mine": 4})
    bob.be_ready(place, "home")
    (area,) = all_of_it(bob, place).context["areas"]
    assert area.caption.startswith("Alice’s say: you both say some.")
