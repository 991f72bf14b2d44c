"""The words that two people compare aloud: simple things, and nothing that hurts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from coequal.content.files import text_of
from coequal.content.load import DEFAULT_LOCALE


@cache
def words_to_compare(locale: str = DEFAULT_LOCALE) -> tuple[str, ...]:
    """Return the 512 words; at which place one stands is what both sides agree on."""
    return tuple(text_of(locale, "words.txt").split())


def of(numbers: Iterable[int]) -> list[str]:
    """Return the words that stand for numbers."""
    listed = words_to_compare()
    return [listed[number] for number in numbers]
