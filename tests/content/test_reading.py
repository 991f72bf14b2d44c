"""How everything that people read is judged is right about a few words itself."""

from __future__ import annotations

import pytest
from tests.content.reading import grade, syllables

WORDS = {
    1: "you your two all comes words small friends means want stays both shared used "
    "whole knows the me be guess guide can’t you’ve friend",
    2: "about minutes sometimes rather pages ready something over answers others alone "
    "any being themselves passphrase decides options parent table wanted opened "
    "hidden question picture wishes changes quiet account flatmates machine before",
    3: "somebody nobody area idea database evening decisions serious usual different",
    4: " situation experience information",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, words in WORDS.items() for word in words.split()],
)
def test_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_short_words_in_short_sentences_are_for_everybody() -> None:
    assert grade(["You each say how it is.", "Then you look."]) < 1
    assert (
        grade(["The aforementioned considerations necessitate reconsideration."]) > 20
    )
