from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.entry import Audience, Shred
from coequal.core.people import Pair
from coequal.core.see.sign_entries import Noticed, Often, PutUp
from coequal.core.see.signs import (
    Sign,
    board,
    check_mark,
    good_first,
    marks_of,
    may_put_up,
    put_up_of,
)
from coequal.errors import Refused

E = TypeVar("E")
SHEET = b"Bob"
SIGNS = tuple(
    Sign(id=name, good=name.isupper(), text=f"We {name}.", ask=f"{name}?")
    for name in "HuBo"
)
IDS = [sign.id for sign in SIGNS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Generic[E]):
    ref: bytes
    entry: E
    answers: tuple[bytes, ...] = ()
    at: int = 0


def noticed(
    sign: str, often: int, *, at: int = 0, sheet: bytes = SHEET
) -> Written[Noticed]:
    entry = Noticed(sheet=sheet, sign=sign, often=often)
    return Written(ref=repr(entry).encode(), entry=entry, at=at)


def up(sign: str, often: int, *, sitting: int = 1, at: int = 0) -> Written[PutUp]:
    entry = PutUp(sign=sign, round=sitting, often=often)
    return Written(ref=repr(entry).encode(), entry=entry, at=at)


NAMES = st.sampled_from([*IDS, "", "nowhere"])
OFTEN = st.integers(-2, 4)
TIMES = st.integers(0, 3)
NOTICED = st.lists(
    st.builds(noticed, NAMES, OFTEN, at=TIMES, sheet=st.sampled_from([SHEET, b"x"])),
    max_size=9,
)
PUT_UP = st.lists(
    st.builds(up, NAMES, OFTEN, at=TIMES, sitting=st.integers(1, 2)), max_size=9
)
CHOSEN = st.dictionaries(
    st.sampled_from(IDS), st.sampled_from([Often.SOMETIMES, Often.OFTEN])
)


def test_marks_stay_with_their_author_and_what_is_put_up_waits() -> None:
    assert (Noticed.kind, Noticed.audience) == ("noticed", Audience.NOTES)
    assert (PutUp.kind, PutUp.audience) == ("put up", Audience.WAITING)
    assert Noticed.shred is PutUp.shred is Shred.AUTHOR


def test_the_latest_mark_on_this_sheet_stands() -> None:
    records = [
        noticed("H", 1, at=1),
        noticed("H", 2, at=2),
        noticed("u", 0),
        noticed("B", 2, sheet=b"Carol"),
    ]
    assert marks_of(SIGNS, records, sheet=SHEET) == {"H": Often.OFTEN, "u": Often.NOT}


def test_what_is_put_up_counts_in_its_own_sitting_only() -> None:
    records = [up("H", 1), up("u", 2), up("B", 2, sitting=2)]
    found = put_up_of(SIGNS, records, number=1)
    assert found == {"H": Often.SOMETIMES, "u": Often.OFTEN}


def test_dummies_and_what_nobody_knows_count_for_nothing() -> None:
    records = [up("", 0), up("nowhere", 2), up("H", 0), up("u", 3), up("B", -1)]
    assert put_up_of(SIGNS, records, number=1) == {}
    marked = [noticed("H", 3), noticed("u", -1), noticed("nowhere", 1)]
    assert marks_of(SIGNS, marked, sheet=SHEET) == {}


@given(NOTICED, st.randoms(use_true_random=False))
def test_marks_are_there_for_any_entries_in_any_order(
    records: list[Written[Noticed]], chance: Random
) -> None:
    found = marks_of(SIGNS, records, sheet=SHEET)
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert list(marks_of(SIGNS, shuffled, sheet=SHEET).items()) == list(found.items())
    assert [sign for sign in IDS if sign in found] == list(found)


@given(PUT_UP, st.randoms(use_true_random=False))
def test_what_is_put_up_is_there_for_any_entries_in_any_order(
    records: list[Written[PutUp]], chance: Random
) -> None:
    found = put_up_of(SIGNS, records, number=1)
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert put_up_of(SIGNS, shuffled, number=1) == found
    assert Often.NOT not in found.values()


@given(PUT_UP, st.data())
def test_fewer_entries_put_up_no_sign_that_was_not_there(
    records: list[Written[PutUp]], data: st.DataObject
) -> None:
    some = data.draw(st.lists(st.sampled_from(records))) if records else []
    names = {record.entry.sign for record in some}
    assert put_up_of(SIGNS, some, number=1).keys() <= names


def test_the_board_holds_what_both_put_up_good_ones_first() -> None:
    mine = {"o": Often.OFTEN, "u": Often.OFTEN, "B": Often.SOMETIMES}
    theirs = {"u": Often.SOMETIMES, "B": Often.OFTEN, "H": Often.OFTEN}
    found = board(SIGNS, Pair(a=mine, b=theirs))
    assert [one.sign.id for one in found] == ["B", "u"]
    assert found[1].said == Pair(a=Often.OFTEN, b=Often.SOMETIMES)


@given(CHOSEN, CHOSEN)
def test_exchanging_the_seats_mirrors_the_board(
    mine: dict[str, Often], theirs: dict[str, Often]
) -> None:
    put_up = Pair(a=mine, b=theirs)
    mirrored = tuple(
        replace(one, said=one.said.mirrored) for one in board(SIGNS, put_up)
    )
    assert board(SIGNS, put_up.mirrored) == mirrored


@given(CHOSEN, CHOSEN, st.sampled_from(IDS))
def test_what_only_one_put_up_changes_nothing_on_the_board(
    mine: dict[str, Often], theirs: dict[str, Often], sign: str
) -> None:
    mine.pop(sign, None)
    without = {name: often for name, often in theirs.items() if name != sign}
    before = board(SIGNS, Pair(a=mine, b=without))
    assert board(SIGNS, Pair(a=mine, b={**without, sign: Often.OFTEN})) == before


def test_good_signs_come_first_else_all_stay_in_their_order() -> None:
    assert [sign.id for sign in good_first(SIGNS)] == ["H", "B", "u", "o"]


@pytest.mark.parametrize("often", Often)
def test_a_mark_is_one_of_three(often: Often) -> None:
    assert check_mark(SIGNS, "H", int(often)) is often


@pytest.mark.parametrize(("sign", "often"), [("", 1), ("x", 1), ("H", 3), ("H", -1)])
def test_no_other_mark_is_kept(sign: str, often: int) -> None:
    with pytest.raises(Refused):
        check_mark(SIGNS, sign, often)


def test_only_what_one_notices_can_be_put_up() -> None:
    marks = {"H": Often.OFTEN, "u": Often.NOT}
    assert may_put_up(marks, "H") is Often.OFTEN
    for sign in ("u", "B", ""):
        with pytest.raises(Refused):
            may_put_up(marks, sign)
