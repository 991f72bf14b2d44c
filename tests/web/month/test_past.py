"""All months that both have read: a year on a page, and older ones a page away."""

from __future__ import annotations

import json

import pytest
from tests.web.cast import Person, heading_of, html_of, main_of, pair, session_of
from tests.web.month.acts import EVEN, SOME, tap
from tests.web.spoiling import spoil
from tests.web.trend.test_trend import lived, member, months

from coequal.core.month.entries import SharedTap
from coequal.journal.entries import FirstSeen


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    return pair(alice, bob)


def headings(person: Person, place: str, page: int = 1) -> int:
    return html_of(person.get(f"{place}month/all/?page={page}")).count('id="month-')


def test_twelve_stand_on_a_page_and_the_older_ones_behind_it(
    place: str, alice: Person, bob: Person
) -> None:
    assert "Nothing here yet." in main_of(alice.get(f"{place}month/all/"))
    for month in months(alice, place, 14):
        lived((alice, bob), place, month, (4, 2))
    assert headings(alice, place) == 12
    assert headings(alice, place, 2) == 2
    assert "Earlier" in main_of(alice.get(f"{place}month/all/"))


def test_what_opened_waits_for_the_button(
    place: str, alice: Person, bob: Person
) -> None:
    for person, step in ((alice, 6), (bob, 0)):
        tap(person, place, say=step)
    assert "all the time" not in main_of(alice.get(f"{place}month/all/"))
    alice.look(f"{place}month/all/")
    said = main_of(alice.get(f"{place}month/all/"))
    assert "all the time" in said
    assert "not at all" in said


def test_a_damaged_tap_takes_away_its_line_and_no_more(
    place: str, alice: Person, bob: Person
) -> None:
    first, second = months(alice, place, 3)[:2]
    for month, steps in ((first, (1, 1)), (second, (5, 5))):
        lived((alice, bob), place, month, steps)
    for one in member(alice, place).reading.sound(SharedTap):
        if one.entry.facet == "say" and one.entry.month == first and one.mine:
            spoil(one)
    for at in ("all/", "trend/", ""):
        assert alice.client.get(f"{place}month/{at}").status_code == 200
    said = main_of(alice.get(f"{place}month/all/"))
    assert "mostly" in said
    assert tap(alice, place).status_code == 200


def test_where_what_i_saw_is_damaged_the_pages_stay(
    place: str, alice: Person, bob: Person
) -> None:
    lived((alice, bob), place, months(alice, place, 2)[0], (5, 5))
    assert "I had my say." in main_of(alice.get(f"{place}month/all/"))
    for one in session_of(alice).own.sound(FirstSeen):
        spoil(one)
    for at in ("all/", "trend/", ""):
        assert alice.client.get(f"{place}month/{at}").status_code == 200
    assert "I had my say." not in main_of(alice.get(f"{place}month/all/"))


def test_a_copy_tells_what_both_shared_and_mine_alone_what_is_mine(
    place: str, alice: Person, bob: Person
) -> None:
    alice.post(f"{place}month/", **{**EVEN, "appreciated": 0}, share=list(SOME))
    alice.post("/month/", **{**EVEN, "appreciated": 0, "free": 1})
    tap(bob, place, share=("say", "appreciated"), say=6)
    fields = {"phrase": bob.phrase, "as": "html"}
    ours = bob.client.post(f"{place}copy/", fields).getvalue().decode()
    assert "I had my say." in ours
    assert "all the time" in ours
    for hidden in ("I felt appreciated.", "I felt heard.", "I could say no"):
        assert hidden not in ours
    mine = alice.client.post("/account/copy/", {"phrase": alice.phrase, "as": "html"})
    told = mine.getvalue().decode()
    assert "I could say no, and be myself." in told
    assert "not at all" in told
    fields["as"] = "json"
    assert json.loads(bob.client.post(f"{place}copy/", fields).getvalue())


def test_both_have_answered_leads_nowhere_else(
    place: str, alice: Person, bob: Person
) -> None:
    for person in (alice, bob):
        tap(person, place)
    assert heading_of(alice.get(f"{place}month/")) == "You’ve both answered."
