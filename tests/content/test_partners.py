from __future__ import annotations

import re

import pytest

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.instrument import Reach

PARTNERS = content(PairType.PARTNERS)
FORM = PARTNERS.instrument
BANNED = re.compile(
    r"\b(win|wins|lose|loses|owe|owed|score|victim|abuser|afraid|fear|scared|"
    r"husband|wife|he|she|him|her|his|hers|boyfriend|girlfriend|should|must)\b|!",
    re.IGNORECASE,
)


def everything_people_read() -> list[str]:
    texts = [text for item in FORM.items for text in (item.text, item.short, item.hint)]
    texts += [label for item in FORM.items for label in item.labels]
    texts += [text for part in FORM.parts for text in (part.title, part.about)]
    texts += [
        text for page in FORM.pages for text in (page.title, page.text, page.hint)
    ]
    texts += [*PARTNERS.words.values(), *PARTNERS.differences.values()]
    texts += [*PARTNERS.limits.values(), *PARTNERS.lines.values()]
    return texts


def test_the_short_form_is_28_taps() -> None:
    assert len(FORM.pages) == 28
    assert [len(page.items) for page in FORM.pages].count(5) == 1
    assert FORM.pages[15].id == "matters"


def test_every_item_stands_on_exactly_one_page_and_in_exactly_one_part() -> None:
    ids = sorted(item.id for item in FORM.items)

    assert sorted(id_ for page in FORM.pages for id_ in page.items) == ids
    assert sorted(id_ for part in FORM.parts for id_ in part.items) == ids


def test_each_area_asks_for_my_say_your_say_and_a_wish() -> None:
    assert [area.id for area in FORM.areas] == [
        "home",
        "money",
        "free_time",
        "people",
        "plans",
    ]
    for area in FORM.areas:
        for asked in (area.mine, area.yours):
            assert (FORM.item(asked).min, FORM.item(asked).max) == (0, 4)
        assert (FORM.item(area.wish).min, FORM.item(area.wish).max) == (-2, 2)
        assert (FORM.item(area.matters).min, FORM.item(area.matters).max) == (0, 1)


def test_the_other_blocks_have_six_two_and_four_items() -> None:
    blocks = [item.block for item in FORM.items if item.area is None]

    assert {block: blocks.count(block) for block in blocks} == {
        "process": 6,
        "trust": 2,
        "heard": 4,
    }


def test_what_stays_ones_own_says_so() -> None:
    own = {item.id: item for item in FORM.items if item.audience is Reach.OWN}

    assert {"process.give_in", "process.say_no"} <= set(own)
    for item in own.values():
        assert "stays in your own picture" in item.hint


def test_every_scale_names_each_of_its_steps() -> None:
    for item in FORM.items:
        assert len(item.labels) == item.max - item.min + 1


@pytest.mark.parametrize("text", everything_people_read())
def test_nothing_here_scolds_grades_genders_or_asks_about_fear(text: str) -> None:
    assert text.strip() == text != ""
    assert BANNED.search(text) is None


def test_the_two_names_have_their_places() -> None:
    for sentence in PARTNERS.differences.values():
        assert sentence.format(more="Alice", less="Bob")
    assert "{more}" in PARTNERS.differences[next(iter(PARTNERS.words))]
