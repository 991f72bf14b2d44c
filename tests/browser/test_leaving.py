"""Leaving quickly: gone from the screen, gone behind Back, gone on the server."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page
from tests.browser import story
from tests.browser.walk import Person, Way

Arrive = Callable[..., Person]
PRIVATE = ("How it looks from your chair", "Bob", "You would like", "How much say")


def shows(page: Page) -> list[str]:
    """Return what of the private life stands on the page, hidden or not."""
    content = page.content()
    return [text for text in PRIVATE if text in content]


def at_home(person: Person) -> Person:
    """Somebody who has kept a picture, invited, and read both pages."""
    story.begin_alone(person)
    story.answer_without_looking(person, story.ALICE)
    mine, sheet = person.path, person.sheet
    story.keep(person)
    person.follow("Later")
    story.invite(person, "Bob", own="Alice")
    person.go(mine)
    person.go(f"{sheet}short/4/")
    assert shows(person.page)
    return person


def go_back(person: Person, times: int = 3) -> list[str]:
    """Press Back again and again; return all that was private on the way."""
    seen = []
    for _ in range(times):
        person.back()
        seen += shows(person.page)
    return seen


@pytest.mark.parametrize("way", Way)
def test_leaving_hides_the_page_and_ends_the_visit(person: Arrive, way: Way) -> None:
    alice = at_home(person(f"Alice leaving {way}", way))
    before, sheet = alice.page.context.cookies(), alice.sheet
    alice.press("Leave quickly")
    assert alice.path == "/left/"
    assert alice.page.title() == "Notes"
    assert go_back(alice) == []
    here = {cookie.get("name") for cookie in alice.page.context.cookies()}
    assert not here & {"s", "h"}
    alice.page.context.add_cookies(before)  # type: ignore[arg-type]
    alice.go(sheet)
    assert alice.path == "/"
    assert shows(alice.page) == []


def test_leaving_works_without_a_network(person: Arrive, complaints: list[str]) -> None:
    alice = at_home(person("Alice offline"))
    context = alice.page.context
    context.set_offline(offline=True)
    with pytest.raises(Error, match="DISCONNECTED"):
        alice.press("Leave quickly")
    assert shows(alice.page) == []
    context.set_offline(offline=False)
    assert go_back(alice) == []
    alice.go("/us/")
    assert alice.path == "/sign-in/"
    assert all("ERR_INTERNET_DISCONNECTED" in said for said in complaints)
    complaints.clear()
