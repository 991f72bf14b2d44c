"""Alice and Bob agree on something, and look again weeks later, each in a browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import story
from tests.browser.moved_clock import DAY, MovedClock, base, clock
from tests.browser.test_accessibility import STATES, complaints
from tests.browser.walk import Person, Way

__all__ = ["base", "clock"]

WEEKS = 28 * DAY
WHEN, THEN = "it gets loud", "stop for tea, and go on at eight"
WORDS = f"When {WHEN}: We both {THEN}"
OVER = "This one has ended"
Arrive = Callable[..., Person]


def come_back(*people: Person) -> None:
    for person in people:
        person.go("/sign-in/")
        person.sign_in()


def suggest(person: Person, place: str, area: str = "home") -> str:
    """Suggest a line from the home of the two, and return its address."""
    person.go(place).follow("What we agreed", "Suggest something")
    person.page.get_by_label("What is it about?", exact=True).select_option(area)
    person.write("When", WHEN)
    person.choose("Who does it?", "We both")
    person.write("What then?", THEN)
    person.press("Suggest it to")
    return person.path


@pytest.mark.parametrize("way", [Way.KEYBOARD, Way.NO_SCRIPT])
def test_two_people_agree_end_and_look_again(
    person: Arrive, way: Way, clock: MovedClock
) -> None:
    alice, bob = person(f"Alice agrees {way}", way), person(f"Bob agrees {way}", way)
    place = story.pair(alice, bob)
    where = suggest(alice, place)
    assert "It’s up to Bob now." in alice.text
    bob.go(f"{place}agreed/").follow("When it gets loud")
    assert "Only agree on things you could each say no to." in bob.text
    bob.press("Yes, agreed")
    assert WORDS in bob.text.replace("\n", " ")
    before = bob.taps
    bob.follow("When it gets loud").press("End it")
    assert bob.taps - before == 2
    assert WORDS not in alice.go(f"{place}agreed/").text
    assert alice.go(where).heading == OVER
    goes_on(alice, bob, place, clock)


def goes_on(alice: Person, bob: Person, place: str, clock: MovedClock) -> None:
    """Suggest it again, agree, and let both say keep four weeks later."""
    alice.follow("Suggest it again").press("Suggest it to")
    where = alice.path
    bob.go(where).press("Yes, agreed")
    clock.forward(WEEKS)
    come_back(alice, bob)
    for one in (alice, bob):
        assert one.go(where).heading == OVER
    before = bob.text
    alice.press("Keep it")
    assert "You said keep." in alice.go(where).text
    assert bob.go(where).text == before
    bob.press("Keep it")
    for one in (alice, bob):
        assert one.go(where).heading == "We agreed on this"
        assert "Either of you can end it any day." in one.text


def test_ones_own_life_leads_to_ones_own_line(person: Arrive) -> None:
    # Without script, as the page would ask before what was typed is left.
    alice = person("Alice asks for a phone", Way.NO_SCRIPT)
    bob = person("Bob has a phone")
    place = story.pair(alice, bob)
    suggest(alice, place, "phone")
    assert "there’s nothing to agree on here" in alice.text
    assert alice.page.get_by_label("When", exact=True).input_value() == WHEN
    alice.follow("Write down where your own line is")


def draw_a_line(person: Person) -> None:
    """Write a boundary for oneself, from its guide."""
    person.go("/learn/boundaries/").follow("write it down for yourself first")
    person.write("This is mine:", "my phone")
    person.write("If someone crosses that line, I", "put it in my bag")
    person.press("Write it down")


@pytest.mark.parametrize("way", [Way.KEYBOARD, Way.NO_SCRIPT])
def test_a_boundary_is_shown_by_a_second_tap(person: Arrive, way: Way) -> None:
    alice, bob = person(f"Alice draws {way}", way), person(f"Bob reads {way}", way)
    place = story.pair(alice, bob)
    draw_a_line(alice)
    alice.follow("Show it to")
    assert alice.heading == "What might happen if I show it?"
    alice.page.get_by_label("What is it about?", exact=True).select_option("phone")
    assert "Nothing is shown." in bob.go(f"{place}boundaries/").text
    alice.press("Show these lines to")
    assert "This is mine: my phone" in bob.go(f"{place}boundaries/").text
    assert bob.page.locator("main button").count() == 0
    alice.press("Take it down")
    assert "Nothing is shown." in bob.go(bob.path).text


def test_every_page_is_for_everybody(person: Arrive, clock: MovedClock) -> None:
    """By axe, in light and dark, at 320 px, with text at 200 %, with fingers."""
    alice, bob = person("Alice of all pages"), person("Bob of all pages")
    place = story.pair(alice, bob)
    wrong = []

    def looks(one: Person) -> None:
        found = complaints(one.page, STATES, set())
        wrong.extend(f"{one.path}: {said}" for said in found)

    looks(alice.go(f"{place}agreed/"))
    looks(alice.follow("Spending our money"))
    suggest(alice, place, "phone")
    looks(alice)
    where = suggest(alice, place)
    looks(alice)
    looks(bob.go(where))
    bob.press("Yes, agreed")
    looks(bob)
    looks(bob.go(where))
    looks(bob.follow("Suggest other words"))
    draw_a_line(alice)
    looks(alice)
    looks(alice.follow("Show it to"))
    alice.page.get_by_label("What is it about?", exact=True).select_option("home")
    looks(alice.press("Show these lines to"))
    looks(bob.go(where))
    clock.forward(WEEKS)
    come_back(alice, bob)
    looks(alice.go(f"{place}agreed/"))
    looks(alice.go(where))
    alice.press("Keep it")
    looks(alice.go(where))
    clock.forward(8 * DAY)
    come_back(alice)
    looks(alice.go(f"{place}agreed/earlier/"))
    assert wrong == []
