"""Alice and Bob settle where they spend New Year, each in a browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import (
    settling,
)
from tests.browser.settling import (
    OPTIONS,
    QUESTION,
)
from tests.browser.walk import Person, Way

MOST_TAPS = 7
FINGER = 44


# By mouse the tour does it.
@pytest.mark.parametrize("way", [Way.KEYBOARD, Way.NO_SCRIPT])
def test_two_people_settle_a_question(person: Callable[..., Person], way: Way) -> None:
    alice, bob = person(f"Alice settles {way}", way), person(f"Bob settles {way}", way)
    settling.pair(alice, bob)
    raise_and_add(alice, bob)
    weigh_apart(alice, bob)
    look_and_settle(alice, bob)
    undo(alice, bob)


def test_three_options_are_rated_on_one_screen_of_a_small_phone(
    person: Callable[..., Person],
) -> None:
    alice, bob = person("Alice rates, small"), person("Bob rates, small")
    settling.pair(alice, bob)
    alice.follow("Decide")
    settling.raise_it(alice)
    alice.unfold("Add an option").write("One more option", OPTIONS[2]).press("Add it")
    alice.follow("Rate the options")
    page = alice.page
    page.set_viewport_size({"width": 375, "height": 553})
    send = alice.find("button", "Send my answer").bounding_box()
    assert send is not None
    assert send["y"] + send["height"] <= 553
    for width in (375, 320):
        page.set_viewport_size({"width": width, "height": 553})
        for cell in page.locator(".seg label").all():
            box = cell.bounding_box()
            assert box is not None
            assert box["height"] >= FINGER
            assert box["x"] + box["width"] <= width


def raise_and_add(alice: Person, bob: Person) -> None:
    """Either may add; both read the same."""
    settling.raise_it(alice)
    assert alice.heading == QUESTION
    bob.go(alice.path)
    bob.unfold("Add an option").write("One more option", OPTIONS[2])
    bob.press("Add it")
    alice.go(alice.path)
    for each in (alice, bob):
        assert "By the sea" in each.text
        assert "Until you decide: We book nothing." in each.text


def weigh_apart(alice: Person, bob: Person) -> None:
    """Few taps; the other sees nothing of it until both are in."""
    before, taps = bob.text, alice.taps
    settling.weigh(alice, "Love it", "Rather not", "Happy", matters="Very much")
    assert alice.taps - taps <= MOST_TAPS
    assert "Your answer is sent." in alice.text
    bob.go(bob.path)
    assert bob.text == before
    settling.weigh(
        bob,
        settling.CANNOT,
        "Happy",
        "Fine",
        matters="A little",
    )


def look_and_settle(alice: Person, bob: Person) -> None:
    """Both look, one proposes, and the other says yes to these words."""
    alice.go(alice.path)
    for each in (alice, bob):
        each.press("See both answers")
        assert "I can’t live with this" in each.text
        assert "Happy" in each.text
    assert alice.heading == bob.heading
    alice.unfold("Suggest something else").choose("I suggest", "By the sea")
    alice.press("Suggest it to Bob")
    assert "Take it back" in alice.text
    bob.go(bob.path)
    bob.press("Yes, agreed")
    assert "You both said yes on" in bob.text


def undo(alice: Person, bob: Person) -> None:
    """It takes both."""
    alice.go(alice.path)
    alice.unfold("Changed your minds?").press("I’d like to undo it")
    bob.go(bob.path)
    assert "Alice would like to undo this." in bob.text
    bob.press("Undo it too")
    assert "suggests:" not in bob.text
