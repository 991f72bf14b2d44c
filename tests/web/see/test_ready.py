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


def put_in() -> int:
    return models.StoredRow.objects.filter(audience="W").count()


def ticked(person: Person, place: str) -> list[str]:
    page = html_of(person.get(f"{place}choose/"))
    return re.findall(r'name="part" value="(\w+)" checked', page)


def test_before_looking_one_reads_what_one_shares_and_never_what_is_hidden(
    place: str, alice: Person
) -> None:
    page = alice.post(f"{place}choose/", part=["home", "heard"])
    assert alice.where == f"{place}together/"
    assert heading_of(page) == "You and Bob can look together now."
    text = main_of(page)
    assert "You share these two. The rest stays hidden." in text
    assert "Home Being heard six stay hidden" in text
    for hidden in ("Money", "Free time", "How it goes between you"):
        assert hidden not in text


def test_choosing_puts_nothing_in(place: str, alice: Person) -> None:
    alice.post(f"{place}choose/", part=["home", "money"])
    assert not put_in()
    alice.get(f"{place}ready/")
    assert alice.where == f"{place}together/"


def test_who_waits_reads_that_nothing_is_left_to_do(place: str, alice: Person) -> None:
    page = alice.be_ready(place, "home", "heard")
    assert heading_of(page) == "Your part is done."
    text = main_of(page)
    assert "Come back whenever you like." in text
    assert "Home" not in text
    assert "Refresh" not in page
    assert "http-equiv" not in html_of(page)


def test_whoever_is_not_ready_is_asked_to_choose(place: str, alice: Person) -> None:
    alice.get(f"{place}ready/")
    assert alice.where == f"{place}choose/"


def test_what_one_opens_can_be_changed(place: str, alice: Person) -> None:
    alice.be_ready(place, "home", "money")
    alice.post(f"{place}not-ready/")
    assert ticked(alice, place) == ["home", "money"]
    alice.be_ready(place, "plans")
    alice.post(f"{place}not-ready/")
    assert ticked(alice, place) == ["plans"]


def test_a_change_that_cannot_stand_leaves_the_choice_before(
    place: str, alice: Person
) -> None:
    alice.post(f"{place}choose/", part="home")
    assert alice.post(f"{place}choose/").status_code == 422
    assert "You share this one." in main_of(alice.get(f"{place}together/"))


def test_while_one_is_ready_nothing_is_chosen_anew(place: str, alice: Person) -> None:
    alice.be_ready(place, "home")
    before = models.StoredRow.objects.count()
    alice.post(f"{place}choose/", part="plans")
    assert alice.where == f"{place}ready/"
    assert models.StoredRow.objects.count() == before


def test_one_may_take_it_all_back(place: str, alice: Person, bob: Person) -> None:
    alice.be_ready(place, "home")
    alice.post(f"{place}not-ready/")
    assert alice.where == f"{place}choose/"
    assert not put_in()
    bob.be_ready(place, "home")
    assert bob.where == f"{place}ready/"


def test_taking_back_what_was_never_put_in_is_fine(place: str, alice: Person) -> None:
    assert alice.post(f"{place}not-ready/").status_code == 200


def test_what_was_taken_back_or_changed_is_gone_from_the_tables(
    place: str, alice: Person
) -> None:
    alice.be_ready(place, "home", "money")
    before = put_in()
    alice.be_ready(place, "plans")
    assert put_in() == before
    alice.post(f"{place}not-ready/")
    assert put_in() == 0


def test_how_many_rows_there_are_tells_not_how_much_is_opened(
    place: str, alice: Person
) -> None:
    counts = set()
    for parts in (["home"], ["home", "money", "free_time", "people", "plans"]):
        alice.be_ready(place, *parts)
        counts.add(put_in())
    assert len(counts) == 1


def test_looking_before_both_are_in_leads_back(place: str, alice: Person) -> None:
    alice.be_ready(place, "home")
    for page in ("look", "picture"):
        alice.get(f"{place}{page}/")
        assert alice.where == f"{place}ready/"
    alice.post(f"{place}look/")
    assert alice.where == f"{place}ready/"


def test_an_answer_changed_after_being_ready_opens_as_it_was_put_in(
    place: str, alice: Person, bob: Person
) -> None:
    alice.be_ready(place, "home")
    alice.answer({"home.mine": 4})
    bob.be_ready(place, "home")
    (area,) = all_of_it(bob, place).context["areas"]
    assert area.caption.startswith("Alice’s say: you both say some.")
