"""How often people find what they look for, by phrases nobody wrote for us."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

from coequal.content.guides import library
from coequal.web.learn.danger import may_be_afraid
from coequal.web.learn.search import found

PHRASES: Final[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8")
)
FIRST: Final = 3


def test_a_right_guide_is_among_the_first_three() -> None:
    plain = PHRASES["plain"]
    known = library().guides.keys()
    hits = [
        one
        for one in plain
        if {guide.slug for guide in found(one["words"])[:FIRST]} & {*one["right"]}
    ]
    assert all({*one["right"]} & known for one in plain)
    assert len(hits) >= 0.85 * len(plain)


def test_help_comes_first_for_nine_of_ten_who_are_afraid() -> None:
    afraid = [one for one in PHRASES["danger"] if may_be_afraid(one)]
    assert len(afraid) >= 0.9 * len(PHRASES["danger"])


def test_help_comes_first_for_few_who_are_not() -> None:
    shown = [one for one in PHRASES["harmless"] if may_be_afraid(one)]
    assert len(shown) <= 0.07 * len(PHRASES["harmless"])
