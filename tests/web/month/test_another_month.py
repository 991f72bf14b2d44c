"""A month that ends while a page stands open, or while somebody chooses a zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

import pytest
from tests.web.cast import Person, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.month.acts import DECEMBER, EVEN, JANUARY, SOME, read, tap

from coequal.journal import clock

LAST: Final = int(datetime(2026, 12, 31, 12, tzinfo=UTC).timestamp())
"""A Thursday: on Kiritimati it is January by now."""
OVER: Final = int(datetime(2027, 1, 1, tzinfo=UTC).timestamp())
"""On Midway it is December for eleven hours more."""
ASKED: Final = "How have the last weeks been?"
SAFE: Final = "Your answers are safe."


def at(hands: Hands, second: int, *people: Person) -> None:
    hands.at = second
    for person in people:
        person.sign_in()


def named(person: Person, path: str) -> str:
    (month,) = re.findall(r'name="month" value="(.*?)"', html_of(person.get(path)))
    return str(month)


def heading(person: Person, place: str) -> str:
    return heading_of(person.get(f"{place}month/"))


def test_nobody_ends_a_month_for_the_other_by_another_zone(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    at(hands, LAST, alice, bob)
    tap(alice, place, say=5)
    bob.post(f"{place}days/", zone="Pacific/Kiritimati")
    assert heading(alice, place) == SAFE
    tap(bob, place)
    assert "December 2026" in read(alice, place)
    assert "mostly" in read(alice, place)


def test_nobody_draws_a_month_out_to_open_what_the_other_sent(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    at(hands, LAST, alice, bob)
    tap(alice, place, say=5)
    at(hands, OVER, alice, bob)
    bob.post(f"{place}days/", zone="Pacific/Midway")
    tap(bob, place)
    assert heading(bob, place) == SAFE
    assert heading(alice, place) == ASKED
    assert "January 2027" in main_of(bob.get(f"{place}month/"))


def test_another_zone_leaves_ones_own_month_of_the_two_alone_too(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    at(hands, LAST, alice, bob)
    before = main_of(alice.get("/month/"))
    bob.post(f"{place}days/", zone="Pacific/Kiritimati")
    assert main_of(alice.get("/month/")) == before


@pytest.mark.parametrize("do", ["", "keep"])
def test_a_page_left_open_as_a_month_ended_says_nothing_of_the_next(
    place: str, alice: Person, bob: Person, hands: Hands, do: str
) -> None:
    at(hands, DECEMBER, alice, bob)
    month = named(alice, f"{place}month/")
    assert month == "2026-12"
    at(hands, JANUARY, alice, bob)
    tap(bob, place)
    sent = {**EVEN, "say": 6, "share": SOME, "do": do}
    late = alice.post(f"{place}month/", **sent, month=month)
    assert late.status_code == 422
    assert "A new month has begun" in main_of(late)
    assert 'name="say" value="6" checked' in html_of(late)
    assert heading(bob, place) == SAFE
    assert "all the time" not in main_of(alice.get("/month/trend/"))
    month = named(alice, f"{place}month/")
    assert alice.post(f"{place}month/", **sent, month=month).status_code == 200
    assert "all the time" in main_of(alice.get("/month/trend/"))


def test_so_does_ones_own_page(alice: Person, place: str, hands: Hands) -> None:
    at(hands, DECEMBER, alice)
    month = named(alice, "/month/")
    at(hands, DECEMBER + 30 * clock.DAY, alice)
    late = alice.post("/month/", free="6", month=month)
    assert late.status_code == 422
    assert "A new month has begun" in main_of(late)
    assert 'name="free" value="6" checked' in html_of(late)
    assert "all the time" not in main_of(alice.get("/month/trend/"))
