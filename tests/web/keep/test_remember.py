"""How two remember their Sunday: one file that tells nobody anything."""

from __future__ import annotations

import re

from tests.web.cast import Person, main_of
from tests.web.conftest import Hands
from tests.web.keep.acts import MONDAY, SUNDAY


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
