"""Taps by oneself: kept, read, and deleted, by nobody else and without a pair."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.month.acts import DECEMBER, EVEN, JANUARY

from coequal.journal import clock


@pytest.fixture(autouse=True)
def december(hands: Hands) -> None:
    hands.at = DECEMBER


@pytest.fixture
def dana(db: None) -> Person:
    """Dana has nobody here, and has kept nothing."""
    someone = Person("Dana")
    someone.begin()
    return someone


def test_somebody_alone_taps_and_reads_it(dana: Person) -> None:
    answer = dana.post("/month/", say="4", free="6")
    assert dana.where == "/month/trend/"
    said = main_of(answer)
    assert "December 2026" in said
    assert "often" in said
    assert "all the time" in said
    assert "It’s too early to say" in said


def test_it_can_be_changed_within_its_month(dana: Person) -> None:
    dana.post("/month/", say="4", load="2")
    page = html_of(dana.get("/month/"))
    assert 'name="say" value="4" checked' in page
    dana.post("/month/", say="0")
    said = main_of(dana.get("/month/trend/"))
    assert "not at all" in said
    assert "What each of us took on" not in said


def test_without_a_tap_it_says_so(dana: Person) -> None:
    answer = dana.post("/month/", say="")
    assert answer.status_code == 422
    assert "Tap at least one line." in main_of(answer)


def test_a_month_can_be_deleted(dana: Person, hands: Hands) -> None:
    dana.keep()
    for at in (DECEMBER, JANUARY):
        hands.at = at
        dana.sign_in()
        dana.post("/month/", **EVEN)
    page = html_of(dana.get("/month/trend/"))
    assert re.findall(r'name="month" value="([\d-]+)"', page) == ["2027-01", "2026-12"]
    dana.post("/month/trend/", month="2026-12")
    dana.post("/month/trend/", month="no month")
    said = main_of(dana.get("/month/trend/"))
    assert "December 2026" not in said
    assert "January 2027" in said


def test_a_sheet_of_somebody_else_is_not_there(dana: Person, carol: Person) -> None:
    where = f"/month/{carol.client.sheet}/"
    for path in (where, f"{where}trend/"):
        assert dana.client.get(path).status_code == 404
        assert dana.client.post(path, {"say": "4"}).status_code == 404


def test_each_person_that_one_has_in_mind_has_months_of_their_own(dana: Person) -> None:
    dana.post("/month/", say="6")
    dana.has_in_mind("friends")
    assert "all the time" not in main_of(dana.get("/month/trend/"))


def test_the_page_of_ones_answers_leads_there(dana: Person) -> None:
    dana.answer_all()
    assert (
        f"/month/{dana.client.sheet}/"
        in dana.client.get(f"/answers/{dana.client.sheet}/").content.decode()
    )


def test_the_month_is_that_of_the_two_where_there_are_two(
    place: str, alice: Person, hands: Hands
) -> None:
    alice.post(f"{place}days/", zone="Pacific/Kiritimati")
    hands.at = DECEMBER + 29 * clock.DAY - 7 * clock.HOUR
    alice.sign_in()
    assert "Six taps for January" in main_of(alice.get("/month/"))
    assert heading_of(alice.get("/month/")) == (
        "How have the last weeks with Bob been?"
    )
