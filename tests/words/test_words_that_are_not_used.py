"""No page and no terminal says a word that docs/glossary.md leaves out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import pytest
from tests.words import terminal
from tests.words.blocks import Blocks
from tests.words.glossary import forms, left_out
from tests.words.pages import pages

NOWHERE = "Words that are not used"
TRANSLATED = "What reads as translated"
GIVEN_UP = "Words of our own that we gave up"
ALL = (NOWHERE, TRANSLATED, GIVEN_UP)


def found(pattern: re.Pattern[str], said: Iterable[tuple[str, str]]) -> dict[str, set]:
    """Return the lines that hold such a word, by where they stand."""
    lines = defaultdict(set)
    for where, line in said:
        if pattern.search(line):
            lines[where].add(line)
    return dict(lines)


def test_no_page_says_a_word_that_is_left_out(db: None) -> None:
    said = [(page.where, line) for page in pages() for line in page.lines]
    assert found(left_out(NOWHERE, TRANSLATED), said) == {}


def test_no_page_but_of_learn_and_notes_says_a_word_that_we_gave_up(db: None) -> None:
    said = [
        (page.where, line)
        for page in pages()
        for line in page.lines
        if not page.may_name
    ]
    assert found(left_out(GIVEN_UP), said) == {}


def test_no_terminal_says_a_word_that_is_left_out() -> None:
    assert found(left_out(*ALL), terminal.said()) == {}


@pytest.mark.parametrize("form", [form for table in ALL for form in forms(table)])
def test_each_of_them_would_be_found(form: str) -> None:
    for html in (f"<p>Now {form} then</p>", f'<a aria-label="Now {form} then">x</a>'):
        said = [("/", line) for line in Blocks(html).lines]
        assert found(left_out(*ALL), said) == {"/": {f"Now {form} then"}}
