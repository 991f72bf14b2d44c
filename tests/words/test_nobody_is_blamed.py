"""No page and no terminal blames, orders about or grades who reads it.

Guides and Notes may quote what people say to each other, and say that it hurts.
"""

from __future__ import annotations

import re
from typing import Final

import pytest
from tests.words import terminal
from tests.words.pages import pages
from tests.words.test_words_that_are_not_used import found

BLAMES: Final = re.compile(
    r"""\b(?:
        (?:your|my|their)\ (?:own\ )?fault|you\ (?:failed|forgot|refused)|to\ blame
        |should(?:n’t)?|ought\ to|must(?:n’t)?|you\ have\ to
        |invalid|illegal|forbidden|incorrect|denied|not\ allowed|fail(?:ed|ure)?
        |selfish|lazy|stubborn|nagg?(?:ing)?|overreact(?:ed|ing)?|unreasonable
        |too\ sensitive|toxic|narcissist\w*|manipulat\w+|dysfunctional|unhealthy
        |afraid|scared|frightened|anxious|fears?
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
OF_HELP: Final = "/start-here/"
"""Who comes here may be afraid, and finds the words for it."""


def test_no_page_but_of_learn_notes_and_help_blames_anybody(db: None) -> None:
    said = [
        (page.where, line)
        for page in pages()
        for line in page.lines
        if not page.may_name and page.where != OF_HELP
    ]
    assert found(BLAMES, said) == {}


def test_no_terminal_blames_anybody() -> None:
    assert found(BLAMES, terminal.said()) == {}


@pytest.mark.parametrize(
    "line",
    [
        "That was your fault.",
        "You should try it again.",
        "Invalid name.",
        "You failed.",
    ],
)
def test_blame_would_be_found(line: str) -> None:
    assert found(BLAMES, [("/", line)]) == {"/": {line}}
