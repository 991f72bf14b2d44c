"""Patterns of words: at once, not at all, by groups, with a few words between."""

from __future__ import annotations

import pytest

from coequal.web.learn.pattern import Spot, all_words, places
from coequal.web.learn.typed import stem


def pattern(text: str) -> list[Spot]:
    return [
        Spot(
            stems=frozenset({stem(one) for one in word.lstrip("+!").split("/")}),
            at_once=word.startswith("+"),
            absent=word.startswith("!"),
        )
        for word in text.split()
    ]


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("lock me/us", "lock me in", [range(2)]),
        ("lock me/us", "lock the door on me", []),
        ("lock me/us", "me lock", []),
        ("lock me/us", "lock lock me", [range(3), range(1, 3)]),
        ("lock +me", "lock me", [range(2)]),
        ("lock +me", "lock the me", []),
        ("lock me !out", "lock me", [range(2)]),
        ("lock me !out", "lock me out", []),
        ("lock me !out", "lock me in out", [range(2)]),
        # The first place that fits is not always the one from which it goes on.
        ("lock me +in", "lock me me in", [range(4)]),
    ],
)
def test_a_pattern_is_words_in_order_with_little_between(
    wanted: str, text: str, found: list[range]
) -> None:
    said = [frozenset({stem(word)}) for word in text.split()]
    assert list(places(said, pattern(wanted), between=1)) == found


def test_a_group_may_name_other_groups() -> None:
    groups = {"pet": ["cat", "{big}"], "big": ["horse"]}
    assert list(all_words(["ride +{pet}", "!dog"], groups)) == [
        "ride",
        "cat",
        "horse",
        "dog",
    ]
