"""All our lines, and a month of the good lines of both."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.keep.acts import SUNDAY, WEEK, write, wrote

GOODS = ("You rang.", "You cooked.", "You laughed.", "You slept in.", "You sang.")
THEIRS = ("The soup.", "The cake.", "The tea.", "The walk.", "The moon.")


@pytest.fixture
def five(place: str, alice: Person, bob: Person, hands: Hands) -> str:
    """The two wrote on five Sundays: 6 December to 3 January."""
    for number, (good, theirs) in enumerate(zip(GOODS, THEIRS, strict=True)):
        hands.at = SUNDAY + number * WEEK
        for person in (alice, bob):
            person.sign_in()
        wrote(alice, bob, place, good, theirs)
    return place


def test_all_sundays_keep_good_lines_and_wishes(five: str, bob: Person) -> None:
    found = main_of(bob.get(f"{five}lines/all/"))
    assert heading_of(bob.get(f"{five}lines/all/")) == "All our lines"
    for text in (*GOODS, *THEIRS, "More. You rang."):
        assert text in found
    days = re.findall(r"\d+ (?:December|January) \d+", found)
    assert days[0] == "3 January 2027"
    assert days[-1] == "6 December 2026"


def test_what_i_have_not_looked_at_waits_there_too(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()
    write(alice, place, "You rang.")
    write(bob, place, "The soup.")
    assert "The soup." not in main_of(alice.get(f"{place}lines/all/"))
    alice.look(f"{place}lines/all/")
    assert "The soup." in main_of(alice.get(f"{place}lines/all/"))


def test_a_sunday_on_which_one_wrote_alone_is_not_among_them(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    alice.sign_in()
    write(alice, place, "You rang.")
    hands.at = SUNDAY + WEEK
    for person in (alice, bob):
        person.sign_in()
        found = main_of(person.get(f"{place}lines/all/"))
        assert "December" not in found
        assert "Nothing here yet." in found


def test_there_is_a_month_after_four_weeks(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()
    wrote(alice, bob, place, "You rang.", "The soup.")
    page = alice.get(f"{place}lines/month/")
    assert heading_of(page) == "Your month comes after four weeks."
    assert alice.client.get(f"{place}lines/month/1/picture/").status_code == 404


def test_a_month_has_the_good_lines_of_both_and_no_day(five: str, bob: Person) -> None:
    page = bob.get(f"{five}lines/month/2/")
    assert heading_of(page) == "What was good in December"
    found = main_of(page)
    for text in (*GOODS[:4], *THEIRS[:4]):
        assert text in found
    assert "You sang." not in found
    assert "More." not in found
    assert not re.search(r"\d", found)


def test_both_read_a_month_in_one_order(five: str, alice: Person, bob: Person) -> None:
    orders = [
        re.findall(
            r"<li>“<bdi[^>]*>(.*?)</bdi>”",
            html_of(one.get(f"{five}lines/month/2/")),
        )
        for one in (alice, bob)
    ]
    assert orders[0] == orders[1]
    assert len(orders[0]) == 8


def test_a_month_does_not_say_whose_a_line_is(five: str, bob: Person) -> None:
    html = html_of(bob.get(f"{five}lines/month/2/"))
    lines = html.partition('<ul class="points">')[2].partition("</ul>")[0]
    drawn = bob.client.get(f"{five}lines/month/2/picture/").content.decode()
    for shown in (lines, drawn):
        assert "The soup." in shown
        for name in ("Alice", "Bob", "sign"):
            assert name not in shown


def test_beside_a_month_stand_those_that_there_are(five: str, bob: Person) -> None:
    latest, first = (bob.get(f"{five}lines/month/{one}/") for one in (1, 2))
    before, after = "The month before", "The month after"
    assert before in main_of(latest)
    assert after not in main_of(latest)
    assert after in main_of(first)
    assert before not in main_of(first)
    assert bob.client.get(f"{five}lines/month/3/").status_code == 404


def test_the_latest_month_comes_first(five: str, bob: Person) -> None:
    assert heading_of(bob.get(f"{five}lines/month/")) == "What was good in January"


def test_a_month_can_be_kept_as_a_picture_that_names_no_program(
    five: str, bob: Person
) -> None:
    kept = bob.client.get(f"{five}lines/month/2/picture/")
    assert kept["Content-Type"] == "image/svg+xml"
    assert kept["Content-Disposition"] == 'attachment; filename="notes.svg"'
    drawn = kept.content.decode()
    assert "What was good in December" in " ".join(re.findall(r">([^<>]+)<", drawn))
    assert "The soup." in drawn
    assert "Coequal" not in drawn
