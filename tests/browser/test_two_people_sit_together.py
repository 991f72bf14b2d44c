"""Two phones at one table: a camera reads the code, and pages that wait go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect
from tests.browser.test_accessibility import ALL_RULES
from tests.browser.test_two_people_come_to_the_first_card import asks, joins, say
from tests.browser.walk import Person, Way

SOON: Final = 20_000
"""Milliseconds: a page asks every three seconds."""
OPEN: Final = "Let this page move on by itself"
VIOLATIONS: Final = """async rules => {
  const found = await axe.run(rules);
  return found.violations.map(one => one.id);
}"""


OUT_OF_SIGHT: Final = """() =>
  Object.defineProperty(document, "hidden", { get: () => true })"""

Arrive = Callable[..., Person]


def as_at_home(alice: Person) -> None:
    """Be at the page by another name of the machine: by the first no phone could."""
    page, place = alice.page, alice.page.url
    moved: list[Any] = [
        {**one, "domain": "localhost."} for one in page.context.cookies()
    ]
    page.context.add_cookies(moved)
    page.goto(place.replace("127.0.0.1", "localhost."))


@pytest.fixture
def expects_that_name(complaints: list[str]) -> Callable[[], None]:
    """Take out of what is complained of that a page was asked by that other name."""

    def take_out() -> None:
        other = "asked http://localhost."
        complaints[:] = [one for one in complaints if not one.startswith(other)]

    return take_out


def heads(page: Page, heading: str) -> None:
    expect(page.locator("h1")).to_have_text(heading, timeout=SOON)


def is_for_everybody(page: Page) -> None:
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(VIOLATIONS, ALL_RULES) == []


def asked_by(person: Person) -> list[str]:
    """Return what a page asks for from now on."""
    asked: list[str] = []
    person.page.on("request", lambda request: asked.append(request.url))
    return asked


def scans(bob: Person, code: str) -> Person:
    bob.go(f"/join/#{code.replace(' ', '-')}")
    bob.press("See what I’m asked")
    return bob


def test_both_pages_that_wait_go_on_by_themselves(
    person: Arrive, expects_that_name: Callable[[], None]
) -> None:
    alice, bob = person("Alice shows a code"), person("Bob has a camera")
    code = asks(alice)
    as_at_home(alice)
    asked = asked_by(alice)
    alice.page.wait_for_timeout(4000)
    assert asked == []
    alice.unfold(OPEN)
    expect(alice.page.locator(".plate svg")).to_be_visible()
    is_for_everybody(alice.page)
    joins(scans(bob, code))
    fold = bob.page.locator("details").filter(has_text="Is it really")
    assert not fold.evaluate("it => it.open")
    is_for_everybody(bob.page)
    heads(alice.page, "Bob has joined.")
    alice.press("Look together")
    expect(bob.find("link", "See what I share")).to_be_visible(timeout=SOON)
    bob.follow("See what I share").press("Look together")
    alice.press("Both tapped?")
    for one in (alice, bob):
        assert "Card 1 of 4" in one.text
        say(one, one.taps, "by camera")
    expects_that_name()


@pytest.mark.parametrize("how", ["folded again", "out of sight"])
def test_folded_again_or_out_of_sight_nothing_is_asked(
    person: Arrive, expects_that_name: Callable[[], None], how: str
) -> None:
    alice = person(f"Alice has it {how}")
    asks(alice)
    as_at_home(alice)
    alice.unfold(OPEN)
    with alice.page.expect_request("**/us/*/"):
        pass
    if how == "out of sight":
        alice.page.evaluate(OUT_OF_SIGHT)
    else:
        alice.page.locator("summary").filter(has_text=OPEN).click()
    alice.page.wait_for_timeout(500)
    asked = asked_by(alice)
    alice.page.wait_for_timeout(4000)
    assert asked == []
    expects_that_name()


def test_who_leaves_quickly_meanwhile_is_not_brought_back(person: Arrive) -> None:
    alice, bob = person("Alice lets Bob go"), person("Bob leaves quickly")
    joins(scans(bob, asks(alice)))
    with bob.page.expect_request("**/us/*/"):
        pass
    bob.press("Leave quickly")
    bob.page.wait_for_timeout(4000)
    assert bob.path == "/left/"


def test_without_script_the_link_is_there_and_nothing_says_more(
    person: Arrive,
) -> None:
    alice, bob = person("Alice with a script"), person("Bob without", Way.NO_SCRIPT)
    code = asks(alice)
    bob.go("/join/")
    bob.write("The code you were given", code)
    bob.press("See what I’m asked")
    joins(bob)
    assert "moves on by itself" not in bob.text
    alice.go(alice.path).press("Look together")
    bob.follow("See if you and Alice can look", "See what I share")
