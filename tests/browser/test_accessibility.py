"""Every page for everybody: axe, small screens, large text, fingers.

The tour is in chapters, so that several workers share it; in one go, and with every
page in all states, `make prove` makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from tests.browser.chapters import CHAPTERS
from tests.browser.chromium import HEIGHT, Scheme
from tests.browser.walk import Person
from tests.titles import TITLES

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
# What does not change with them, for the whole page; the rest for what is new in it.
BUILT: Final[dict[str, object]] = {
    **ALL_RULES,
    "rules": {"color-contrast": {"enabled": False}},
}
BOTH: Final[States] = (
    (1280, "light", BUILT),
    (1280, "light", SEEN),
    (320, "dark", SEEN),
)
# Text and controls, each by its way from the body, which gives it its looks.
KINDS: Final = """() => {
  const kind = one => `${one.tagName}.${one.getAttribute("class")}`;
  const way = one => one ? `${way(one.parentElement)} ${kind(one)}` : "";
  const said = one => one.matches("a, button, input, select, textarea, summary")
    || [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const kinds = [...document.body.querySelectorAll("*")].filter(said).map(
    one => [way(one), one]);
  return new Map(kinds.reverse());
}"""
NAMES: Final = f"() => [...({KINDS})().keys()]"
AXE: Final = f"""async ({{rules, known}}) => {{
  const kinds = [...({KINDS})()].filter(([kind]) => !known?.includes(kind));
  if (!kinds.length) return [];
  const where = known ? {{include: kinds.map(([, one]) => one)}} : document;
  return (await axe.run(where, rules)).violations.map(
    one => `${{one.id}}: ${{one.nodes.map(node => node.target).join(" | ")}}`);
}}"""
OPEN_ALL: Final = """() => document.querySelectorAll("details").forEach(
  one => { one.open = true })"""
SIDEWAYS: Final = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll("*")].filter(
    one => one.getBoundingClientRect().right > width + 1).slice(0, 4).map(
    one => `${one.tagName}.${one.getAttribute("class")}`).concat("sideways");
}"""
# A word in two lines. Addresses and codes may break, and what is hidden has no lines.
BROKEN_WORDS: Final = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (texts.nextNode()) {
    const {data, parentElement: it} = texts.currentNode;
    if (!it.checkVisibility() || it.closest("svg, code, .code, .unseen")) continue;
    for (const {0: word, index} of data.matchAll(/[^\\s\\-/\u2014]+/g)) {
      const range = new Range();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const lines = [...range.getClientRects()].filter(box => box.width);
      const tops = new Set(lines.map(box => Math.round(box.top)));
      if (tops.size > 1 && !/\\w[.:]\\w/.test(word)) broken.push(`broken: ${word}`);
    }
  }
  return broken;
}"""
# Wherever one is on a page, *Leave quickly* is in sight.
OUT_OF_REACH: Final = """() => {
  const leave = document.querySelector("button.leave");
  if (!leave) return [];
  const said = [];
  for (const down of [0, document.documentElement.scrollHeight]) {
    scrollTo(0, down);
    const box = leave.getBoundingClientRect();
    const middle = [box.x + box.width / 2, box.y + box.height / 2];
    const met = document.elementFromPoint(...middle);
    if (!leave.contains(met)) said.push(`no way out at ${down}`);
  }
  scrollTo(0, 0);
  return said;
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


def complaints(page: Page, states: States, known: set[str]) -> Iterator[str]:
    """Say what keeps somebody from using this page; of what is known, not its looks."""
    if page.title() not in TITLES:
        yield f"the title is {page.title()!r}"
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE_SCRIPT)
    for width, scheme, rules in states:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        given = {"rules": rules, "known": [*known] if rules is SEEN and known else None}
        for broken in (*page.evaluate(AXE, given), *page.evaluate(SIDEWAYS)):
            yield f"{width} {scheme}: {broken}"
        for broken in page.evaluate(SMALL_TARGETS):
            yield f"{width} {scheme}: {broken}"
    yield from page.evaluate(BROKEN_WORDS)
    yield from page.evaluate(OUT_OF_REACH)
    page.set_viewport_size({"width": 640, "height": HEIGHT})
    page.evaluate(LARGE_TEXT, "200%")
    yield from (f"200 % text: {what}" for what in page.evaluate(SIDEWAYS))
    page.evaluate(LARGE_TEXT, "")


def on_the_way(pages: Iterator[tuple[str, Person]], known: set[str]) -> list[str]:
    """Look at each page, and at its looks where they are new; they are known then."""
    found = []
    for name, who in pages:
        found += [f"{name}: {said}" for said in complaints(who.page, BOTH, known)]
        known.update(who.page.evaluate(NAMES))
    return found


def in_every_state(pages: Iterator[tuple[str, Person]]) -> list[str]:
    """Look at all of each page, in both schemes at both widths."""
    return [
        f"{name}: {said}"
        for name, who in pages
        for said in complaints(who.page, STATES, set())
    ]


@pytest.fixture(scope="session")
def known() -> set[str]:
    """The looks that this worker has looked at, and told of: once is enough."""
    return set()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_page_keeps_anybody_out(
    person: Callable[..., Person], known: set[str], chapter: str
) -> None:
    alice, bob = person(f"Alice {chapter}"), person(f"Bob {chapter}")
    assert on_the_way(CHAPTERS[chapter](alice, bob), known) == []
