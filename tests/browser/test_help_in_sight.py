"""Help on the first screen of a small phone: seen, reached, and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser.walk import Person, Way

from coequal.content.help import help_found

TEXTS = help_found().texts
PAGE = "/start-here/"
SMALL = [(375, 553), (320, 553)]
LOWEST = """() => Math.max(...[...document.querySelectorAll(".urgent *")].map(
  one => one.checkVisibility() ? one.getBoundingClientRect().bottom : 0))"""
IN_SIGHT = """one => {
  const {top, bottom, left, right} = one.getBoundingClientRect();
  return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
}"""
COVERED = """one => {
  const {top, left, width, height} = one.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  return !one.contains(there);
}"""
TALL = "one => one.getBoundingClientRect().height"
SHORTEST = """all => Math.min(...all.map(
  one => one.checkVisibility() ? one.getBoundingClientRect().height : 0))"""
FINGER = 44
TOP = "one => one.getBoundingClientRect().top"

Arrive = Callable[..., Person]


@pytest.mark.parametrize(("width", "height"), SMALL)
@pytest.mark.parametrize("way", [Way.MOUSE, Way.NO_SCRIPT])
def test_the_first_screen_holds_numbers_countries_jumps_and_what_stays(
    person: Arrive, way: Way, width: int, height: int
) -> None:
    alice = person("Alice in a hurry", way)
    alice.page.set_viewport_size({"width": width, "height": height})
    alice.go(PAGE)
    seen = alice.page.locator
    links = [*seen(".call").all(), *seen(".urgent .row").all()]
    assert len(links) == 4 + 3
    for one in [*links, seen(".urgent summary"), seen(".urgent > p")]:
        assert one.evaluate(IN_SIGHT)
        assert not one.evaluate(COVERED)
    for one in [*links, seen(".urgent summary")]:
        assert one.evaluate(TALL) >= FINGER
    assert alice.page.evaluate(LOWEST) <= height
    said = " ".join(seen(".urgent").inner_text().split())
    assert TEXTS.kept in said
    assert "Make a plan. Being safer, staying or going, at your pace." in said


def test_another_country_opens_a_list_of_numbers_to_call(person: Arrive) -> None:
    alice = person("Alice abroad", Way.NO_SCRIPT)
    alice.page.set_viewport_size({"width": 320, "height": 553})
    alice.go(PAGE)
    listed = alice.page.locator(".urgent .asked a")
    assert not listed.first.is_visible()
    alice.page.locator(".urgent summary").click()
    assert listed.count() > len(TEXTS.urgent)
    assert listed.evaluate_all(SHORTEST) >= FINGER


@pytest.mark.parametrize("way", [Way.MOUSE, Way.NO_SCRIPT])
def test_each_jump_leads_to_its_part_and_a_script_keeps_it_out_of_the_history(
    person: Arrive, way: Way
) -> None:
    alice = person("Alice who jumps", way)
    alice.go(PAGE)
    before = alice.page.evaluate("history.length")
    for jump in TEXTS.jumps:
        alice.page.locator(f'.urgent .row[href="#{jump.to}"]').click()
        part = alice.page.locator(f"#{jump.to}")
        assert part.evaluate(IN_SIGHT)
        assert not part.evaluate(COVERED)
        assert part.evaluate(TOP) < alice.page.evaluate("innerHeight") / 2
        alice.page.evaluate("scrollTo(0, 0)")
    if way is not Way.NO_SCRIPT:
        assert alice.page.evaluate("history.length") == before
        assert alice.page.url.endswith(PAGE)


def test_help_on_paper_has_every_number(person: Arrive) -> None:
    alice = person("Alice with a printer")
    alice.go(PAGE)
    alice.page.emulate_media(media="print")
    assert alice.page.locator(".urgent .asked a").evaluate_all(SHORTEST) > 0
    assert alice.page.locator(".lands h3").last.is_visible()
