"""Whoever comes to a page first meets one word of ours at most that it doesn't explain.

Which words they are, where they are nobody's but plain English, and which sentences say
what they are, stands in `terms.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.words.pages import pages

MOST: Final = 1
TERMS: Final = Path(__file__).with_name("terms.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of ours: what finds it, what is no term, and what explains it."""

    name: str
    found: re.Pattern[str]
    plain: tuple[re.Pattern[str], ...]
    explained: tuple[re.Pattern[str], ...]

    def puzzles(self, lines: Iterable[str]) -> bool:
        """Tell whether a page uses the word and says nowhere what it is."""
        read = tuple(lines)
        used = any(self.found.search(self._less_plain(line)) for line in read)
        told = any(one.search(line) for one in self.explained for line in read)
        return used and not told

    def _less_plain(self, line: str) -> str:
        for one in self.plain:
            line = one.sub("", line)
        return line


def terms() -> Iterator[Term]:
    """Yield the words of `terms.toml`."""
    for name, said in tomllib.loads(TERMS.read_text("utf-8")).items():
        yield Term(
            name=name,
            found=_finder(said["term"]),
            plain=tuple(map(_finder, said["plain"])),
            explained=tuple(map(_finder, said["explained"])),
        )


def _finder(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def puzzling(lines: Iterable[str]) -> list[str]:
    """Return the words of ours that these lines use and do not explain."""
    read = tuple(lines)
    return [term.name for term in terms() if term.puzzles(read)]


def test_no_page_has_two_words_of_ours_that_it_does_not_explain(db: None) -> None:
    found = {
        page.where: words
        for page in pages()
        if len(words := puzzling(page.main)) > MOST
    }
    assert found == {}


def test_two_words_that_nobody_knows_would_be_found() -> None:
    page = ("The four cards", "Our picture", "Share a flat")
    assert puzzling(page) == ["card", "picture"]


def test_a_word_that_the_page_explains_puzzles_nobody() -> None:
    page = (
        "The four cards",
        "Our picture",
        "This is only what you’ve both shared.",
    )
    assert puzzling(page) == ["card"]


def test_each_word_of_the_list_is_looked_for() -> None:
    said = "area", "share", "note", "card", "picture", "ballot", "agreement"
    assert [term.name for term in terms()] == list(said)
    assert puzzling(f"Our {word}." for word in said) == list(said)
