"""Every page for everybody: axe, small screens, large text, fingers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.chromium import HEIGHT
from tests.browser.tour import tour
from tests.browser.walk import Person

RULES: Final = {
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
    "main button, main a, main summary, main label, main input[type=checkbox]")
  ].filter(one => !(one.matches("p a, li a, dd a") &&
    getComputedStyle(one).display === "inline")).filter(one => {
    const box = one.getBoundingClientRect();
    return box.height && (box.height < 24 || box.width < 24)
      && !one.matches("label input");
  }).map(one => one.textContent.trim() || one.outerHTML)"""


def complaints(page: Page) -> Iterator[str]:
    """Say what keeps somebody from using this page."""
    if not page.title().endswith("Notes"):
        yield f"the title is {page.title()!r}"
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE_SCRIPT)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for broken in page.evaluate(AXE, RULES):
                yield f"{scheme} {width}: {broken}"
        yield from (f"{width} px: {what}" for what in page.evaluate(SIDEWAYS))
        yield from (f"{width}: small: {it}" for it in page.evaluate(SMALL_TARGETS))
    page.set_viewport_size({"width": 640, "height": HEIGHT})
    page.evaluate(LARGE_TEXT, "200%")
    yield from (f"200 % text: {what}" for what in page.evaluate(SIDEWAYS))
    page.evaluate(LARGE_TEXT, "")


def test_no_page_keeps_anybody_out(person: Callable[..., Person]) -> None:
    alice, bob = person("Alice on the tour"), person("Bob on the tour")
    found = [
        f"{name}: {said}"
        for name, who in tour(alice, bob)
        for said in complaints(who.page)
    ]
    assert found == []
