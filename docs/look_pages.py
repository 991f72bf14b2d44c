"""Photograph every page of the tour, on contact sheets: the second half of `make look`.

A sheet is a part of the tour, and a row on it one page: at three widths, in light and
in dark, at half its size. What is longer than two screens of a phone is cut there.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from base64 import b64decode
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import tour, tour_weeks  # noqa: E402  after the path
from tests.browser.chromium import HEIGHT, chromium, profile  # noqa: E402
from tests.browser.moved_clock import MovedClock  # noqa: E402  after the path
from tests.browser.walk import Person  # noqa: E402  after the path
from tests.site.server import served  # noqa: E402  after the path

SHEETS: Final = ROOT / "docs" / "look" / "pages"
WIDTHS: Final = (320, 390, 1280)
SCHEMES: Final = ("light", "dark")
STATES: Final = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]
MOST: Final = 2 * HEIGHT
SHEET: Final = 2_040
SMALLER: Final = 2
QUALITY: Final = 32
TALL: Final = "() => document.documentElement.scrollHeight"
DRAWN: Final = """() => new Promise((then) =>
  requestAnimationFrame(() => requestAnimationFrame(then)))"""
STYLE: Final = """
  body { margin: 0; padding: 8px; background: #777; font: 14px/1.4 sans-serif; }
  h2 { margin: 12px 0 4px; font-size: 14px; color: #fff; }
  div { display: flex; gap: 8px; align-items: start; }
"""
Row = tuple[str, Sequence[Path]]


def main() -> None:
    """Write `docs/look/pages/PART.webp` for all parts of both tours, or those named."""
    named = [Path(one).stem for one in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        if not named:
            shutil.rmtree(SHEETS, ignore_errors=True)
        SHEETS.mkdir(parents=True, exist_ok=True)
        clock = MovedClock(file=Path(folder) / "later")
        clock.forward(0)
        moved = [sys.executable, "-m", "tests.browser.moved", str(clock.file)]
        with served(Path(folder) / "today") as server:
            parts = _parts(*_people(browser, server.base))
            _print_all(browser, parts, folder, named)
        with served(Path(folder) / "weeks", moved) as server:
            alice, bob, _ = _people(browser, server.base)
            weeks = tour_weeks.by_part(alice, bob, clock)
            _print_all(browser, weeks, folder, named)


def _people(browser: Browser, base: str) -> list[Person]:
    return [
        Person(name=name, page=profile(browser, base).new_page())
        for name in ("Alice", "Bob", "Two at one phone")
    ]


def _parts(alice: Person, bob: Person, device: Person) -> Mapping[str, tour.Stops]:
    return {
        **tour.by_part(alice, bob),
        "guess me": tour.guessing(device),
        "try it as both": tour.trying(device),
    }


def _print_all(
    browser: Browser,
    parts: Mapping[str, tour.Stops],
    folder: str,
    named: Sequence[str],
) -> None:
    """Print all parts, or those named: those before them are walked all the same."""
    sheets = {SHEETS / f"{one.replace(' ', '-')}.webp": one for one in parts}
    wanted = [one for one in sheets if not named or one.stem in named]
    for sheet, part in sheets.items():
        if sheet in wanted:
            rows = [(name, _taken(at.page, name, folder)) for name, at in parts[part]]
            _print(browser, rows, sheet)
            wanted.remove(sheet)
        elif wanted:
            deque(parts[part], maxlen=0)


def _taken(page: Page, name: str, folder: str) -> Sequence[Path]:
    """Take one page in all its states, in a window as tall as it: bars stand below."""
    return list(_photographs(page, Path(folder) / name))


def _photographs(page: Page, stem: Path) -> Iterator[Path]:
    for width, scheme in STATES:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        height = min(max(HEIGHT, page.evaluate(TALL)), MOST)
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(DRAWN)  # else what hangs at the bottom is still on its way
        to = stem.with_name(f"{stem.name}-{width}-{scheme}.png")
        page.screenshot(path=to)
        yield to


def _print(browser: Browser, rows: Sequence[Row], to: Path) -> None:
    parts = [
        f"<h2>{escape(name)}</h2><div>{''.join(map(_image, STATES, pictures))}</div>"
        for name, pictures in rows
    ]
    page = browser.new_page(viewport={"width": SHEET, "height": HEIGHT})
    source = rows[0][1][0].with_name("sheet.html")
    source.write_text(f"<style>{STYLE}</style>{''.join(parts)}", encoding="utf-8")
    page.goto(source.as_uri())
    page.set_viewport_size({"width": SHEET, "height": page.evaluate(TALL)})
    wish = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": True}
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", wish)
    to.write_bytes(b64decode(taken["data"]))
    page.close()


def _image(state: tuple[int, str], picture: Path) -> str:
    return f'<img src="{picture.name}" width="{state[0] // SMALLER}" alt="">'


if __name__ == "__main__":
    main()
