"""One damaged row takes away no more than itself."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, html_of, main_of, session_of
from tests.web.conftest import Hands
from tests.web.keep.acts import SUNDAY, WEEK, lines, write, wrote
from tests.web.spoiling import spoil

from coequal.core.entry import Entry
from coequal.core.keep.entries import BitMuch, Lines
from coequal.journal.entries import FirstSeen
from coequal.people import pairs


@pytest.fixture(autouse=True)
def sunday(place: str, alice: Person, bob: Person, hands: Hands) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()


def spoil_first(person: Person, place: str, kind: type[Entry], text: str) -> None:
    """Damage the row of a kind in which a text stands."""
    member = pairs.member(session_of(person), bytes.fromhex(place.split("/")[2]))
    assert member is not None
    found = [one for one in member.reading.sound(kind) if text in str(one.entry)]
    spoil(found[0])


def test_without_what_was_a_bit_much_the_good_lines_stay(
    place: str, alice: Person, bob: Person
) -> None:
    write(alice, place, "You rang.", "the list")
    write(bob, place, "You laughed.")
    lines(alice, place)
    spoil_first(alice, place, BitMuch, "the list")
    said = main_of(alice.get(f"{place}lines/"))
    assert "You rang." in said
    assert "the list" not in said


def test_where_what_i_saw_is_damaged_the_page_stays(
    place: str, alice: Person, bob: Person
) -> None:
    wrote(alice, bob, place, "You rang.", "The soup.")
    for one in session_of(alice).own.sound(FirstSeen):
        spoil(one)
    page = alice.get(f"{place}lines/")
    assert page.status_code == 200
    assert "The soup." not in main_of(page)
    assert "<textarea" not in html_of(page)


def test_of_all_sundays_one_is_left_out(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    for good, theirs in (("You rang.", "The soup."), ("You sang.", "The tea.")):
        wrote(alice, bob, place, good, theirs)
        hands.forward(WEEK)
        for person in (alice, bob):
            person.sign_in()
    spoil_first(alice, place, Lines, "The soup.")
    said = main_of(alice.get(f"{place}lines/all/"))
    assert "The tea." in said
    assert "You rang." not in said
    assert alice.client.get(place).status_code == 200


def test_lines_that_cannot_be_read_leave_the_page_and_every_way_on(
    place: str, alice: Person, bob: Person
) -> None:
    wrote(alice, bob, place, "You rang.", "The soup.")
    spoil_first(alice, place, Lines, "The soup.")
    page = alice.get(f"{place}lines/")
    assert page.status_code == 200
    assert "All our lines" in main_of(page)
    assert write(alice, place, "You came.").status_code == 422
