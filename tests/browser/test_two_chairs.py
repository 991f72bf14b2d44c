"""Two people at one device, and one visitor in two chairs, each way of using a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import story
from tests.browser.walk import Person, Way

Arrive = Callable[..., Person]

TWELVE = 12
WAYS = (Way.KEYBOARD, Way.NO_SCRIPT)


def answer(device: Person, label: str) -> None:
    """Answer the twelve light questions: this, or what lies in the middle."""
    for _ in range(TWELVE):
        device.answer_one({device.heading: label} if _there(device, label) else {})


def _there(device: Person, label: str) -> bool:
    return device.find("button", label).count() > 0


@pytest.mark.parametrize("way", WAYS)
def test_two_people_sit_side_by_side(person: Arrive, way: Way) -> None:
    device = person("one device", way)
    device.go("/")
    device.follow("We’re both here")
    assert "Apart is more honest" in device.text
    device.write("Who answers first?", "Alice")
    device.write("And who then?", "Bob")
    device.press("We both want to")
    assert device.heading == "This is for Alice."
    device.follow("I am Alice. Go on")
    answer(device, "A lot")
    assert device.heading == "Thank you, Alice. Hand it to Bob."
    device.press("I am Bob. Go on")
    device.back()
    assert "A lot" not in device.text
    device.go("/beside/")
    device.follow("I am Bob. Go on")
    story.answer_without_looking(device, {})
    assert device.heading == "You have both answered."
    device.press("Open it for us both")
    assert "Card 1 of 4" in device.text
    for _ in range(2):
        device.press("Turn the next card")
    device.press("Turn the last card")
    device.press("Nothing now")
    device.follow("Hand over, keep or close")
    device.press("Hand it to Alice")
    device.write("My small step", "I cook on Monday.")
    device.press("Show it to us both")
    device.press("All of it")
    assert device.heading == "Our picture"
    device.follow("Hand over, keep or close")
    device.press("Close and forget it")
    device.back()
    assert "Alice" not in device.text
    device.go("/us/")
    assert device.path == "/sign-in/"


def test_both_keep_what_they_saw_side_by_side(person: Arrive) -> None:
    device = person("one device")
    device.go("/beside/")
    device.write("Who answers first?", "Alice")
    device.write("And who then?", "Bob")
    device.press("We both want to")
    device.follow("I am Alice. Go on")
    story.answer_without_looking(device, {})
    device.press("I am Bob. Go on")
    story.answer_without_looking(device, {})
    device.press("Open it for us both")
    device.follow("Hand over, keep or close")
    device.follow("Keep it, both of us")
    keep(device, "Bob at one device")
    device.press("I am Alice. Go on")
    keep(device, "Alice at one device")
    assert device.heading == "It is kept, for you both."
    alice = person("Alice at one device")
    alice.phrase = device.phrase
    alice.go("/sign-in/")
    alice.sign_in()
    alice.follow("Go on")
    assert "Card 1 of 4" in alice.text


def keep(device: Person, name: str) -> None:
    device.name = name
    device.keep()
    device.press("Keep my side")


@pytest.mark.parametrize("way", WAYS)
def test_somebody_alone_tries_it_as_both(person: Arrive, way: Way) -> None:
    visitor = person("a visitor", way)
    visitor.go("/")
    visitor.follow("Friends, family, flatmates")
    visitor.press("Try it as Alex and Robin")
    assert visitor.page.get_by_text("You are sitting in Alex’s chair.").is_visible()
    visitor.follow("Look at their picture of half a year ago")
    then = visitor.text
    visitor.press("Sit in Robin’s chair")
    assert visitor.text == then
    for other in ("Alex", "Robin"):
        visitor.follow("What to try")
        visitor.follow("Choose what")
        story.tick_all_but_one(visitor)
        visitor.press("Ready to look")
        opened = visitor.heading == "You are both in."
        assert opened is (other == "Robin"), "it opens when both are ready"
        visitor.press(f"Sit in {other}’s chair")
    visitor.press("Look together")
    assert "Card 1 of 4" in visitor.text
    story.turn(visitor, 3)
    visitor.press("All of it")
    assert "What has changed" in visitor.text
    visitor.follow("What to try")
    visitor.press("Close and forget it")
    visitor.back()
    assert "You are sitting in" not in visitor.page.content()
