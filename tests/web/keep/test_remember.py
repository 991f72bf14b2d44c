"""Which day is theirs, and how two remember it: a file that tells nobody anything."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, html_of, main_of, session_of
from tests.web.conftest import Hands
from tests.web.keep.acts import CAKE, MONDAY, SUNDAY, WEEK, friends, lines, write
from tests.web.spoiling import spoil

from coequal.core.keep.entries import OurDay
from coequal.journal import clock, models
from coequal.journal.door import Record
from coequal.people import pairs
from coequal.people.pairs import PairMember
from coequal.web.keep import store


def test_the_page_offers_a_file_a_moment_and_nothing(place: str, alice: Person) -> None:
    found = main_of(alice.get(f"{place}lines/remember/"))
    for text in ("In your own calendar", "A fixed moment", "Nothing", "no reminders"):
        assert text in found


def test_the_file_has_a_title_and_a_day_and_no_more(
    place: str, alice: Person, hands: Hands
) -> None:
    hands.at = MONDAY
    alice.sign_in()
    got = alice.client.post(f"{place}lines/remember/", {"do": "file"})
    assert got["Content-Type"] == "text/calendar"
    assert got["Content-Disposition"] == 'attachment; filename="reminder.ics"'
    text = got.content.decode()
    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reminder//EN",
        "BEGIN:VEVENT",
        "UID:20261213-reminder",
        "DTSTAMP:20261213T000000Z",
        "DTSTART;VALUE=DATE:20261213",
        "RRULE:FREQ=WEEKLY",
        "SUMMARY:Reminder",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    assert not re.search(r"Alice|Bob|http|Coequal|\burl\b", text, re.IGNORECASE)


def test_both_get_the_same_file(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()
    page, do = f"{place}lines/remember/", {"do": "file"}
    files = [one.client.post(page, do).content for one in (alice, bob)]
    assert files[0] == files[1]
    assert b"20261206" in files[0]


@pytest.mark.parametrize("icon", ["leaf", "square", "dot"])
def test_an_icon_that_says_nothing_is_picked_by_the_address_alone(
    place: str, alice: Person, icon: str
) -> None:
    where, rows = f"{place}lines/remember/", models.StoredRow.objects.count()
    html = html_of(alice.get(f"{where}?icon={icon}"))
    assert f'href="/static/{icon}.webmanifest"' in html
    assert f'src="/static/{icon}.svg"' in html
    assert 'href="/static/notes.webmanifest"' not in html
    assert 'href="/static/notes.webmanifest"' in html_of(alice.get(where))
    assert models.StoredRow.objects.count() == rows


@pytest.mark.parametrize("icon", ["", "moon", "../css/tokens"])
def test_an_icon_that_is_none_is_the_sheet_of_paper(
    place: str, alice: Person, icon: str
) -> None:
    page = alice.client.get(f"{place}lines/remember/", {"icon": icon})
    assert 'href="/static/notes.webmanifest"' in html_of(page)


# Another day than Sunday.

DAYS = ("Wednesday", "Thursday", "Friday", "Saturday")


def chooses(person: Person, place: str, day: str) -> str:
    return main_of(person.post(f"{place}lines/remember/", do="day", day=day))


def member_of(person: Person, place: str) -> PairMember:
    found = pairs.member(session_of(person), bytes.fromhex(place.split("/")[2]))
    assert found is not None
    return found


def days_of(person: Person, place: str) -> list[Record[OurDay]]:
    return member_of(person, place).reading.sound(OurDay)


def test_either_chooses_their_day_and_both_read_it_from_monday_on(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()
    assert "Each Wednesday from Wednesday 9 December" in chooses(alice, place, "2")
    for person in (alice, bob):
        assert "Three lines for Sunday" in main_of(person.get(f"{place}lines/"))
    hands.at = MONDAY
    for person in (alice, bob):
        person.sign_in()
        assert "See you on Wednesday." in main_of(person.get(f"{place}lines/"))
        assert "Each Wednesday" in main_of(person.get(f"{place}lines/remember/"))
    hands.at = MONDAY + 2 * clock.DAY
    for person in (alice, bob):
        person.sign_in()
        assert "It’s Wednesday." in main_of(person.get("/us/"))
        write(person, place, good=CAKE)
    assert CAKE in lines(bob, place)
    alice.look(f"{place}lines/all/")
    assert "9 December 2026" in main_of(alice.get(f"{place}lines/all/"))


def test_the_later_choice_holds_and_what_opened_on_another_day_stays(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()
        write(person, place, good=CAKE)
        person.look(f"{place}lines/")
    chooses(alice, place, "2")
    hands.forward(60)
    chooses(bob, place, "4")
    hands.at = MONDAY
    alice.sign_in()
    assert "Each Friday" in main_of(alice.get(f"{place}lines/remember/"))
    alice.look(f"{place}lines/all/")
    assert "6 December 2026" in main_of(alice.get(f"{place}lines/all/"))


def test_the_later_choice_holds_within_one_second_and_when_the_clock_goes_back(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()
    for day, name in zip("2345", DAYS, strict=True):
        for person, chosen in ((alice, "1"), (bob, day)):
            chooses(person, place, chosen)
        for person in (alice, bob):
            found = main_of(person.get(f"{place}lines/remember/"))
            assert f"Each {name}" in found
    hands.forward(-60)
    assert "Each Sunday" in chooses(alice, place, "6")


def test_of_a_choice_that_was_damaged_the_one_before_and_the_one_after_count(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for day in "234":
        alice.sign_in()
        chooses(alice, place, day)
        hands.forward(WEEK)
    alice.sign_in()
    (second,) = (one for one in days_of(alice, place) if one.entry.weekday == 3)
    spoil(second)
    assert [one.weekday for one in store.chosen(member_of(alice, place))] == [2, 4]


def test_the_page_names_the_day_from_which_another_one_takes_the_place_of_this(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()
        write(person, place, good=CAKE, much="the list")
    assert "Here until Sunday 13 December" in lines(alice, place)
    chooses(bob, place, "2")
    assert "Here until Wednesday 9 December" in lines(alice, place)
    hands.at = MONDAY + clock.DAY
    alice.sign_in()
    assert "the list" in lines(alice, place)
    hands.at = MONDAY + 2 * clock.DAY
    alice.sign_in()
    assert "the list" not in lines(alice, place)


@pytest.mark.parametrize("day", ["", "0", "7", "x"])
def test_what_cannot_be_their_day_is_refused(
    day: str, place: str, alice: Person
) -> None:
    assert "Please pick one of these days." in chooses(alice, place, day)


def test_friends_to_whom_no_day_is_due_choose_none(alice: Person, bob: Person) -> None:
    for person in (alice, bob):
        person.begin()
        person.keep()
    where = f"{friends(alice, bob)}lines/remember/"
    assert alice.client.get(where).status_code == 404
    assert alice.client.post(where, {"do": "day", "day": "2"}).status_code == 404
