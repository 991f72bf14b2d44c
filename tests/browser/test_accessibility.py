"""Every page for everybody: axe, small screens, large text, fingers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from tests.browser.chromium import HEIGHT, Scheme
from tests.browser.tour import tour, two_chairs
from tests.browser.walk import Person

ALL_RULES: Final[dict[str, object]] = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What changes with colours and widths.
SEEN: Final[dict[str, object]] = {
    "runOnly": ["color-contrast", "target-size", "scrollable-region-focusable"]
}
States = tuple[tuple[int, Scheme, dict[str, object]], ...]
STATES: Final[States] = (
    (1280, "light", ALL_RULES),
    (1280, "dark", SEEN),
    (320, "light", SEEN),
    (320, "dark", ALL_RULES),
)
# Each scheme and each width, all rules once; `make prove` sees all four states.
BOTH: Final[States] = (STATES[0], (320, "dark", SEEN))
AXE: Final = """async rules => (await axe.run(rules)).violations.map(
  one => `${one.id}: ${one.nodes.map(node => node.target).join(" | ")}`)"""
OPEN_ALL: Final = """() => document.querySelectorAll("details").forEach(
  one => { one.open = true })"""
SIDEWAYS: Final = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll("*")].filter(
    one => one.getBoundingClientRect().right > width + 1).slice(0, 4).map(
    one => `${one.tagName}.${one.getAttribute("class")}`).concat("sideways");
}"""
LARGE_TEXT: Final = "size => { document.documentElement.style.fontSize = size }"
# Links inside a sentence are as large as the sentence lets them be (WCAG 2.5.8).
SMALL_TARGETS: Final = """() => [...document.querySelectorAll(
  "main button, main a, main summary, main label, main input")].filter(one => {
    const box = one.getBoundingClientRect();
    const small = box.height && (box.height < 24 || box.width < 24);
    const inSentence = one.matches("p a, li a, dd a")
      && getComputedStyle(one).display === "inline";
    return small && !inSentence && !one.matches("label input, [type=hidden]");
  }).map(one => `small target: ${one.textContent.trim() || one.outerHTML}`)"""


def complaints(page: Page, states: States) -> Iterator[str]:
    """Say what keeps somebody from using this page."""
    if not page.title().endswith("Notes"):
        yield f"the title is {page.title()!r}"
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE_SCRIPT)
    for width, scheme, rules in states:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        for script, given in ((AXE, rules), (SIDEWAYS, None), (SMALL_TARGETS, None)):
            for broken in page.evaluate(script, given):
                yield f"{width} {scheme}: {broken}"
    page.set_viewport_size({"width": 640, "height": HEIGHT})
    page.evaluate(LARGE_TEXT, "200%")
    yield from (f"200 % text: {what}" for what in page.evaluate(SIDEWAYS))
    page.evaluate(LARGE_TEXT, "")


def on_the_way(pages: Iterator[tuple[str, Person]], states: States = BOTH) -> list[str]:
    """Look at each page; one that comes back with a fault only where all are seen."""
    return [
        f"{name}: {said}"
        for name, who in pages
        if states is STATES or not name.endswith(("error", "errors"))
        for said in complaints(who.page, states)
    ]


def test_no_page_keeps_anybody_out(person: Callable[..., Person]) -> None:
    alice, bob = person("Alice on the tour"), person("Bob on the tour")
    assert on_the_way(tour(alice, bob)) == []


def test_no_page_of_two_chairs_keeps_anybody_out(
    person: Callable[..., Person],
) -> None:
    assert on_the_way(two_chairs(person("one device"))) == []
