"""Somebody of twelve can read every page, and all that the terminal says.

The sentences of a page are judged together, as the formula asks for: labels and
headings are no sentences, and would make a page look easier than it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from tests.content.reading import OF_TWELVE, grade, long_sentences
from tests.words import terminal
from tests.words.pages import pages

FEWEST: Final = 50
"""Words that the formula can say something of; shorter pages are judged together."""
END: Final = re.compile(r"[.?:…]”?$")
ENDS: Final = re.compile(r"(?<=[.?:…])”?\s+")


def sentences(lines: Iterable[str]) -> list[str]:
    """Return the sentences among the lines of a page."""
    whole = (line for line in lines if END.search(line))
    split = (one for line in whole for one in ENDS.split(line))
    return [one for one in split if len(one.split()) > 2]


def hard(pages: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Say what is too hard for somebody of twelve, by the page it stands on."""
    found, short = {}, set()
    for where, lines in pages.items():
        told = sentences(lines)
        if long := [one for line in told for one in long_sentences(line)]:
            found[where] = f"long: {long}"
        elif sum(len(one.split()) for one in told) < FEWEST:
            short |= set(told)
        elif (year := grade(told)) > OF_TWELVE:
            found[where] = f"school year {year:.1f}"
    if short and (year := grade(short)) > OF_TWELVE:
        found["short pages together"] = f"school year {year:.1f}"
    return found


def test_every_page_can_be_read_by_somebody_of_twelve(db: None) -> None:
    assert hard({f"{page.who} {page.path}": page.main for page in pages()}) == {}


def test_all_that_the_terminal_says_can_be_read_by_somebody_of_twelve() -> None:
    said = defaultdict(list)
    for where, line in terminal.said():
        said[where].append(line)
    assert hard(said) == {}


OFFICE: Final = "Notification of participation requires prior authorisation by both."


def test_a_page_that_is_hard_to_read_would_be_found() -> None:
    assert hard({"/": [OFFICE] * 10})["/"].startswith("school year 2")
    assert hard({"/": ["word " * 23 + "."]})["/"].startswith("long")
    assert hard({"/": ["Look at it together."] * 20}) == {}


def test_short_pages_that_are_hard_to_read_would_be_found_together() -> None:
    assert hard({"/a/": [OFFICE], "/b/": [OFFICE[:-1] + " parties."]}).keys() == {
        "short pages together"
    }


def test_a_label_is_no_sentence() -> None:
    assert hard({"/": ["Considerations"] * 100}) == {}
