from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from tests.web.cast import (
    FORM,
    Person,
    bytes_of,
    code_on,
    heading_of,
    join,
    main_of,
    met,
    opened,
    pair,
)
from tests.web.see.acts import (
    all_of_it,
)

from coequal.core.see.answers import Value
from coequal.journal import models

ASKED = [part.title for part in FORM.parts if part.chapter == "short"]
"""What can be opened after the short form; further chapters are for the curious."""


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    return opened(alice, bob)


def look(person: Person, place: str) -> HttpResponse:
    """Look, and turn the cards until our picture comes."""
    return all_of_it(person, place)


def test_the_press_of_the_second_turns_the_first_card(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    for someone in (alice, bob):
        someone.answer_all()
    assert heading_of(alice.be_ready(place, "home")) == "Your part is done."
    bob.be_ready(place, "home")
    assert bob.where == f"{place}cards/1/"


def test_the_first_finds_it_open_wherever_they_go(place: str, alice: Person) -> None:
    for page in ("choose/", "ready/", "look/", "picture/"):
        assert heading_of(alice.get(f"{place}{page}")) == "You’ve both tapped."
        assert alice.where == f"{place}look/"


def test_the_picture_comes_after_a_breath_and_then_stays(
    place: str, alice: Person
) -> None:
    alice.get(f"{place}picture/")
    assert alice.where == f"{place}look/"
    assert heading_of(look(alice, place)) == "Everything you both said"
    alice.get(f"{place}picture/")
    assert alice.where == f"{place}picture/"
    assert heading_of(look(alice, place)) == "Everything you both said"


def test_each_looks_in_their_own_time(place: str, alice: Person, bob: Person) -> None:
    look(bob, place)
    alice.get(f"{place}picture/")
    assert alice.where == f"{place}look/"


def test_what_has_opened_is_neither_changed_nor_taken_back(
    place: str, alice: Person
) -> None:
    rows = models.StoredRow.objects.count()
    assert heading_of(alice.be_ready(place, "plans")) == "You’ve both tapped."
    assert alice.post(f"{place}not-ready/").status_code == 403
    assert models.StoredRow.objects.count() == rows


def test_both_read_the_very_same_page(place: str, alice: Person, bob: Person) -> None:
    hers, his = look(alice, place), look(bob, place)
    assert bytes_of(hers) == bytes_of(his)


def test_each_reads_the_names_they_chose(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    dana = Person("Dana")
    dana.begin()
    dana.keep()
    page = alice.post("/us/invite/", label="Love", own_label="Me", pair="partners")
    join(dana, code_on(page), "Darling", own_label="I")
    second = alice.where
    met(alice, second)
    alice.post(f"{second}answer/")
    for someone in (alice, dana):
        someone.answer_all()
        someone.be_ready(second, "home")
    hers, his = main_of(look(alice, second)), main_of(look(dana, second))
    assert "Me’s say: you both say some. Love’s say: you both say" in hers
    assert "Darling’s say: you both say some. I’s say: you both say" in his
    assert hers.replace("Me", "Darling").replace("Love", "I") == his
    assert "Love" not in main_of(look(alice, place))


def test_only_what_both_opened_is_in_it(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    for someone in (alice, bob):
        someone.answer_all()
    alice.be_ready(place, "home", "money", "process")
    bob.be_ready(place, "home", "plans", "heard")
    picture = look(bob, place).context
    assert [area.title for area in picture["areas"]] == ["Home"]
    assert picture["process"] == picture["heard"] == []
    assert picture["absent"] == [title for title in ASKED if title != "Home"]


def test_with_nothing_in_common_there_is_no_picture_of_any_area(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    for someone in (alice, bob):
        someone.answer_all()
    alice.be_ready(place, "home")
    bob.be_ready(place, "money")
    page = look(bob, place)
    assert page.status_code == 200
    assert page.context["areas"] == []
    assert page.context["absent"] == ASKED


def test_what_was_not_said_is_told_as_not_said(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.answer({"home.mine": 1, "home.yours": "skip", "plans.mine": 0})
    bob.answer({"home.mine": "skip", "home.wish": 0, "plans.mine": 0})
    for someone in (alice, bob):
        someone.be_ready(place, "home")
    text = main_of(look(bob, place))
    assert "Alice’s say: Alice says a little, Bob hasn’t said." in text
    assert "Bob’s say: neither of you has said." in text


def test_what_each_said_stands_there_as_fact(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.answer({"home.mine": 1, "home.yours": 3, "home.wish": 1, "plans.mine": 0})
    bob.answer({"home.mine": 2, "home.yours": 2, "home.wish": 0, "plans.mine": 0})
    for someone in (alice, bob):
        someone.be_ready(place, "home")
    text = main_of(look(bob, place))
    assert "Alice would like more say at home." in text
    assert "Alice’s say: Alice says a little, Bob says some." in text
    assert "Bob’s say: Alice says a lot, Bob says some." in text


Said = tuple[str, dict[str, Value]]

HERS: dict[str, Value] = {
    "home.mine": 1,
    "home.yours": 3,
    "home.wish": 2,
    "process.raise": 4,
}
HIS: dict[str, Value] = {
    "home.mine": 2,
    "home.yours": 2,
    "home.wish": -1,
    "process.raise": 0,
}
REST: dict[str, Value] = {"money.mine": 2}


def test_exchanging_the_seats_mirrors_the_picture(db: None) -> None:
    one = _pictured(("Alice", HERS), ("Bob", HIS))
    two = _pictured(("Bob", HIS), ("Alice", HERS))
    assert one["labels"] == two["labels"].mirrored
    assert _sentences(one) == _sentences(two)
    assert one["absent"] == two["absent"]
    for mine, theirs in zip(one["process"], two["process"], strict=True):
        assert mine.said == theirs.said.mirrored
    assert [area.word for area in one["areas"]] == [a.word for a in two["areas"]]


def _pictured(first: Said, second: Said) -> dict[str, Any]:
    """Let the first invite the second, and return what their picture shows."""
    people = [Person(first[0]), Person(second[0])]
    for number, person in enumerate(people):
        person.phrase += f" on chair {number}"
    place = pair(*people)
    for person, answers in zip(people, (first[1], second[1]), strict=True):
        person.answer(answers | REST)
        person.be_ready(place, "home", "process")
    page = look(people[0], place)
    return {key: page.context[key] for key in ("labels", "facts", *LISTS)}


LISTS = ("absent", "process", "areas")


def _sentences(picture: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one.sentence, one.why) for one in picture["facts"]}


def test_a_picture_that_eve_rewrote_is_never_shown(place: str, alice: Person) -> None:
    look(alice, place)
    mark = models.StoredMark.objects.first()
    assert mark is not None
    models.StoredMark.objects.filter(id1=mark.id1).update(ref1=bytes(32))
    page = alice.get(f"{place}picture/")
    assert page.status_code == 409
    assert heading_of(page) == "This page can’t be shown"


def test_an_opening_that_eve_took_away_again_is_noticed(
    place: str, alice: Person
) -> None:
    look(alice, place)
    mark = models.StoredMark.objects.first()
    assert mark is not None
    models.StoredRow.objects.filter(id=mark.id1).delete()
    assert alice.get(f"{place}picture/").status_code == 409


def test_signed_out_in_between_nothing_is_lost(place: str, alice: Person) -> None:
    before = bytes_of(look(alice, place))
    alice.sign_out()
    alice.sign_in()
    assert bytes_of(alice.get(f"{place}picture/all/")) == before


def test_no_grade_ranking_or_forecast_stands_in_it(place: str, alice: Person) -> None:
    text = main_of(look(alice, place)).lower()
    for word in ("score", "win", "lose", "owed", "rank", "diagnosis", "victim"):
        assert f" {word}" not in text
    assert "what a picture can’t know" in text
