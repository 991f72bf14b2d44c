"""What can be pressed says what happens then; no bare OK, Submit or Continue."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.docs.test_glossary import COMMENT, PROGRAMS, TAG, TEMPLATES, TRANSLATE
from tests.words.blocks import Blocks
from tests.words.pages import Read, pages

SAYS_NOTHING: Final = re.compile(
    r"ok(?:ay)?|yes|no|submit|continue|proceed|confirm|apply|done|go|go on|go ahead"
    r"|next|previous|send|enter|execute|do this|do it|change|set|update|accept|finish"
    r"|(?:click |press |tap )?here|read more|learn more|more\.*|this|link|details|open",
    re.IGNORECASE,
)
ANSWERS: Final = re.compile(r"/answers/0/(?:short|more|good|factors|carry)/0/")
"""Questions: there a button is an answer, as *More* and *Less* are."""


def bare(page: Read) -> list[str]:
    """Return what on a page can be pressed and does not say what happens."""
    buttons = () if ANSWERS.fullmatch(page.where) else page.buttons
    return [one for one in (*buttons, *page.links) if says_nothing(one)]


def says_nothing(text: str) -> bool:
    return not text or SAYS_NOTHING.fullmatch(text) is not None


def test_every_button_and_every_link_says_what_happens(db: None) -> None:
    assert {page.where: set(found) for page in pages() if (found := bare(page))} == {}


def test_no_template_has_one_that_says_nothing_in_whatever_state() -> None:
    found = {
        path.name: bare_ones
        for path in TEMPLATES
        if (bare_ones := [one for one in _written(path) if one and says_nothing(one)])
    }
    assert found == {}


def test_no_program_hands_one_on() -> None:
    found = {
        path.name: bare_ones
        for path in PROGRAMS
        if (bare_ones := [one for one in _handed_on(path) if says_nothing(one)])
    }
    assert found == {}


def _written(path: Path) -> list[str]:
    """Return what can be pressed in a template, as far as its words stand there."""
    bare = COMMENT.sub("", path.read_text("utf-8"))
    words = TRANSLATE.sub(lambda found: found[1][1:-1], bare)
    return _all(Blocks(TAG.sub(" ", words)).pressed.values())


def _handed_on(path: Path) -> Iterator[str]:
    """Yield what a program says that a button or a link is to read."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.keyword) and node.arg in {"act", "way"}:
            yield from (
                str(one.value)
                for one in ast.walk(node.value)
                if isinstance(one, ast.Constant)
            )


PRESSED: Final[dict[str, Callable[[str], str]]] = {
    "button": "<button>{}</button>".format,
    "a": '<p>See <a href="/">{}</a>.</p>'.format,
    "summary": "<details><summary><b>{}</b></summary></details>".format,
}


@pytest.mark.parametrize("tag", PRESSED)
@pytest.mark.parametrize("text", ["OK", "Submit", "Continue", "Here", "<svg></svg>"])
def test_one_that_says_nothing_would_be_found(tag: str, text: str) -> None:
    page = Blocks(PRESSED[tag](text))
    assert [one for one in _all(page.pressed.values()) if says_nothing(one)]


def test_what_a_picture_is_called_is_what_its_button_says() -> None:
    page = Blocks('<button><svg aria-label="Leave quickly"></svg></button>')
    assert page.pressed["button"] == ["Leave quickly"]


def _all(found: Iterable[list[str]]) -> list[str]:
    return [one for some in found for one in some]
