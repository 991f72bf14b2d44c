"""On a page of two each is called by name, and never "your partner" or so.

*My partner keeps promises* may stand there: it is what each of the two said.
"""

from __future__ import annotations

import re
from typing import Final

from tests.words.pages import pages
from tests.words.test_words_that_are_not_used import found

OF_TWO: Final = re.compile(r"/us/0/.*")
NAMELESS: Final = re.compile(
    r"\byour (?:partner|friend|flatmate|brother or sister|parent or child"
    r"|parent|grown child)\b",
    re.IGNORECASE,
)


def test_no_page_of_two_calls_somebody_by_what_they_are(db: None) -> None:
    said = [
        (page.where, line)
        for page in pages()
        if OF_TWO.fullmatch(page.where)
        for line in page.lines
    ]
    assert said
    assert found(NAMELESS, said) == {}


def test_somebody_without_a_name_would_be_found() -> None:
    said = [("/us/0/", "Your partner has a lot."), ("/us/0/", "Robin has a lot.")]
    assert found(NAMELESS, said) == {"/us/0/": {"Your partner has a lot."}}
