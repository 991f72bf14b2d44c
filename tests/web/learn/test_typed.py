"""How typed words are read: by stems, with one slip, in patterns of words in order."""

from __future__ import annotations

import pytest

from coequal.web.learn.index import stems, typed
from coequal.web.learn.typed import Vocabulary, places, stem

WORDS = Vocabulary.of({"listen", "money"}, words={"listen", "money", "lister"})


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lock me in", [range(2)]),
        ("lock the door on me", []),
        ("me lock", []),
        ("lock lock me", [range(3), range(1, 3)]),
    ],
)
def test_a_pattern_is_words_in_order_with_little_between(
    text: str, found: list[range]
) -> None:
    said = [frozenset({stem(word)}) for word in text.split()]
    pattern = (frozenset({"lock"}), frozenset({"me", "us"}))
    assert list(places(said, pattern, between=1)) == found
