"""Alice and Bob write three lines on Sunday, each in a browser, under a moved clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from tests.browser import story
from tests.browser.moved_clock import DAY, MovedClock, base, clock
from tests.browser.test_accessibility import STATES, complaints
from tests.browser.walk import Person, Way

__all__ = ["base", "clock"]

MOST_TAPS = 6
GOOD = "One thing you did that was good for me"
MUCH = "One thing that was a bit much"
WISH = "One thing I’d like next week"
Arrive = Callable[..., Person]


def come_back(clock: MovedClock, *people: Person) -> None:
    """Let it be Sunday, and each sign in again."""
    clock.to_sunday()
    for person in people:
        person.go("/sign-in/")
        person.sign_in()


def write(person: Person, *said: tuple[str, str]) -> int:
    """Write lines and send them from one's home; return the taps beside the writing."""
    before = person.go("/us/").taps
    person.follow("It’s Sunday.")
    for label, text in said:
        person.write(label, text)
    person.press("Send my lines")
    return person.taps - before - len(said)


def read(person: Person) -> int:
    """Read what both wrote, from one's home; return how many taps it took."""
    before = person.go("/us/").taps
    person.follow("You’ve both written your lines.").press("See both answers")
    return person.taps - before


# The pages are looked at by mouse, below.
@pytest.mark.parametrize("way", [Way.KEYBOARD, Way.NO_SCRIPT])
def test_two_people_write_and_read_their_lines(
    person: Arrive, clock: MovedClock, way: Way
) -> None:
    alice, bob = person(f"Alice, Sunday {way}", way), person(f"Bob, Sunday {way}", way)
    place = story.pair(alice, bob)
    come_back(clock, alice, bob)
    before = bob.go("/us/").text
    taps = write(
        alice,
        (GOOD, "You took my mum to the station."),
        (MUCH, "For me, three evenings in a row."),
        (WISH, "One evening with nothing in it."),
    )
    assert alice.heading == "Your lines are safe."
    assert bob.go("/us/").text == before
    assert write(bob, (GOOD, "You laughed at my story.")) + read(bob) <= MOST_TAPS
    assert taps + read(alice) <= MOST_TAPS
    for each in (alice, bob):
        assert each.heading == "You’ve both written."
        assert "You took my mum to the station." in each.text
        assert "You laughed at my story." in each.text
    give_the_first_line(alice, bob, clock, place)


def give_the_first_line(
    alice: Person, bob: Person, clock: MovedClock, place: str
) -> None:
    """A week later Alice writes alone, and gives it on Monday after all."""
    come_back(clock, alice, bob)
    write(alice, (GOOD, "You rang just to say the moon was big."))
    assert "three evenings" not in alice.go(f"{place}lines/all/").text
    clock.forward(DAY)
    for each in (alice, bob):
        each.go("/sign-in/")
        each.sign_in()
    assert bob.go(f"{place}lines/").heading == "See you on Sunday."
    assert alice.go(f"{place}lines/").heading == "Give Bob the first line anyway?"
    alice.press("Give it to Bob")
    assert alice.heading == "Bob has your first line."
    bob.go("/us/").follow("Alice thanks you.")
    assert "You rang just to say the moon was big." in bob.text


def test_a_sunday_on_which_clocks_are_put_on_ends_at_their_midnight(
    person: Arrive, clock: MovedClock
) -> None:
    alice, bob = person("Alice in spring"), person("Bob in spring")
    place = story.pair(alice, bob)
    alice.go(f"{place}days/")
    field = alice.page.get_by_label("A city in your time zone")
    field.select_option("Europe/Berlin")
    alice.press("Use this time zone")
    # From that Sunday on midnight is at 22 o'clock in Greenwich, before at 23.
    clock.to(last_sunday_of_march(clock), month=3, hour=21)
    for each in (alice, bob):
        each.go("/sign-in/")
        each.sign_in()
        assert each.go(f"{place}lines/").heading == "Three lines for Sunday"
    clock.forward(60 * 60)
    for each in (alice, bob):
        assert each.go(f"{place}lines/").heading == "See you on Sunday."


def last_sunday_of_march(clock: MovedClock) -> int:
    """Return the day of the month of the next one, as the server's clock is."""
    now = datetime.fromtimestamp(time.time() + clock.ahead, UTC)
    for year in (now.year, now.year + 1):
        last = datetime(year, 3, 31, 21, 30, tzinfo=UTC)
        last -= timedelta(days=(last.weekday() + 1) % 7)
        if last > now:
            break
    return last.day


def test_its_pages_keep_nobody_out(person: Arrive, clock: MovedClock) -> None:
    alice, bob = person("Alice, Sunday at ease"), person("Bob, Sunday at ease")
    place = story.pair(alice, bob)
    come_back(clock, alice, bob)
    found = []

    def look(path: str) -> None:
        alice.go(f"{place}{path}")
        found.extend(f"{path}: {one}" for one in complaints(alice.page, STATES, set()))

    look("lines/")
    write(alice, (MUCH, "For me, the list."))
    found.extend(complaints(alice.page, STATES, set()))  # it needs a good line
    write(alice, (GOOD, "You rang."), (MUCH, "For me, the list."), (WISH, "Soup."))
    look("lines/")
    write(bob, (GOOD, "You laughed."))
    look("lines/")
    read(alice)
    for path in ("lines/", "lines/all/", "lines/month/", "lines/remember/?icon=leaf"):
        look(path)
    alice.go("/lines/").follow("Write a letter of thanks")
    alice.write("What did they do, and what did it change for you?", "You came.")
    found.extend(complaints(alice.press("Write it down").page, STATES, set()))
    alice.go(f"{place}thanks/").write("What did Bob do that was good for you?", "Tea.")
    alice.press("Keep it for next time")
    bob.go(f"{place}thanks/").write("What did Alice do that was good for you?", "Tea.")
    bob.press("Tell Alice now")
    look("thanks/")
    come_back(clock, alice)
    write(alice, (GOOD, "You came."))
    clock.forward(DAY)
    alice.go("/sign-in/")
    alice.sign_in()
    look("lines/")
    assert found == []
