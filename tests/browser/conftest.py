"""Two browsers, two people. Chromium is Debian's; no network beyond loopback."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Playwright runs an event loop in this thread; the database is used in others.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        reason = "NO CHROMIUM: browser tests did not run. apt install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=QUIET, chromium_sandbox=False
        )
        yield chromium
        chromium.close()


@pytest.fixture
def opened(
    browser: Browser, live_server: object
) -> Iterator[Callable[..., Page]]:
    """Open a page of a new person: `opened(script=False)` is without JavaScript."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(*, script: bool = True, width: int = 390, scheme: str = "light") -> Page:
        context = browser.new_context(
            base_url=str(live_server),
            java_script_enabled=script,
            viewport={"width": width, "height": 844},
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: _check_origin(request.url, str(live_server)))
        return page

    def _check_origin(url: str, origin: str) -> None:
        if not url.startswith((origin, "data:", "about:")):
            complaints.append(f"asked {url}")

    yield open_page
    for context in contexts:
        context.close()
    unexpected = [text for text in complaints if "status of 4" not in text]
    assert unexpected == []
