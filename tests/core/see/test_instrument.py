from __future__ import annotations

import pytest

from coequal.core.see.instrument import ChapterName, Instrument, Reach
from coequal.errors import Refused


def test_an_item_is_found_by_its_id_and_knows_its_words(form: Instrument) -> None:
    wish = form.item("money.wish")

    assert (wish.min, wish.max, wish.area) == (-2, 2, "money")
    assert [wish.label(value) for value in (-2, 0, 2)] == [
        "Much less",
        "Fine as it is",
        "Much more",
    ]


def test_an_item_of_no_form_is_refused_without_control_characters(
    form: Instrument,
) -> None:
    with pytest.raises(Refused, match=r"'\\x1b\[2J': expected an item"):
        form.item("\x1b[2J")


def test_a_part_is_found_by_its_id(form: Instrument) -> None:
    assert form.part("home").title == "Home"
    assert form.part("heard").items[:2] == ("trust.word", "trust.backed")
    with pytest.raises(Refused, match="expected a part"):
        form.part("garage")


def test_areas_come_before_the_other_parts_and_the_short_form_before_more(
    form: Instrument,
) -> None:
    assert [part.id for part in form.parts] == [
        "home",
        "money",
        "free_time",
        "people",
        "plans",
        "work",
        "children",
        "care",
        "celebrations",
        "process",
        "heard",
        "carry",
        "factors",
        "good",
    ]


def test_a_chapter_is_found_by_its_name_and_the_short_form_gives_the_pages(
    form: Instrument,
) -> None:
    assert form.chapter("short").pages == form.pages
    assert form.chapter(ChapterName.GOOD).title == "How good it is between you"
    assert [chapter.id for chapter in form.chapters] == list(ChapterName)
    with pytest.raises(Refused, match="'long': expected a chapter of this form"):
        form.chapter("long")


def test_only_areas_of_the_short_form_ask_whether_they_matter_most(
    form: Instrument,
) -> None:
    for area in form.areas:
        short = area.chapter is ChapterName.SHORT
        assert area.matters == (f"{area.id}.matters" if short else None)
        assert area.items == (
            *area.open_ids,
            *([area.matters] if short else []),
        )


def test_giving_in_and_saying_no_are_never_among_what_may_be_opened(
    form: Instrument,
) -> None:
    kept = {item.id for item in form.items if item.audience is Reach.OWN}
    open_ids = {item.id for part in form.parts for item in form.open_items(part)}

    assert {"process.give_in", "process.say_no"} <= kept
    assert not kept & open_ids
    assert kept | open_ids == {item.id for item in form.items}
