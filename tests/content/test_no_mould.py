"""Guides are not cast in one mould: after the fourth, nobody sees the machine."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final

from coequal.content.guides import library
from coequal.content.guides_file import Guide

GUIDES: Final = tuple(library().guides.values())
TARGET: Final = re.compile(r"\]\([^)]*\)")
HEADING: Final = re.compile(r"^## (.*)$", re.MULTILINE)
OPENING: Final = 3
"""Words that no two guides begin with."""
TURN: Final = 5
"""Words in a row that stand in three guides at most: a turn of phrase."""
CLOSE: Final = 4
"""The same at the end of a guide, which is short: in two at most."""


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9’]+", TARGET.sub("]", text).casefold())


def form(guide: Guide) -> str:
    """Return the order of what it is made of: text, lists, bold lines, headings."""
    kinds = (kind_of(part) for part in guide.body.split("\n\n"))
    return "".join(kind for kind, _ in groupby(kinds))


def kind_of(part: str) -> str:
    if part.startswith("## "):
        return "H"
    if re.match(r"- |\d\. ", part):
        return "L"
    return "B" if part.startswith("**") else "T"


def in_more_than(
    most: int, run: int, texts: Callable[[Guide], Iterable[str]]
) -> dict[str, set[str]]:
    """Return the runs of words that stand in more than so many guides."""
    where = defaultdict(set)
    for guide in GUIDES:
        for said in map(words, texts(guide)):
            for at in range(len(said) - run + 1):
                where[" ".join(said[at : at + run])].add(guide.slug)
    return {one: found for one, found in where.items() if len(found) > most}


def twice(said: Iterable[str]) -> list[str]:
    return [one for one, times in Counter(said).items() if times > 1]


def most_often(said: Iterable[str]) -> float:
    """Return the share of the one that is said most."""
    counted = Counter(said)
    return max(counted.values()) / counted.total()


def test_no_heading_stands_in_two_guides() -> None:
    assert twice(one for guide in GUIDES for one in HEADING.findall(guide.body)) == []


def test_no_two_guides_begin_alike_in_any_length() -> None:
    for opening in ([one.body for one in GUIDES], [one.gist[0] for one in GUIDES]):
        assert twice(" ".join(words(one)[:OPENING]) for one in opening) == []


def test_no_turn_of_phrase_goes_through_many_guides() -> None:
    assert in_more_than(3, TURN, lambda one: one.body.split("\n\n")) == {}


def test_guides_do_not_all_end_the_same_way() -> None:
    assert in_more_than(2, CLOSE, lambda one: [one.onward]) == {}
    last = (re.split(r"(?<=[.?”]) ", guide.onward)[-1] for guide in GUIDES)
    assert most_often(words(one)[0] for one in last) <= 0.3


def test_headings_do_not_all_begin_with_the_same_word() -> None:
    found = (one for guide in GUIDES for one in HEADING.findall(guide.body))
    assert most_often(words(one)[0] for one in found) <= 0.15


def test_guides_differ_in_how_they_are_built() -> None:
    assert [one for one, times in Counter(map(form, GUIDES)).items() if times > 3] == []
    listed = [guide for guide in GUIDES if "L" in form(guide)]
    assert len(listed) <= 0.8 * len(GUIDES)


def test_guides_are_as_long_as_their_question_needs() -> None:
    lengths = sorted(len(words(guide.body)) for guide in GUIDES)
    assert lengths[-1] > 2 * lengths[0]
    for shortest in lengths:
        alike = [one for one in lengths if shortest <= one < shortest + 60]
        assert len(alike) <= len(GUIDES) / 2
