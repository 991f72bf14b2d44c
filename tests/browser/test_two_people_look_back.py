"""Alice and Bob look back on their small steps and on a season: the clock is moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import story
from tests.browser.moved_clock import DAY, MovedClock, base, clock
from tests.browser.test_accessibility import STATES, complaints
from tests.browser.walk import Person, Way

__all__ = ["base", "clock"]

STEPS = ("Ask before I fill our Saturday", "Tea at nine")
MOST_TAPS = 5
Arrive = Callable[..., Person]


def come_back(*people: Person) -> None:
    for person in people:
        person.go("/sign-in/")
        person.sign_in()


def stepped(alice: Person, bob: Person) -> str:
    """Let both turn all cards, and each write a small step; return their place."""
    place = story.pair(alice, bob)
    bob.go(f"{place}together/").press("Look together")
    for person, step in zip((alice, bob), STEPS, strict=True):
        person.go(f"{place}cards/")
        while person.heading != "One small step each?":
            story.turn(person)
        person.write("My small step", step)
        person.press("Share my step")
    return place


def answer(person: Person, *stays: str) -> int:
    """Look back from one's home, where it leads; return how many taps it took."""
    person.go("/us/")
    # What else is due differs by the day, and leads before it.
    while "Look back" not in person.text:
        person.press("Not now")
    before = person.taps
    person.follow("Look back")
    person.choose("Did yours happen?", "Yes")
    person.tick(*stays)
    person.press("Send my answer")
    return person.taps - before


@pytest.mark.parametrize("way", [Way.KEYBOARD, Way.NO_SCRIPT])
def test_two_people_look_back_on_their_steps_and_keep_one(
    person: Arrive, clock: MovedClock, way: Way
) -> None:
    alice, bob = person(f"Alice, steps {way}", way), person(f"Bob, steps {way}", way)
    place = stepped(alice, bob)
    assert STEPS[0] in alice.go(place).text
    assert STEPS[1] not in alice.text
    clock.forward(15 * DAY)
    come_back(alice, bob)
    before = bob.go(place).text
    assert answer(alice, *STEPS) <= MOST_TAPS
    assert alice.heading == "Your answer is safe."
    assert bob.go(place).text == before
    answer(bob, STEPS[1])
    for each in (alice, bob):
        each.go(f"{place}steps/").press("See both answers")
        assert each.text.count("It happened.") == 2
        kept = each.text.partition("What you two keep")[2]
        assert STEPS[1] in kept
        assert STEPS[0] not in kept
    bob.follow("Suggest that we agree on it")
    assert bob.page.get_by_label("What then?").input_value() == STEPS[1]
    alice.press("Let it go")
    assert "What you two keep" not in alice.text


def test_a_season_is_read_together(person: Arrive, clock: MovedClock) -> None:
    alice, bob = (person(f"{one}, season", Way.NO_SCRIPT) for one in ("Alice", "Bob"))
    place = story.pair(alice, bob)
    clock.to_sunday()
    clock.forward(13 * 7 * DAY)
    come_back(alice, bob)
    for one, other in ((alice, "Bob"), (bob, "Alice")):
        one.go(f"{place}thanks/")
        one.write(f"What did {other} do that was good for you?", f"Thanks, {other}.")
        one.press(f"Tell {other} now")
    pages = []
    for one in (alice, bob):
        one.go("/us/")
        while "Read it together" not in one.text:
            one.press("Not now")
        one.follow("Read it together")
        pages.append(one.text.partition("Thanks, first")[2])
        assert "Thanks, Bob." in one.text
    assert pages[0] == pages[1]
    alice.page.locator('main a[href*="/agreed/new/"]').first.click()
    alice.press("Suggest it to")
    assert alice.heading == "Shall we agree on this?"


def test_their_pages_keep_nobody_out(person: Arrive, clock: MovedClock) -> None:
    alice, bob = person("Alice, looking back"), person("Bob, looking back")
    place = stepped(alice, bob)
    found = []

    def look(path: str) -> None:
        alice.go(f"{place}{path}")
        found.extend(f"{path}: {one}" for one in complaints(alice.page, STATES, set()))

    look("")
    look("steps/")
    clock.forward(15 * DAY)
    come_back(alice, bob)
    look("steps/")
    answer(alice, *STEPS)
    look("steps/")
    answer(bob, *STEPS)
    look("steps/")
    alice.press("See both answers")
    look("steps/")
    bob.go(f"{place}thanks/").write("What did Alice do that was good for you?", "Tea.")
    bob.press("Tell Alice now")
    look("season/")
    assert found == []
