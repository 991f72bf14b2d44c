"""How often people find what they look for, by phrases nobody wrote for us."""

from __future__ import annotations

from typing import Final

from tests.web.learn.phrases import PHRASES, SPENT

from coequal.content.guides import library
from coequal.web.learn.danger import may_be_afraid
from coequal.web.learn.search import found

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


def test_a_right_guide_is_among_the_first_three_for_phrases_that_were_once_seen() -> (
    None
):
    missed = [
        one["words"]
        for one in SPENT["plain"]
        if {guide.slug for guide in found(one["words"])[:FIRST]}.isdisjoint(
            one["right"]
        )
    ]
    assert missed == []


def test_help_comes_first_for_everybody_who_is_afraid() -> None:
    assert [one for one in PHRASES["danger"] if not may_be_afraid(one)] == []


def test_help_comes_first_for_few_who_are_not() -> None:
    shown = [one for one in PHRASES["harmless"] if may_be_afraid(one)]
    assert len(shown) <= 0.05 * len(PHRASES["harmless"])


def test_no_phrase_of_danger_that_was_once_seen_is_missed_again() -> None:
    assert [one for one in SPENT["danger"] if not may_be_afraid(one)] == []


def test_help_comes_first_for_one_of_twenty_who_only_sound_like_it_at_most() -> None:
    shown = [one for one in SPENT["harmless"] if may_be_afraid(one)]
    assert len(shown) <= 0.05 * len(SPENT["harmless"])
