"""Learn on a phone: short, the search first, and every guide at most two taps away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.browser.walk import Person

PHONE: Final = {"width": 375, "height": 667}
MOST_SCREENS: Final = 4
TALL: Final = "() => document.documentElement.scrollHeight"
WIDE: Final = "() => document.documentElement.scrollWidth"
TOP: Final = "one => one.getBoundingClientRect().top"

Arrive = Callable[..., Person]


def test_learn_is_four_screens_at_most_and_the_search_comes_first(
    person: Arrive,
) -> None:
    alice = person("Alice on her phone")
    alice.page.set_viewport_size(PHONE)
    alice.go("/learn/")
    assert alice.page.evaluate(TALL) <= MOST_SCREENS * PHONE["height"]
    assert alice.page.evaluate(WIDE) == PHONE["width"]
    search = alice.page.locator("#words").evaluate(TOP)
    assert 0 < search < PHONE["height"] / 2
    assert search < alice.page.locator("main a").first.evaluate(TOP)


def test_a_heading_opens_its_guides_without_a_script(person: Arrive) -> None:
    alice = person("Alice on her phone")
    alice.page.set_viewport_size(PHONE)
    alice.go("/learn/")
    guide = alice.page.locator('main a[href="/learn/boundaries/"]')
    assert not guide.is_visible()
    alice.page.get_by_text("What keeps it good").click()
    assert guide.is_visible()
    guide.click()
    assert alice.path == "/learn/boundaries/"


def test_a_guide_says_the_most_in_two_screens_and_all_of_it_when_opened(
    person: Arrive,
) -> None:
    alice = person("Alice on her phone")
    alice.page.set_viewport_size(PHONE)
    alice.go("/learn/boundaries/")
    gist = alice.page.locator("section[aria-labelledby=gist]")
    assert gist.evaluate("one => one.getBoundingClientRect().bottom") <= (
        2 * PHONE["height"]
    )
    whole = alice.page.locator("main .guide")
    assert not whole.is_visible()
    alice.page.get_by_text("The whole guide").click()
    assert whole.is_visible()


def test_on_paper_a_guide_stands_whole_with_its_sources(person: Arrive) -> None:
    alice = person("Alice at the printer")
    alice.go("/learn/boundaries/")
    alice.page.emulate_media(media="print")
    for part in ("main .guide h2", "main .guide p", "main details .points"):
        assert all(one.is_visible() for one in alice.page.locator(part).all())
        assert alice.page.locator(part).first.is_visible()
