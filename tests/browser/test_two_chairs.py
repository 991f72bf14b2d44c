"""Two people with one phone, and one visitor as both of two, each way of using it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.browser import story
from tests.browser.walk import Person, Way

Arrive = Callable[..., Person]

WAYS = (Way.KEYBOARD, Way.NO_SCRIPT)
CARDS = 5
MOST_TAPS = 40
"""For both together, from the first page to their picture; a name is one."""


def start(device: Person) -> None:
    """Come to Guess me from the first page, by what it offers."""
    device.go("/")
    device.follow("We’re both here")
    device.write("Who has the phone now?", "Alice")
    device.write("And who’s beside you?", "Bob")
    device.press("Deal five cards")


def tap(device: Person, group: str, at: int) -> None:
    """Tap one answer, by its place in its row."""
    tile = device.page.get_by_role("group", name=group).get_by_role("button").nth(at)
    device.tap(tile)


def answer(device: Person, other: str, *, own: int, guess: int) -> None:
    tap(device, "You say", own)
    tap(device, f"And what will {other} say?", guess)


@pytest.mark.parametrize("way", WAYS)
def test_two_people_guess_each_other_with_one_phone(person: Arrive, way: Way) -> None:
    device = person("one phone", way)
    start(device)
    holds, other = "Alice", "Bob"
    for number in range(1, CARDS + 1):
        assert f"Card {number} of {CARDS}. For {holds}" in device.text
        answer(device, other, own=0, guess=0 if number != 2 else 1)
        assert device.heading == f"Hand the phone to {other}."
        if number == 1:
            device.back()
            assert device.heading == f"Hand the phone to {other}."
        device.press(f"I’m {other}")
        assert device.page.locator("[aria-pressed=true]").count() == 0
        if number == 1:
            device.back()
            assert device.page.locator("[aria-pressed=true]").count() == 0
            assert "For Bob" in device.text
        if number == 3:
            device.press("Skip this one")
            assert device.heading == "This one stays hidden."
        else:
            answer(device, holds, own=0, guess=0)
            knew = "You both knew." if number != 2 else "You say the same."
            assert device.heading == knew
        onward = f"Next card, {other} first" if number < CARDS else "See your picture"
        device.follow(onward)
        holds, other = other, holds
    assert device.heading == "Alice and Bob"
    assert "One thing to try" in device.text
    assert device.taps <= MOST_TAPS, device.taps
    device.press("Alice")
    device.press("Bob")
    with device.page.expect_download() as saved:
        device.find("link", "Save the picture").click()
    ending = "svg" if way is Way.NO_SCRIPT else "(png|svg)"
    assert re.fullmatch(rf"notes\.{ending}", saved.value.suggested_filename)
    device.press("End it, and let it go")
    assert device.path == "/"
    device.back()
    assert "Alice" not in device.text


@pytest.mark.parametrize("way", WAYS)
def test_somebody_alone_tries_it_as_both(person: Arrive, way: Way) -> None:
    visitor = person("a visitor", way)
    visitor.go("/")
    visitor.follow("Friends, family, flatmates")
    visitor.press("Try it as Alex and Robin")
    assert visitor.page.get_by_text("You’re Alex now.").is_visible()
    visitor.follow("Look at their picture from half a year ago")
    then = visitor.text
    visitor.press("Switch to Robin")
    # But for the way home, which names the other of the two.
    assert visitor.text.replace("you and Alex", "you and Robin") == then
    for other in ("Alex", "Robin"):
        visitor.follow("What to try")
        visitor.follow("See what")
        visitor.press("Look together")
        opened = "Card 1 of 4" in visitor.text
        assert opened is (other == "Robin"), "the second press turns the first card"
        visitor.press(f"Switch to {other}")
    visitor.press("Turn the first card")
    assert "Card 1 of 4" in visitor.text
    story.turn(visitor, 3)
    visitor.press("See our picture")
    visitor.follow("Everything you both said")
    assert "What has changed" in visitor.text
    visitor.follow("What to try")
    visitor.press("Close and forget it")
    visitor.back()
    assert "You’re Alex now" not in visitor.page.content()
