"""Two browsers, two people, one real server. No network beyond loopback."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page
from tests.browser.chromium import SHELL, chromium, profile
from tests.browser.walk import Person, Way
from tests.site.server import served

NUMBERS = count(1)
OPEN = ("data:", "about:", "chrome-error:")
# Whatever a page would leave in a browser is said aloud, and so is a complaint.
KEEPS_NOTHING = """() => {
  const aloud = (where, how) => {
    where[how] = () => { console.error(`the page keeps something: ${how}`) };
  };
  aloud(Storage.prototype, "setItem");
  aloud(IDBFactory.prototype, "open");
  if ("caches" in window) aloud(CacheStorage.prototype, "open");
  if (navigator.serviceWorker) aloud(ServiceWorkerContainer.prototype, "register");
}"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if SHELL is None:
        reason = "NO CHROMIUM: browser tests did not run. apt install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium(SHELL) as running:
        yield running


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `coequal serve`, as people run it."""
    with served(tmp_path_factory.mktemp("served")) as server:
        yield server.base


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What browsers complained about. A test takes out what it caused on purpose."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def opened(
    browser: Browser, base: str, complaints: list[str]
) -> Iterator[Callable[..., Page]]:
    """Open a page of a new person: `opened(script=False)` is without JavaScript."""
    contexts: list[BrowserContext] = []

    def open_page(**wishes: object) -> Page:
        context = profile(browser, base, **wishes)  # type: ignore[arg-type]
        contexts.append(context)
        context.add_init_script(f"({KEEPS_NOTHING})()")
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked(request.url))
        return page

    def heard(said: ConsoleMessage) -> None:
        # A page may answer 404 or 422 in a person's own words; nothing else may.
        where = str(said.location.get("url", ""))
        of_a_page = where.startswith(base) and "/static/" not in where
        # Who tabs before a page is whole has the focus, and keeps it.
        is_fine = ("Cleared data types", "Autofocus processing was blocked")
        left = any(one in said.text for one in is_fine)
        if not left and not (of_a_page and "status of 4" in said.text):
            complaints.append(f"{where}: {said.text}")

    def asked(url: str) -> None:
        if not url.startswith((base, *OPEN)):
            complaints.append(f"asked {url}")

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def person(opened: Callable[..., Page]) -> Callable[..., Person]:
    """Somebody new with a browser: `person("Alice", Way.KEYBOARD)`."""

    def arrive(name: str, way: Way = Way.MOUSE, **wishes: object) -> Person:
        page = opened(script=way is not Way.NO_SCRIPT, **wishes)
        # Tests share a server, and some share names: there nobody is a namesake's twin.
        phrase = f"four plain words, number {next(NUMBERS)}"
        return Person(name=name, page=page, way=way, phrase=phrase)

    return arrive
