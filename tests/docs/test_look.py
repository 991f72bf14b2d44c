"""docs/look.md shows what there is, and nothing that is not."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Page
from tests.browser import tour, tour_weeks
from tests.browser.moved_clock import MovedClock
from tests.browser.walk import Person

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src" / "coequal" / "web"
CSS = WEB / "static" / "css"
PAGE = (ROOT / "docs" / "look.md").read_text(encoding="utf-8")
PICTURES = ROOT / "docs" / "look"
SHEETS = PICTURES / "pages"
LARGEST = 800_000  # bytes of all pictures of components together
LARGEST_SHEETS = 12_000_000

NAMED = set(re.findall(r"`([^`]+)`", PAGE))
SHOWN = re.findall(r"\]\(look/([\w-]+\.png)\)", PAGE)
TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
CLASSES = {name[1:] for name in NAMED if name.startswith(".")}


def style(name: str) -> str:
    text = (CSS / f"{name}.css").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def classes(name: str) -> set[str]:
    """Return the classes that a style sheet knows."""
    selectors = re.findall(r"([^{};]*)\{", style(name))
    return {one for text in selectors for one in re.findall(r"\.([a-z][\w-]*)", text)}


def used() -> set[str]:
    """Return the classes that templates use."""
    found: set[str] = set()
    for template in (WEB / "templates").rglob("*.html"):
        bare = TAG.sub(" ", template.read_text(encoding="utf-8"))
        for value in re.findall(r'class="([^"]*)"', bare):
            found |= set(value.split())
    return found


def test_every_component_that_templates_use_is_named() -> None:
    shared = ("components", "figures", "rows", "scenes")
    known = set().union(*map(classes, shared)) & used()
    assert len(known) > 40
    assert sorted(known - CLASSES) == []


def test_every_class_that_is_named_exists() -> None:
    sheets = [path.stem for path in CSS.glob("*.css")]
    known = set().union(*(classes(name) for name in sheets))
    assert sorted(CLASSES - known) == []


def test_every_token_that_is_named_exists_and_every_token_is_named() -> None:
    tokens = set(re.findall(r"(--[\w-]+):", style("tokens")))
    named = {name for name in NAMED if name.startswith("--")}
    assert sorted(named - tokens) == []
    spaces = {f"--s{size}" for size in range(1, 8)} | {"--r1", "--r2", "--r3"}
    assert sorted(tokens - named - spaces) == []


def test_every_module_of_figures_is_named() -> None:
    modules = {path.stem for path in (WEB / "charts").glob("[a-z]*.py")}
    heads = " ".join(re.findall(r"^### .*$", PAGE, re.MULTILINE))
    assert sorted(modules - set(re.findall(r"`(\w+)`", heads))) == []


@pytest.mark.parametrize("kind", ["levels", "gaps", "trend", "split", "turns", "week"])
def test_every_kind_of_figure_is_shown_in_light_and_dark(kind: str) -> None:
    assert (WEB / "charts" / f"{kind}.py").exists()
    assert {f"{kind}-light.png", f"{kind}-dark.png"} <= set(SHOWN)


def test_the_pictures_are_those_that_are_shown_and_small() -> None:
    there = {path.name: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert sorted(there) == sorted(set(SHOWN))
    assert sum(there.values()) < LARGEST


def test_every_picture_is_drawn_by_the_page_of_components() -> None:
    parts = re.findall(
        r'data-shown="(\w+)"', (ROOT / "docs" / "look.html").read_text("utf-8")
    )
    drawn = {f"{part}-{scheme}.png" for part in parts for scheme in ("light", "dark")}
    assert drawn == set(SHOWN)


def test_every_part_of_the_tour_has_a_sheet_that_is_shown() -> None:
    nobody = Person(name="", page=cast("Page", None))
    today = {*tour.by_part(nobody, nobody), "guess me", "try it as both"}
    clock = MovedClock(file=Path())
    parts = {*today, *tour_weeks.by_part(nobody, nobody, clock)}
    named = set(re.findall(r"\]\(look/pages/([\w-]+)\.webp\)", PAGE))
    there = {path.stem: path.stat().st_size for path in SHEETS.iterdir()}
    assert named == set(there) == {one.replace(" ", "-") for one in parts}
    assert sum(there.values()) < LARGEST_SHEETS


def test_every_template_that_is_named_exists() -> None:
    named = [name for name in NAMED if re.fullmatch(r"[\w/]+\.html", name)]
    assert named
    assert [one for one in named if not (WEB / "templates" / one).exists()] == []


def test_the_components_can_be_drawn() -> None:
    path = ROOT / "docs" / "look.py"
    spec = importlib.util.spec_from_file_location("look", path)
    assert spec
    assert spec.loader
    look = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(look)
    drawn = look.page()
    parts = set(re.findall(r'data-shown="([\w-]+)"', drawn))
    assert {
        f"{part}-{scheme}.png" for part in parts for scheme in ("light", "dark")
    } == {path.name for path in PICTURES.glob("*.png")}
