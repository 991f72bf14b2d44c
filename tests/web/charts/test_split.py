from __future__ import annotations

import re
from itertools import pairwise

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st
from tests.web.charts import drawn

from coequal.core.people import Pair
from coequal.errors import Unsound
from coequal.web.charts import split
from coequal.web.charts.split import Slice

NOTHING = "No task here yet."
COUNT = st.integers(0, 60)


def part(a: int, both: int, b: int, name: str = "Noticing it") -> Slice:
    return Slice(name=name, alone=Pair(a=a, b=b), both=both)


def figure(*parts: Slice, name: str = "load") -> SafeString:
    return split.figure(name, parts=parts, nothing=NOTHING, described="Who carries.")


def bands(drawing: str) -> dict[str, tuple[float, float]]:
    """Return from where to where each pattern of the only row reaches."""
    (row,) = drawn.tree(drawing).findall("g")
    found = {}
    for one in row:
        whose = re.match(r"url\(#load-(a|b|ab)\)", one.get("fill", ""))
        if whose and one.tag == "path":
            found[whose[1]] = (split.FIRST, float(one.attrib["d"][1:].split()[0]))
        elif whose:
            start = float(one.attrib["x"])
            found[whose[1]] = (start, start + float(one.attrib["width"]))
    return found


def counts(drawing: str) -> list[tuple[str, float]]:
    (row,) = drawn.tree(drawing).findall("g")
    _, *texts = row.iter("text")
    return [("".join(one.itertext()), float(one.attrib["x"])) for one in texts]


@given(a=COUNT, both=COUNT, b=COUNT)
def test_exchanging_the_seats_mirrors_the_bar_and_exchanges_the_patterns(
    a: int, both: int, b: int
) -> None:
    before, after = figure(part(a, both, b)), figure(part(b, both, a))
    other = {"a": "b", "b": "a", "ab": "ab"}
    mirrored = {
        other[whose]: pytest.approx((split.WIDTH - end, split.WIDTH - start), abs=0.03)
        for whose, (start, end) in bands(before).items()
    }
    assert bands(after) == mirrored
    places = [(count, split.WIDTH - x) for count, x in reversed(counts(before))]
    assert [count for count, _ in counts(after)] == [count for count, _ in places]
    assert [x for _, x in counts(after)] == pytest.approx(
        [x for _, x in places], abs=0.03
    )


@given(a=COUNT, both=COUNT, b=COUNT)
def test_the_parts_of_a_bar_are_as_long_as_their_counts_and_fill_it(
    a: int, both: int, b: int
) -> None:
    total = a + both + b
    shown = bands(figure(part(a, both, b)))
    for whose, count in (("a", a), ("ab", both), ("b", b)):
        assert (whose in shown) is (count > 0)
        if count:
            start, end = shown[whose]
            whole = split.LAST - split.FIRST
            assert (end - start) / whole == pytest.approx(count / total, abs=0.001)


@given(a=COUNT, both=COUNT, b=COUNT)
def test_counts_keep_apart_and_inside_the_drawing(a: int, both: int, b: int) -> None:
    places = [x for _, x in counts(figure(part(a, both, b)))]
    assert all(5 <= x <= split.WIDTH - 5 for x in places)
    assert all(right - left >= 17.9 for left, right in pairwise(places))


def test_zero_has_no_band_and_no_count() -> None:
    drawing = figure(part(0, 0, 7))
    assert set(bands(drawing)) == {"b"}
    assert [count for count, _ in counts(drawing)] == ["7"]


def test_a_part_too_short_for_its_plate_has_its_count_below() -> None:
    (row,) = drawn.tree(figure(part(58, 1, 1))).findall("g")
    heights = {
        "".join(one.itertext()): float(one.attrib["y"]) for one in row.iter("text")
    }
    assert heights["58"] < split.TOP + split.THICK < heights["1"]
    plates = [one for one in row.iter("rect") if one.get("class") == "f-paper"]
    assert len(plates) == 1


def test_without_tasks_the_row_says_so() -> None:
    drawing = figure(part(0, 0, 0))
    assert NOTHING in drawing
    assert bands(drawing) == {}


def test_what_both_carry_is_in_both_patterns_and_their_colour() -> None:
    pattern = drawn.tree(figure(part(1, 1, 1))).findall("defs/pattern")[-1]
    assert pattern.attrib["id"] == "load-ab"
    assert [one.tag for one in pattern] == ["rect", "path", "circle"]
    assert pattern[0].get("class") == "f-ours"


def test_parts_stand_below_one_another_in_their_order() -> None:
    names = ["Noticing it", "Planning it", "Doing it"]
    drawing = drawn.tree(figure(*(part(1, 1, 1, name) for name in names)))
    heads = [row.find("text") for row in drawing.findall("g")]
    assert ["".join(one.itertext()) for one in heads if one is not None] == names


@pytest.mark.parametrize("counts", [(-1, 2, 3), (1, -2, 3), (1, 2, -3)])
def test_less_than_no_task_is_refused(counts: tuple[int, int, int]) -> None:
    with pytest.raises(Unsound):
        part(*counts)


def test_a_name_is_escaped_and_a_long_one_cut() -> None:
    assert "<b>" not in figure(part(1, 1, 1, "<b>"))
    assert "…" in figure(part(1, 1, 1, "W" * 90))
