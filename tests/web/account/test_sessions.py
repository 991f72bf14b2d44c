"""Where one is signed in, and ending it."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, main_of, pair

from coequal.people.models import SessionRow

PATH = "/account/visits/"


@pytest.fixture
def elsewhere(carol: Person) -> Person:
    again = Person("Carol")
    again.sign_in()
    return again


def is_here(person: Person) -> bool:
    person.get("/us/")
    return person.where == "/us/"


def test_one_s_own_visits_stand_there_without_time_or_place(
    carol: Person, elsewhere: Person
) -> None:
    words = main_of(carol.get(PATH))
    assert words.count("This browser") == 1
    assert words.count("Browser 1") == 1
    assert "within 12 hours" in words


def test_one_other_visit_can_be_ended(carol: Person, elsewhere: Person) -> None:
    third = Person("Carol")
    third.sign_in()
    (one, _) = carol.get(PATH).context["others"]
    carol.post(PATH, do=one.id, phrase=carol.phrase)
    assert carol.where == PATH
    assert [is_here(elsewhere), is_here(third)].count(False) == 1
    assert is_here(carol)


def test_all_others_can_be_ended_at_once(carol: Person, elsewhere: Person) -> None:
    page = carol.post(PATH, do="all", phrase=carol.phrase)
    assert "You’re not signed in anywhere else." in main_of(page)
    assert not is_here(elsewhere)
    assert is_here(carol)


def test_nobody_else_s_visit_is_listed_or_ended(
    alice: Person, bob: Person, carol: Person
) -> None:
    pair(alice, bob)
    key = SessionRow.objects.order_by("key").values_list("key", flat=True)
    for one in key:
        carol.post(PATH, do=one.hex(), phrase=carol.phrase)
    assert carol.get(PATH).context["others"] == []
    assert all(is_here(person) for person in (alice, bob, carol))


def test_without_the_passphrase_none_ends(carol: Person, elsewhere: Person) -> None:
    for fields in ({"do": "all"}, {"do": "all", "phrase": "a guess"}):
        assert carol.post(PATH, **fields).status_code == 422
    assert is_here(elsewhere)


def test_a_key_pressed_from_habit_ends_none(carol: Person, elsewhere: Person) -> None:
    page = carol.post(PATH, phrase=carol.phrase)
    assert page.status_code == 422
    assert "Please choose one of these." in main_of(page)
    assert is_here(elsewhere)


@pytest.mark.parametrize("which", ["", "zz", "00", "é"])
def test_what_names_no_visit_ends_none(
    carol: Person, elsewhere: Person, which: str
) -> None:
    carol.post(PATH, do=which, phrase=carol.phrase)
    assert is_here(elsewhere)


def test_a_visit_that_is_over_is_not_listed(carol: Person) -> None:
    SessionRow.objects.update(expiry=1)
    again = Person("Carol")
    again.sign_in()
    SessionRow.objects.create(
        key=b"k" * 32,
        owner=SessionRow.objects.get(expiry__gt=1).owner,
        expiry=1,
        space=b"",
        sealed=b"",
    )
    assert again.get(PATH).context["others"] == []
