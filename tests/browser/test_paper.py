"""A picture on paper, printed from a dark screen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from click.testing import CliRunner
from playwright.sync_api import Browser

from coequal.cli.main import main

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
A_PAGE: Final = 1000  # pixels of A4 between its margins
STYLE: Final = "selector => getComputedStyle(document.querySelector(selector))"
HEIGHT: Final = "svg => svg.getBoundingClientRect().height"


def test_a_picture_on_paper_is_light_whole_and_has_its_tables(
    browser: Browser, tmp_path: Path
) -> None:
    written = tmp_path / "picture.html"
    pair = [str(EXAMPLES / f"{name}.json") for name in ("kim", "sam")]
    done = CliRunner().invoke(main, ["picture", *pair, "--html", str(written)])
    assert done.exit_code == 0, done.output
    page = browser.new_page(viewport={"width": 700, "height": 900}, color_scheme="dark")
    page.goto(written.as_uri())
    assert page.locator(".top").is_visible()
    assert not page.locator("table").first.is_visible()
    page.emulate_media(media="print")
    for selector in (".top", ".foot", "summary"):
        assert not page.locator(selector).first.is_visible()
    assert all(table.is_visible() for table in page.locator("table").all())
    assert page.evaluate(f"{STYLE}.backgroundColor", "body") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{STYLE}.fill", ".fig .f-ink") == "rgb(33, 27, 45)"
    figures = page.locator(".fig > svg").all()
    assert figures
    assert all(one.evaluate(HEIGHT) < A_PAGE for one in figures)
    assert page.title() == "Us"
    page.close()
