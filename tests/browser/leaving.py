"""Leaving once: from one kind of page, with one kind of network, and all that shows.

A person arrives at a page of theirs in a browser profile of their own, leaves, and
goes back ten times. What is measured is measured in the page: from the click until
nothing is left in it, and until the browser has painted that: 0 if the next page was
there before. Two cookies of the test carry that out of a page that goes at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from math import inf
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.chromium import profile
from tests.site.browser import Person
from tests.titles import TITLES

from coequal.content.load import content
from coequal.core.people import PairType

PRIVATE: Final = (
    "straight from my answers",
    "Bob",
    "You’d like",
    "How much say",
)
AT_ONCE: Final = 100
"""Milliseconds within which everything has to be gone."""
BACK: Final = 10
LATE: Final = 800
"""Milliseconds that a slow network takes for anything."""
BLAND_PATH: Final = re.compile(
    r"/((left|whom|sign-in|account|notes|start-here)/|us/\w{32}/cards/1/|mine/\w{32}/"
    r"|answers/(\w{32}/(short/\d+/)?)?)?"
)
LEAF: Final = re.compile(r'name="leaf" value="([^"]+)"')
CODE: Final = re.compile(r'<p class="code"[^>]*>(.*?)</p>', re.DOTALL)
WORDS: Final = "A long day, and nobody to tell."
ALICE: Final = "Alice with a card"
ASKED: Final = re.compile(r'name="asked" value="([0-9a-f]+)"')
PARTS: Final = ["home", "money", "process"]
MEASURE: Final = """() => {
  let began = 0;
  const after = () => performance.now() - began;
  const empty = () => document.documentElement.hidden && !document.body.children.length;
  addEventListener("click", event => { began = event.timeStamp }, true);
  addEventListener("submit", () => {
    document.cookie = `emptied=${empty() ? after() : Infinity}; Path=/`;
    requestAnimationFrame(() => setTimeout(() => {
      document.cookie = `painted=${after()}; Path=/`;
    }));
  });
}"""
ENTRIES: Final = "() => navigation.entries().map(one => new URL(one.url).pathname)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody is: the pages they came by, and what stands on the last."""

    person: Person
    paths: tuple[str, ...]
    shows: str


@dataclass(slots=True, kw_only=True)
class Left:
    """What leaving once was like: milliseconds, and whatever should not have been."""

    emptied: float = inf
    painted: float = 0
    faults: list[str] = field(default_factory=list)

    def look(self, page: Page, what: str, *, when: str) -> None:
        """Note what is still there, seen or not, and a title that says something."""
        if _stands(what, page.content()):
            self.faults.append(f"{when}: {what} on {page.url}")
        title = page.title()
        if page.url.startswith("http") and title not in TITLES:
            self.faults.append(f"{when}: the title {title!r}")


def press_keys(page: Page, keys: str) -> None:
    """Press keys one after the other: "Shift Shift+A b"."""
    for key in keys.split():
        page.keyboard.press(key)


def shows(page: Page) -> list[str]:
    """Return what of the private life stands on the page, hidden or not."""
    content = page.content()
    return [text for text in PRIVATE if _stands(text, content)]


def _stands(words: str, content: str) -> bool:
    """Look for whole words: a random token holds any three letters now and then."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", content))


def go_back(page: Page, times: int = 3) -> list[str]:
    """Press Back again and again; return all that was private on the way."""
    seen = []
    for _ in range(times):
        page.go_back()
        seen += shows(page)
    return seen


def leave(
    browser: Browser, place: Place, network: Callable[[Page], Any], *, back: int = BACK
) -> Left:
    """Show me, leave, come back; return how long it took and what was left."""
    left = Left()
    context = profile(browser, place.person.base)
    try:
        page = _arrive(context, place)
        page.evaluate(MEASURE)
        with network(page):
            page.get_by_role("button", name="Leave quickly").click(no_wait_after=True)
            page.wait_for_function("() => !document.querySelector('form.leaving')")
            left.look(page, place.shows, when="at once")
        for _ in range(back):
            page.go_back()
            left.look(page, place.shows, when="Back")
        page.goto(place.paths[-1])
        _look_at_history(page, left)
        if place.paths[-1] not in PUBLIC:
            left.look(page, place.shows, when="by its address")
        took = {one.get("name"): one.get("value") for one in context.cookies()}
        left.emptied = float(took.get("emptied") or inf)
        left.painted = float(took.get("painted") or 0)
    finally:
        context.close()
    return left


def cookies_of(person: Person) -> list[Any]:
    """Hand over who somebody is to a browser with pictures."""
    return [
        {"name": one.name, "value": one.value or "", "url": person.base}
        for one in person.jar
    ]


def _arrive(context: BrowserContext, place: Place) -> Page:
    context.add_cookies(cookies_of(place.person))
    page = context.new_page()
    for path in place.paths:
        page.goto(path)
    assert _stands(place.shows, page.content()), (page.url, place.shows)
    return page


def _look_at_history(page: Page, left: Left) -> None:
    for path in page.evaluate(ENTRIES):
        if not BLAND_PATH.fullmatch(path):
            left.faults.append(f"the history holds {path}")


@contextmanager
def online(page: Page) -> Iterator[None]:
    """Let everything arrive at once."""
    yield
    page.wait_for_url("**/left/")


@contextmanager
def slow(page: Page) -> Iterator[None]:
    """Let everything take long, until it has been seen that nothing is left."""
    devtools = page.context.new_cdp_session(page)
    speed = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
    devtools.send("Network.emulateNetworkConditions", {**speed, "latency": LATE})
    yield
    devtools.send("Network.emulateNetworkConditions", {**speed, "latency": 0})
    page.wait_for_url("**/left/")


@contextmanager
def offline(page: Page) -> Iterator[None]:
    """Take the network away, and give it back before anybody goes back."""
    page.context.set_offline(offline=True)
    yield
    page.wait_for_function("() => location.protocol === 'chrome-error:'")
    page.context.set_offline(offline=False)


NETWORKS: Final = (online, slow, offline)


def _door(base: str, name: str) -> Place:
    """Have begun: the first page offers to go on."""
    person = _begun(base)
    return Place(person=person, paths=("/whom/", "/"), shows="Go on where you were")


def _question(base: str, name: str) -> Place:
    person = _begun(base)
    sheet = person.sheet()
    paths = ("/", f"{sheet}short/1/", f"{sheet}short/2/")
    return Place(person=person, paths=paths, shows="And how much say")


def _own_picture(base: str, name: str) -> Place:
    person = _begun(base)
    _answer(person)
    mine = person.sheet().replace("answers", "mine")
    return Place(person=person, paths=("/", mine), shows="straight from my answers")


def _card(base: str, name: str) -> Place:
    """Have looked together, and sign in again: the first card names both."""
    alice, place = Person(base), _looked(base)
    alice.get("/sign-in/")
    alice.post("/sign-in/", **_keep(ALICE))
    return Place(
        person=alice, paths=("/", "/answers/", f"{place}cards/1/"), shows="Bob"
    )


@cache
def _looked(base: str) -> str:
    """Let two join, answer, open and look; return where, once for each server."""
    alice, bob = _kept(base, ALICE), Person(base)
    alice.get("/us/")
    alice.post("/us/invite/", label="Bob", own_label="Alice", pair="partners")
    place, code = alice.url.removeprefix(base), CODE.search(alice.page)
    assert code is not None
    bob.get("/join/")
    bob.post("/join/", code=re.sub(r"<[^>]+>|\s", "", code[1]))
    bob.post("/join/asked/", do="")
    for person in (alice, bob):
        _answer(person)
        person.post(f"{person.sheet()}share/", part=PARTS)
    bob.get("/join/keep/")
    bob.post("/join/keep/", **_keep("Bob with a card"))
    asked = ASKED.search(bob.page)
    assert asked is not None
    names = {"label": "Alice", "own_label": "Bob"}
    bob.post("/join/keep/", asked=asked[1], **names)
    alice.get(place)
    alice.post(f"{place}meet/")
    bob.get(place)
    bob.post(f"{place}together/")
    alice.get(f"{place}look/")
    alice.post(f"{place}look/")
    return place


def _notes(base: str, name: str) -> Place:
    """Have written a note, and read it."""
    person = _kept(base, name)
    person.get("/notes/")
    person.post("/notes/", phrase=_keep(name)["phrase"])
    person.post("/notes/", to="write")
    leaf = LEAF.search(person.page)
    assert leaf is not None
    person.post("/notes/", do="save", leaf=leaf[1], text=WORDS)
    return Place(person=person, paths=("/", "/notes/", "/notes/"), shows=WORDS)


def _help(base: str, name: str) -> Place:
    return Place(
        person=Person(base), paths=("/", "/start-here/"), shows="In danger now"
    )


def _account(base: str, name: str) -> Place:
    person = _kept(base, name)
    return Place(
        person=person, paths=("/answers/", "/account/"), shows="Delete my account"
    )


KINDS: Final[Mapping[str, Callable[[str, str], Place]]] = {
    "door": _door,
    "question": _question,
    "own picture": _own_picture,
    "card": _card,
    "Notes": _notes,
    "help": _help,
    "account": _account,
}
PUBLIC: Final = ("/", "/start-here/")
"""Where everybody may go again after leaving; what is nobody's own stands there."""


def _begun(base: str) -> Person:
    person = Person(base)
    person.begin()
    return person


def _keep(name: str) -> dict[str, str]:
    phrase = f"four plain words of {name}"
    return {"name": name, "phrase": phrase, "again": phrase}


def _kept(base: str, name: str) -> Person:
    person = _begun(base)
    person.get("/keep/")
    person.post("/keep/", **_keep(name))
    return person


def _answer(person: Person) -> None:
    form = content(PairType.PARTNERS).instrument
    sheet = person.sheet()
    for number, page in enumerate(form.pages, start=1):
        given = {"a": 1} if len(page.items) == 1 else {"a": "done", "area": "home"}
        person.post(f"{sheet}short/{number}/", **given)
