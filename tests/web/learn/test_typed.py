"""How typed words are read: by stems, with one slip."""

from __future__ import annotations

import pytest

from coequal.web.learn.index import stems, typed
from coequal.web.learn.typed import Vocabulary

WORDS = Vocabulary.of(
    {"listen", "money", "cop"}, words={"listen", "money", "cop", "lister"}
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("listening", {"listen"}),
        ("listenning", {"listen"}),
        ("lsiten", {"listen"}),
        ("mony", {"money"}),
        ("lister", {"lister"}),
        ("not", {"not"}),
        ("zebra", set()),
        ("cops", {"cop"}),
        ("chop", set()),
    ],
)
def test_a_word_stands_for_itself_or_for_what_is_one_slip_away(
    word: str, meant: set[str]
) -> None:
    assert WORDS.meant(word) == meant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He will not go", ["he", "wont", "go"]),
        ("she WON’T", ["she", "wont"]),
        ("they threw it", ["they", "throw", "it"]),
        ("will", ["will"]),
        ("", []),
    ],
)
def test_longer_forms_and_past_ones_are_read_as_one_word(
    text: str, words: list[str]
) -> None:
    assert typed(text) == words


def test_endings_do_not_matter() -> None:
    assert stems("listens listened listening") == ["listen"] * 3
