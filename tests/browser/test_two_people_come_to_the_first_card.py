"""From the start page to the first card, in one sitting or with one return each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect
from tests.browser import story
from tests.browser.walk import Person, Way

MOST = 12

Arrive = Callable[..., Person]


@contextmanager
def not_counted(person: Person) -> Iterator[None]:
    """Answering, and coming back with a passphrase, are counted by other tests."""
    before = person.taps
    yield
    person.taps = before


def has_answered(person: Person) -> None:
    """Stand on one's own picture; the link there to choosing is one tap more."""
    with not_counted(person):
        story.answer_without_looking(person, {})
    person.go(f"{person.sheet}share/")
    person.taps += 1


def asks(alice: Person) -> str:
    """Come from the start page to the message; return the code in it."""
    story.begin_alone(alice)
    has_answered(alice)
    alice.tick("Money")
    alice.press("Share these")
    with not_counted(alice):
        alice.keep()
        alice.press("Keep them, and go on")
    alice.call("Bob", own="Alice")
    alice.press("Get a message to send")
    return alice.code()


def joins(bob: Person) -> None:
    """Come from the page that a code led to, to the page that waits."""
    bob.press("Start")
    has_answered(bob)
    bob.tick("Free time")
    bob.press("Share these")
    with not_counted(bob):
        bob.keep()
        bob.press("Keep them, and go on")
    bob.write("Your own name?", "Bob")
    bob.press("Join")


def say(who: Person, taps: int, how: str) -> None:
    print(f"\n{who.name}: {taps} taps to the first card, {how}")
    assert taps <= MOST


def test_in_one_sitting_both_come_to_the_first_card(person: Arrive) -> None:
    alice, bob = person("Alice at the table"), person("Bob at the table")
    code = asks(alice)
    bob.go(f"/join/#{code.replace(' ', '-')}")
    bob.press("See what I’m asked")
    joins(bob)
    alice.follow("See if Bob has joined")
    alice.press("Look together")
    assert alice.heading == "Your part is done."
    bob.follow("See if you and Alice can look", "See what I share")
    bob.press("Look together")
    alice.press("Both tapped?")
    for one in (alice, bob):
        assert "Card 1 of 4" in one.text
        say(one, one.taps, "in one sitting")


def test_apart_each_comes_back_once(person: Arrive) -> None:
    alice, bob = person("Alice far away"), person("Bob far away")
    code = asks(alice)
    place = alice.path
    alice.page.get_by_role("button", name="Copy the message").click()
    alice.taps += 1
    story.read(bob, code)
    joins(bob)
    # One return each, by the place of the two on one's home.
    alice.go(place).press("Look together")
    bob.go(place).follow("See what I share").press("Look together")
    for one in (alice, bob):
        one.taps += 1
    assert "Card 1 of 4" in bob.text
    alice.press("Both tapped?")
    assert "Card 1 of 4" in alice.text
    for one in (alice, bob):
        say(one, one.taps, "with one return")


@pytest.mark.parametrize("way", [Way.MOUSE, Way.NO_SCRIPT])
def test_a_code_behind_the_hash_fills_the_field_and_leaves_the_address(
    person: Arrive, way: Way
) -> None:
    bob = person(f"Bob with a camera {way}", way)
    bob.go("/join/#KQ7M-3XWD-9TPA-4HRV")
    field = bob.page.get_by_label("The code you were given", exact=True)
    if way is Way.NO_SCRIPT:
        assert field.input_value() == ""
        return
    expect(field).to_have_value("KQ7M-3XWD-9TPA-4HRV")
    assert "#" not in bob.page.url
    assert bob.page.title() == "Notes"
    bob.go("/join/#<script>alert(1)</script>")
    expect(field).to_have_value("")
    assert "#" not in bob.page.url


@pytest.mark.parametrize("way", [Way.MOUSE, Way.NO_SCRIPT])
def test_the_button_counts_where_it_can(person: Arrive, way: Way) -> None:
    alice = person(f"Alice counts {way}", way)
    story.begin_alone(alice)
    has_answered(alice)
    button = alice.page.locator("[data-counted]")
    alice.tick("Money")
    if way is Way.NO_SCRIPT:
        assert button.inner_text() == "Share these"
        return
    expect(button).to_have_text("Share these five")
    alice.tick("Being heard")
    expect(button).to_have_text("Share these six")


@pytest.mark.parametrize("way", [Way.MOUSE, Way.NO_SCRIPT])
def test_there_is_no_button_that_would_be_refused(person: Arrive, way: Way) -> None:
    alice = person(f"Alice hides one {way}", way)
    story.begin_alone(alice)
    has_answered(alice)
    share = alice.page.get_by_role("button", name="Share the")
    said = alice.page.get_by_role("status")
    expect(share).to_have_count(0)
    expect(said).to_have_text(
        "Hide one of the six above, whichever you like. Then the button comes.",
        use_inner_text=True,
    )
    alice.tick("Being heard")  # what is tender counts for nothing here
    expect(share).to_have_count(0)
    alice.tick("Trust")
    expect(share).to_have_count(1)
    expect(said).to_have_text("", use_inner_text=True)
    for switch in alice.page.get_by_role("checkbox").all():
        switch.set_checked(checked=False, force=True)
    expect(share).to_have_count(0)
    expect(said).to_have_text("Share at least one.", use_inner_text=True)


def test_pages_that_wait_ask_nothing_of_the_server(person: Arrive) -> None:
    alice, bob = person("Alice who waits"), person("Bob who waits")
    code = asks(alice)
    story.read(bob, code)
    joins(bob)
    asked: list[str] = []
    for one in (alice, bob):
        one.page.on("request", lambda request: asked.append(request.url))
    bob.page.wait_for_timeout(3000)
    assert asked == []
