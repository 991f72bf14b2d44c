"""Take a picture of every page, for people to look at.

    .venv/bin/python tests/browser/screens.py OUTDIR [--url http://127.0.0.1:8000]

Without --url it serves from a folder of its own. Writes PAGE-WIDTH-SCHEME.png.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Page
from tests.browser.chromium import HEIGHT, chromium, profile
from tests.browser.tour import tour, two_chairs
from tests.browser.walk import Person
from tests.site.server import served

WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")
# A whole page is taken in a window as tall, so that bars stand where they belong.
TALL = "() => document.documentElement.scrollHeight"


@contextmanager
def address(url: str | None) -> Iterator[str]:
    """Give the address asked for, or of a server for this run only."""
    if url:
        yield url
        return
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server:
        yield server.base


def take(page: Page, name: str, folder: Path) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            height = max(HEIGHT, page.evaluate(TALL))
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")


def main() -> None:
    parser = argparse.ArgumentParser(description="Take a picture of every page.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--url")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with address(given.url) as base, chromium() as browser:
        alice, bob, device = (
            Person(
                name=f"{name} of {given.folder}", page=profile(browser, base).new_page()
            )
            for name in ("Alice", "Bob", "One device")
        )
        pages = chain(tour(alice, bob), two_chairs(device))
        for number, (name, who) in enumerate(pages, start=1):
            take(who.page, f"{number:02}-{name}", given.folder)
            print(name)


if __name__ == "__main__":
    main()
