"""Leaving quickly: gone from the screen, gone behind Back, gone on the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from math import inf

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import leaving, story
from tests.browser.chromium import CHROMIUM, started
from tests.browser.leaving import go_back, shows
from tests.browser.walk import Person, Way

Arrive = Callable[..., Person]


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Browser]:
    """Chromium as people have it: with windows, a history, and pages kept for Back."""
    with started(browser.browser_type, CHROMIUM) as whole:
        yield whole


def at_home(person: Person) -> Person:
    """Somebody who has kept a picture, invited, and read both pages."""
    story.begin_alone(person)
    story.answer_without_looking(person, story.ALICE)
    mine, sheet = person.path, person.sheet
    story.ask(person, "Bob", own="Alice")
    person.go(mine)
    person.go(f"{sheet}short/5/")
    assert shows(person.page)
    return person


@pytest.mark.parametrize("way", Way)
def test_leaving_hides_the_page_and_ends_the_visit(person: Arrive, way: Way) -> None:
    alice = at_home(person(f"Alice leaving {way}", way))
    before, sheet = alice.page.context.cookies(), alice.sheet
    alice.press("Leave this page" if way is Way.KEYBOARD else "Leave quickly")
    assert alice.path == "/left/"
    assert alice.page.title() == "Notes"
    assert go_back(alice.page) == []
    here = {cookie.get("name") for cookie in alice.page.context.cookies()}
    assert not here & {"s", "h"}
    alice.page.context.add_cookies(before)  # type: ignore[arg-type]
    alice.go(sheet)
    assert alice.path == "/"
    assert shows(alice.page) == []


@pytest.mark.parametrize("how", ["Shift Shift Shift", "A Shift Shift Shift"])
def test_shift_three_times_leaves(person: Arrive, how: str) -> None:
    alice = person("Alice at Shift")
    alice.go("/join/")
    alice.page.get_by_label("The code you were given").focus()
    with alice.page.expect_navigation(url="**/left/"):
        leaving.press_keys(alice.page, how)
    assert alice.page.title() == "Notes"


def test_typing_never_leaves(person: Arrive) -> None:
    alice = person("Alice typing")
    alice.go("/join/")
    field = alice.page.get_by_label("The code you were given", exact=True)
    field.focus()
    for how in (
        "Shift+A Shift+B Shift+C Shift+D",
        "Shift Shift b Shift Shift+C Shift Shift",
        "Control+Shift Control+Shift Control+Shift",
        "Alt+Shift Shift Shift",
    ):
        leaving.press_keys(alice.page, how)
        alice.page.keyboard.press("x")
    for _ in range(3):
        field.click(modifiers=["Shift"])
    alice.page.evaluate("() => new Promise(done => setTimeout(done))")
    assert alice.path == "/join/"
    assert field.input_value() == "ABCDxbCxxx"


def with_the_wheel(page: Page) -> None:
    page.mouse.move(200, 400)
    page.mouse.wheel(60, 0)
    sees(page, "wheel")


def with_a_finger(page: Page) -> None:
    page.evaluate(
        "() => { document.body.dispatchEvent(new Event('touchstart', "
        "{ bubbles: true })) }"
    )


def with_a_drag(page: Page) -> None:
    page.mouse.move(200, 700)
    page.mouse.down()
    page.mouse.up()


def for_long(page: Page) -> None:
    page.wait_for_timeout(600)


def sees(page: Page, event: str) -> None:
    """Wait until the page has had what was done, which can be later than a key."""
    page.wait_for_function(f"() => window.seen.includes('{event}')")
    page.evaluate("() => { window.seen = [] }")


@pytest.mark.parametrize("how", [with_the_wheel, with_a_finger, with_a_drag, for_long])
def test_shift_that_helps_something_else_never_leaves(
    person: Arrive, how: Callable[[Page], None]
) -> None:
    alice = person(f"Alice {how.__name__}")
    alice.go("/learn/")
    alice.page.evaluate(
        "() => { window.seen = [];"
        " addEventListener('wheel', () => window.seen.push('wheel')) }"
    )
    for _ in range(3):
        alice.page.keyboard.down("Shift")
        how(alice.page)
        alice.page.keyboard.up("Shift")
    alice.page.evaluate("() => new Promise(done => setTimeout(done))")
    assert alice.path == "/learn/"
    with alice.page.expect_navigation(url="**/left/"):
        leaving.press_keys(alice.page, "Shift Shift Shift")


def test_leaving_one_tab_empties_the_others(person: Arrive) -> None:
    alice = person("Alice with two tabs")
    story.begin_alone(alice)
    other = alice.page.context.new_page()
    other.goto(alice.path)
    assert shows(other)
    with other.expect_navigation(url="**/left/"):
        alice.press("Leave quickly")
    assert shows(other) == []
    other.go_back()
    assert shows(other) == []


@pytest.mark.parametrize(
    ("kind", "network"), list(zip(leaving.KINDS, cycle(leaving.NETWORKS), strict=False))
)
def test_every_kind_of_page_is_gone_at_once_and_for_good(
    browser: Browser, base: str, kind: str, network: Callable[..., object]
) -> None:
    place = leaving.KINDS[kind](base, f"{kind} {network.__name__}")
    left = leaving.leave(browser, place, network, back=3)
    assert left.faults == []
    assert left.emptied < inf
