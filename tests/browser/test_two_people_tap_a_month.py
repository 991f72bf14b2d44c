"""Alice and Bob tap five lines a month, each in a browser, under a moved clock."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import story
from tests.browser.moved_clock import DAY, MovedClock, base, clock
from tests.browser.test_accessibility import STATES, complaints
from tests.browser.walk import Person, Way

__all__ = ["base", "clock"]

MOST_TAPS = 7
DUE = "How have the last weeks been?"
LINES = (
    *("I felt heard.", "I had my say.", "What each of us took on felt fair."),
    *("I felt appreciated.", "It was good to be together."),
)
Arrive = Callable[..., Person]


def come_back(*people: Person) -> None:
    """Sign in again: a visit does not last for days."""
    for person in people:
        person.go("/sign-in/")
        person.sign_in()


def tap(person: Person, step: str) -> int:
    """Tap five lines and send them, from one's home; return the taps."""
    before = person.go("/us/").taps
    person.follow(DUE)
    for line in LINES:
        person.choose(line, step)
    person.press("Send my answers")
    return person.taps - before


# The pages are looked at by mouse, below.
@pytest.mark.parametrize("way", [Way.KEYBOARD, Way.NO_SCRIPT])
def test_two_people_tap_and_read_a_month(
    person: Arrive, clock: MovedClock, way: Way
) -> None:
    alice, bob = person(f"Alice, month {way}", way), person(f"Bob, month {way}", way)
    place = story.pair(alice, bob)
    clock.to(2)
    come_back(alice, bob)
    before = bob.go("/us/").text
    assert tap(alice, "often") <= MOST_TAPS
    assert alice.heading == "Your answers are safe."
    assert bob.go("/us/").text == before
    assert tap(bob, "hardly ever") <= MOST_TAPS
    for each in (alice, bob):
        each.go(f"{place}month/").press("See both answers")
        assert each.heading == "You’ve both answered."
        assert "often" in each.text
        assert "hardly ever" in each.text
        assert "I felt heard." not in each.text
    change_of_mind(alice, clock, place)


def change_of_mind(alice: Person, clock: MovedClock, place: str) -> None:
    """A month later Alice shares what was hidden, takes it back, and keeps it all."""
    clock.to(2)
    come_back(alice)
    alice.go(f"{place}month/").tick("With Bob, if they answer too I felt heard.")
    alice.tick("With Bob, if they answer too I felt appreciated.")
    for line in LINES:
        alice.choose(line, "mostly")
    alice.press("Send my answers")
    assert alice.heading == "Your answers are safe."
    alice.unfold("Read or change mine").press("Take my answers back")
    assert alice.heading == DUE
    alice.press("Keep all of it for myself")
    alice.choose("I could say no, and be myself.", "all the time")
    alice.press("Keep it like this")
    assert alice.heading == "How it has gone for me with Bob"


def test_a_month_ends_at_midnight_where_the_two_are(
    person: Arrive, clock: MovedClock
) -> None:
    """In Berlin: before and after clocks are put back, and on."""
    alice, bob = person("Alice, month in Berlin"), person("Bob, month in Berlin")
    place = story.pair(alice, bob)
    alice.go(f"{place}days/")
    alice.page.get_by_label("A city in your time zone").select_option("Europe/Berlin")
    alice.page.locator("main form button").last.click()
    for month, hour, then, after in (
        (10, 22, "October", "November"),
        (3, 21, "March", "April"),
    ):
        at = clock.to(31, month=month, hour=hour)
        come_back(alice, bob)
        for each in (alice, bob):
            each.go(f"{place}month/")
            assert f"{then} {at.year}" in each.text
            each.choose(LINES[1], "often")
            each.press("Send my answers")
        clock.forward(DAY / 24)
        assert f"{after} {at.year}" in alice.go(f"{place}month/").text
        assert alice.heading == DUE
        alice.go(f"{place}month/all/").press("See both answers")
        assert f"{then} {at.year}" in alice.text


def test_its_pages_keep_nobody_out(person: Arrive, clock: MovedClock) -> None:
    alice, bob = person("Alice, month at ease"), person("Bob, month at ease")
    place = story.pair(alice, bob)
    clock.to(2)
    come_back(alice, bob)
    found = []

    def look(path: str) -> None:
        alice.go(f"{place}{path}")
        found.extend(f"{path}: {one}" for one in complaints(alice.page, STATES, set()))

    look("month/")
    alice.press("Send my answers")
    found.extend(complaints(alice.page, STATES, set()))  # nothing is tapped
    tap(alice, "often")
    look("month/")
    tap(bob, "half the time")
    look("month/")
    alice.press("See both answers")
    for path in ("month/", "month/all/", "month/trend/"):
        look(path)
    alice.go(f"{place}month/").follow("Six taps, just for me")
    found.extend(complaints(alice.page, STATES, set()))
    alice.follow("How it has gone for me")
    found.extend(complaints(alice.page, STATES, set()))
    assert found == []
