"""Another zone changes the Sunday that comes after the next, and none that is open."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import pytest
from tests.web.cast import Person, heading_of, main_of
from tests.web.conftest import Hands
from tests.web.keep.acts import SUNDAY, WEEK, begun, lines, write

from coequal.journal import clock

KIRITIMATI: Final = "Pacific/Kiritimati"
MIDWAY: Final = "Pacific/Midway"
NEXT: Final = "See you on Sunday."
NOW: Final = "Three lines for Sunday"
MIDNIGHT: Final = int(datetime(2026, 12, 7, tzinfo=UTC).timestamp())


def at(hands: Hands, second: int, *people: Person) -> None:
    hands.at = second
    for person in people:
        person.sign_in()


def heading(person: Person, place: str) -> str:
    return heading_of(person.get(f"{place}lines/"))


@pytest.mark.parametrize("zone", [KIRITIMATI, MIDWAY])
def test_nobody_ends_a_sunday_for_the_other_or_draws_it_out(
    place: str, alice: Person, bob: Person, hands: Hands, zone: str
) -> None:
    at(hands, SUNDAY, alice, bob)
    write(alice, place, "You rang.")
    # On Kiritimati it is Monday by now; on Midway it is Sunday for 17 hours more.
    bob.post(f"{place}days/", zone=zone)
    assert heading(alice, place) == "Your lines are safe."
    assert heading(bob, place) == NOW
    at(hands, MIDNIGHT - 1, bob)
    assert heading(bob, place) == NOW
    at(hands, MIDNIGHT, bob)
    assert heading(bob, place) == NEXT
    assert write(bob, place, "You laughed.").status_code == 422


def test_both_can_still_write_and_read_what_opened(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    at(hands, SUNDAY, alice, bob)
    write(alice, place, "You rang.", "the list")
    bob.post(f"{place}days/", zone=KIRITIMATI)
    write(bob, place, "You laughed.")
    for person in (alice, bob):
        assert "For me: the list" in lines(person, place)
    # On Kiritimati their next Sunday begins on Saturday at ten.
    saturday = MIDNIGHT + 5 * clock.DAY + 10 * clock.HOUR
    at(hands, saturday - 1, alice)
    assert heading(alice, place) == "You’ve both written."
    at(hands, saturday, alice)
    assert heading(alice, place) == NOW
    assert "the list" not in main_of(alice.get(f"{place}lines/all/"))


def test_a_sunday_that_comes_next_is_the_one_that_both_knew(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    at(hands, SUNDAY - 4 * clock.DAY, alice, bob)
    bob.post(f"{place}days/", zone=KIRITIMATI)
    at(hands, SUNDAY, alice)
    assert heading(alice, place) == NOW
    at(hands, SUNDAY + WEEK, alice)
    assert heading(alice, place) == NEXT


def test_a_zone_that_they_chose_as_they_met_counts_at_once(
    place: str, alice: Person, hands: Hands
) -> None:
    alice.post(f"{place}days/", zone=KIRITIMATI)
    at(hands, SUNDAY, alice)
    assert heading(alice, place) == NEXT


def test_the_page_of_the_zone_says_when_whole_days_follow(
    place: str, alice: Person, hands: Hands
) -> None:
    told = "your time for three lines follows it"
    at(hands, SUNDAY, alice)
    assert told not in main_of(alice.get(f"{place}days/"))
    alice.post(f"{place}days/", zone=KIRITIMATI)
    assert told in main_of(alice.get(f"{place}days/"))
    at(hands, MIDNIGHT, alice)
    assert told not in main_of(alice.get(f"{place}days/"))


@pytest.mark.parametrize(("zone", "hours"), [(KIRITIMATI, 10), (MIDWAY, 11)])
def test_the_week_after_two_met_is_as_long_as_it_was(
    alice: Person, bob: Person, hands: Hands, zone: str, hours: int
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.begin()
        person.keep()
    place = begun(alice, bob, begins=False)
    at(hands, SUNDAY + 2 * clock.DAY, alice, bob)
    bob.post(f"{place}lines/", do="begin")
    alice.post(f"{place}days/", zone=zone)
    # Begun on a Tuesday, they end with the next Monday by the zone of that Tuesday.
    end = MIDNIGHT + 8 * clock.DAY
    at(hands, end - 1, bob)
    assert heading(bob, place) == "Three lines each"
    assert write(bob, place, "You cooked.").status_code == 200
    at(hands, end, bob)
    assert heading(bob, place) == "Give Alice the first line anyway?"
    # What they begin then has the days of the zone that they chose.
    bob.post(f"{place}lines/", do="begin")
    end = MIDNIGHT + 14 * clock.DAY + hours * clock.HOUR
    at(hands, end - 1, bob)
    assert heading(bob, place) == "Three lines each"
    at(hands, end, bob)
    assert write(bob, place, "You cooked.").status_code == 422
