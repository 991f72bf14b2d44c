"""At most five words have to be learned, and the glossary says what each means."""

from __future__ import annotations

from typing import Final

from tests.words.glossary import first_column
from tests.words.pages import pages

OWN: Final = "Five words of our own"
MOST: Final = 5


def test_there_are_five_at_most_and_people_read_each_of_them(db: None) -> None:
    own = first_column(OWN)
    read = "\n".join({line for page in pages() for line in page.lines}).casefold()
    assert 0 < len(own) <= MOST
    assert [word for word in own if word.casefold() not in read] == []
