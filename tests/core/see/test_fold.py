from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.content.load import content
from coequal.content.versions import content_of
from coequal.core.entry import Audience, Shred
from coequal.core.people import PairType
from coequal.core.see.answers import NOBODY, answers_to
from coequal.core.see.entries import READY, Answer, Opening, Sheet, Sitting
from coequal.core.see.fold import (
    given_on,
    next_page,
    opened_given,
    opened_version,
    present_sitting,
    standing,
)
from coequal.core.see.instrument import GUESS, Instrument
from coequal.core.see.versions import Given, read
from coequal.errors import Refused

E = TypeVar("E")
SHEET = b"Bob"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Generic[E]):
    ref: bytes
    entry: E
    answers: tuple[bytes, ...] = ()
    at: int = 0


def answer(item: str, value: int | str, **other: object) -> Answer:
    form = {"instrument": "short", "version": 1, "pair": "partners"}
    fields = form | {"sheet": SHEET, "sitting": 1, "item": item, "value": value}
    return Answer(**(fields | other))  # type: ignore[arg-type]


def answered(records: list[Written[Answer]]) -> Given:
    form = content(PairType.PARTNERS).instrument
    return given_on(form, records, sheet=SHEET, sitting=1)


def opening(
    area: str, values: dict[str, int | str], *, sitting: int = 1, version: int = 1
) -> Opening:
    return Opening(area=area, round=sitting, version=version, values=values)


REFS = st.integers(0, 7).map(lambda n: bytes([n]))
LIVES = st.lists(
    st.builds(
        Written,
        ref=REFS,
        entry=st.tuples(st.sampled_from("xy"), st.integers(0, 4)),
        answers=st.lists(REFS, max_size=3).map(tuple),
        at=st.integers(0, 3),
    ),
    max_size=8,
    unique_by=lambda record: record.ref,
)


def key(entry: tuple[str, int]) -> str:
    return entry[0]


def test_answers_stay_with_their_author_and_an_opening_waits() -> None:
    assert (Sheet.kind, Sheet.audience) == ("sheet", Audience.NOTES)
    assert (Answer.kind, Answer.audience) == ("answer", Audience.NOTES)
    assert (Opening.kind, Opening.audience) == ("opening", Audience.WAITING)
    assert (Sitting.kind, Sitting.audience) == ("sitting", Audience.NOTES)
    assert Sheet.shred is Answer.shred is Shred.AUTHOR
    assert Opening.shred is Shred.NEVER


def test_what_is_replaced_no_longer_stands() -> None:
    first = Written(ref=b"1", entry=("x", 1), at=9)
    second = Written(ref=b"2", entry=("x", 2), answers=(b"1",), at=5)

    assert standing([second, first], key) == {"x": second}


def test_of_two_that_nobody_replaced_the_later_stands() -> None:
    early = Written(ref=b"9", entry=("x", 1), at=1)
    late = Written(ref=b"1", entry=("x", 2), at=2)
    same_second = Written(ref=b"2", entry=("x", 3), at=2)

    assert standing([late, early], key)["x"] is late
    assert standing([late, same_second], key)["x"] is same_second


def test_an_entry_that_names_itself_still_stands() -> None:
    odd = Written(ref=b"1", entry=("x", 1), answers=(b"1",))

    assert standing([odd], key) == {"x": odd}


def test_entries_that_replace_one_another_in_a_circle_leave_the_latest() -> None:
    one = Written(ref=b"1", entry=("x", 1), answers=(b"2",), at=1)
    two = Written(ref=b"2", entry=("x", 2), answers=(b"1",), at=2)

    assert standing([one, two], key) == {"x": two}


@given(records=LIVES, data=st.data())
def test_any_subset_in_any_order_folds_to_one_record_a_key(
    records: list[Written[tuple[str, int]]], data: st.DataObject
) -> None:
    subset = [record for record in records if data.draw(st.booleans())]
    shuffled = data.draw(st.permutations(subset))

    found = standing(shuffled, key)

    assert found == standing(subset, key)
    assert set(found) == {key(record.entry) for record in subset}
    assert all(key(record.entry) == name for name, record in found.items())


@given(records=LIVES)
def test_a_replacement_of_everything_that_stands_stands(
    records: list[Written[tuple[str, int]]],
) -> None:
    heads = tuple(record.ref for record in records)
    newest = Written(ref=b"new", entry=("x", 0), answers=heads, at=-1)

    assert standing([*records, newest], key)["x"] is newest


def test_answers_are_folded_from_one_sheet_in_one_sitting() -> None:
    records = [
        Written(ref=b"1", entry=answer("home.mine", 1)),
        Written(ref=b"2", entry=answer("home.mine", 3), answers=(b"1",)),
        Written(ref=b"3", entry=answer("home.wish", "skip")),
        Written(ref=b"4", entry=answer("money.mine", 4, sitting=2)),
        Written(ref=b"6", entry=answer("money.mine", 4, pair="friends")),
        Written(ref=b"7", entry=answer("money.mine", 4, instrument="long")),
        Written(ref=b"8", entry=answer("money.mine", 4, sheet=b"Carol")),
        Written(ref=b"9", entry=answer("good.glad", 2)),
    ]

    assert answered(records) == {
        "home.mine": 3,
        "home.wish": "skip",
        "good.glad": 2,
    }


def test_an_answer_to_other_words_leaves_the_first_where_it_is() -> None:
    first = Written(ref=b"1", entry=answer("home.mine", 1))
    anew = Written(ref=b"2", entry=answer("home.mine@2", 3, version=2), at=5)

    assert answered([anew, first]) == {"home.mine": 1, "home.mine@2": 3}


def test_what_one_answers_about_one_person_is_unmoved_by_any_other_sheet() -> None:
    about_bob = Written(ref=b"1", entry=answer("home.mine", 1))
    about_carol = Written(
        ref=b"2", entry=answer("home.mine", 3, sheet=b"Carol"), answers=(b"1",), at=5
    )

    assert answered([about_carol, about_bob]) == answered([about_bob])


@given(
    records=st.lists(
        st.builds(
            Written,
            ref=REFS,
            answers=st.lists(REFS, max_size=2).map(tuple),
            at=st.integers(0, 2),
            entry=st.builds(
                answer,
                st.sampled_from(["home.mine", "plans.wish", "garage.mine", ""]),
                st.one_of(st.integers(-9, 9), st.sampled_from(["na", "", "5"])),
            ),
        ),
        max_size=8,
    )
)
def test_damaged_answers_fold_to_less_and_never_fail(
    form: Instrument, records: list[Written[Answer]]
) -> None:
    folded = read(form, answered(records))

    assert answers_to(form, folded.given) == folded


def test_an_opening_counts_only_for_the_open_items_of_its_own_part(
    form: Instrument,
) -> None:
    records = [
        Written(ref=b"1", entry=opening("home", {"home.mine@2": 2, "money.mine@2": 4})),
        Written(ref=b"2", entry=opening("process", {"process.give_in@2": 4})),
        Written(
            ref=b"3", entry=opening("trust", {"trust.word@2": 1, "trust.backed@2": 9})
        ),
        Written(ref=b"4", entry=opening("plans", {"plans.mine@2": 1}, sitting=2)),
        Written(ref=b"5", entry=opening(READY, {})),
        Written(ref=b"6", entry=opening("garage", {"home.yours@2": 1})),
    ]

    given = opened_given(form, records, number=1)

    assert read(form, given).given == {"home.mine": 2, "trust.word": 1}


def test_a_guess_counts_only_in_the_row_of_the_area_that_it_names(
    form: Instrument,
) -> None:
    here, elsewhere = (
        [Written(ref=b"1", entry=opening("home", {"home.mine@2": 2, GUESS: value}))]
        for value in (0, 1)
    )

    assert opened_given(form, here, number=1) == {"home.mine@2": 2, GUESS: 0}
    assert opened_given(form, elsewhere, number=1) == {"home.mine@2": 2}


def test_the_first_form_asked_for_no_guess() -> None:
    first = content_of(PairType.PARTNERS, 1).instrument
    records = [Written(ref=b"1", entry=opening("home", {"home.mine": 2, GUESS: 0}))]

    assert opened_given(first, records, number=1) == {"home.mine": 2}
    assert first.guessed(0) is None


def test_what_was_opened_in_one_round_is_of_one_version() -> None:
    records = [
        Written(ref=b"1", entry=opening("home", {}, version=3)),
        Written(ref=b"2", entry=opening(READY, {}, version=3)),
        Written(ref=b"3", entry=opening(READY, {}, version=4, sitting=2)),
    ]

    assert opened_version(records, number=1) == 3
    assert opened_version(records, number=2) == 4
    assert opened_version(records, number=3) == 0


def test_one_goes_on_at_the_first_page_that_is_not_answered(form: Instrument) -> None:
    some = answers_to(form, {"home.mine": 1, "home.wish": "na"})
    most = answers_to(form, {i.id: "skip" for i in form.items if i.id != GUESS})
    short = answers_to(form, {i.id: "skip" for i in form.items if i.chapter == "short"})

    assert next_page(form, NOBODY) == form.pages[0]
    first, second = next_page(form, some), next_page(form, most)
    assert first is not None
    assert first.id == "home.yours"
    assert second is not None
    assert second.id == GUESS
    assert next_page(form, short) is None


def test_a_chapter_goes_on_at_its_own_first_page_that_is_not_answered(
    form: Instrument,
) -> None:
    more, good = form.chapter("more").pages, form.chapter("good").pages
    some = answers_to(form, {more[0].id: 1, good[0].id: "na"})
    every = answers_to(form, {page.id: "skip" for page in more})

    assert next_page(form, NOBODY, "more") == more[0]
    assert next_page(form, some, "more") == more[1]
    assert next_page(form, some, "good") == good[1]
    assert next_page(form, every, "more") is None
    with pytest.raises(Refused, match="expected a chapter"):
        next_page(form, NOBODY, "long")


def begun(*numbers: int, sheet: bytes = SHEET) -> list[Written[Sitting]]:
    return [
        Written(ref=bytes([n % 256]), entry=Sitting(sheet=sheet, number=n))
        for n in numbers
    ]


@given(numbers=st.lists(st.integers(-3, 9)))
def test_one_is_in_the_highest_sitting_one_has_begun(numbers: list[int]) -> None:
    expected = max([1, *numbers])

    assert present_sitting(begun(*numbers), sheet=SHEET) == expected
    assert present_sitting(begun(*reversed(numbers)), sheet=SHEET) == expected


def test_a_sitting_on_another_sheet_does_not_count() -> None:
    assert present_sitting(begun(4, sheet=b"Carol"), sheet=SHEET) == 1
