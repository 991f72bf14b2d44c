from __future__ import annotations

import pytest

from coequal.core.see.instrument import GUESS, ChapterName, Instrument, Reach
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
    assert form.part("trust").items == ("trust.word", "trust.backed")
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
        "trust",
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


def test_each_area_of_the_short_form_can_be_guessed_or_that_one_does_not_know(
    form: Instrument,
) -> None:
    short = [one for one in form.areas if one.chapter is ChapterName.SHORT]
    guess = form.item(GUESS)

    assert form.pages[-1].items == (GUESS,)
    assert guess.labels == (*(one.title for one in short), "I don’t know")
    assert [form.guessed(n) for n in range(guess.max)] == [one.id for one in short]
    assert form.guessed(guess.max) is form.guessed(-1) is form.guessed("1") is None


def test_giving_in_and_saying_no_are_never_among_what_may_be_opened(
    form: Instrument,
) -> None:
    kept = {item.id for item in form.items if item.audience is Reach.OWN}
    open_ids = {item.id for part in form.parts for item in form.open_items(part)}

    assert {"process.give_in", "process.say_no"} <= kept
    assert not kept & open_ids
    assert kept | open_ids | {GUESS} == {item.id for item in form.items}
