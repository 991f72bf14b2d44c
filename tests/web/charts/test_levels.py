from __future__ import annotations

import re
from typing import TypeAlias, TypeVar

from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st
from tests.web.charts import drawn

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.web.charts import levels

T = TypeVar("T")
Numbers: TypeAlias = Pair[int | None]
Told: TypeAlias = Pair[Numbers]
Levels: TypeAlias = Pair[Estimate | None]

STEPS = ["none", "a little", "some", "a lot", "all of it"]
NAMES = Pair(a="Alice", b="Bob")
NONE = Pair(a=None, b=None)


def pairs(one: st.SearchStrategy[T]) -> st.SearchStrategy[Pair[T]]:
    return st.builds(Pair, a=one, b=one)


@st.composite
def estimates(draw: st.DrawFn) -> Estimate:
    value = draw(st.floats(-2, 6))
    width = draw(st.floats(0.1, 3))
    return Estimate(value=value, low=value - width, high=value + width)


SAID = st.none() | st.integers(0, 4)
LEVEL = st.none() | estimates()
WISH = st.none() | st.integers(-2, 2)


def joint(
    said: Told,
    level: Levels,
    wish: Numbers,
    *,
    labels: Pair[str] = NAMES,
    name: str = "home",
    described: str = "Home.",
) -> SafeString:
    return levels.joint(
        name,
        labels=labels,
        said=said,
        level=level,
        wish=wish,
        steps=STEPS,
        described=described,
    )


def own(
    said: Numbers, level: Levels, wish: int | None, *, seat: Seat = Seat.A
) -> SafeString:
    return levels.own(
        "home",
        labels=NAMES,
        said=said,
        level=level,
        wish=wish,
        steps=STEPS,
        described="Home, your answers.",
        seat=seat,
    )


@given(said=pairs(pairs(SAID)), level=pairs(LEVEL), wish=pairs(WISH))
def test_exchanging_the_seats_exchanges_disc_and_square_and_nothing_else(
    said: Told, level: Levels, wish: Numbers
) -> None:
    before = drawn.rows(joint(said, level, wish))
    mirrored = said.mirrored.map(lambda told: told.mirrored)
    after = drawn.rows(
        joint(mirrored, level.mirrored, wish.mirrored, labels=NAMES.mirrored)
    )
    assert after == {name: row.exchanged for name, row in before.items()}


@given(said=pairs(SAID), level=pairs(LEVEL), wish=WISH)
def test_ones_own_figure_looks_alike_from_either_seat(
    said: Numbers, level: Levels, wish: int | None
) -> None:
    before = drawn.rows(own(said, level, wish))
    after = drawn.rows(own(said, level, wish, seat=Seat.B))
    assert after == {name: row.exchanged for name, row in before.items()}


@given(said=pairs(pairs(SAID)), level=pairs(LEVEL), wish=pairs(WISH))
def test_nothing_stands_outside_the_drawing(
    said: Told, level: Levels, wish: Numbers
) -> None:
    for row in drawn.rows(joint(said, level, wish)).values():
        for _, x in row.signs:
            assert 12 <= x <= levels.WIDTH - 12
        for mark in row.rest:
            if mark.startswith("band"):
                left, width = (float(number) for number in mark.split()[1:])
                assert left >= 0
                assert left + width <= levels.WIDTH
            elif shaft := re.match(r"s-ink M(\S+) \S+h(\S+)m", mark):
                tip = float(shaft[1]) + float(shaft[2])
                assert 1.2 <= tip <= levels.WIDTH - 1.2


def test_two_who_said_the_same_stand_in_register() -> None:
    said = Pair(a=Pair(a=3, b=1), b=Pair(a=3, b=2))
    rows = drawn.rows(joint(said, NONE, NONE))
    assert rows["Alice"].signs == {("both", levels.at(3))}
    assert rows["Bob"].signs == {("disc", levels.at(1)), ("square", levels.at(2))}


def test_who_said_nothing_has_no_sign_and_no_wish() -> None:
    said = Pair(a=Pair(a=None, b=None), b=Pair(a=2, b=None))
    rows = drawn.rows(joint(said, NONE, Pair(a=2, b=-1)))
    assert rows["Alice"].signs == {("square", levels.at(2))}
    assert rows["Bob"].signs == frozenset()
    assert not any("s-ink" in mark for row in rows.values() for mark in row.rest)


def test_a_wish_for_much_more_is_a_longer_arrow_than_one_for_more() -> None:
    said = Pair(a=2, b=2)
    tips = [
        float(re.findall(r"h([\d.]+)m", own(said, NONE, wish))[0]) for wish in (1, 2)
    ]
    assert tips == sorted(tips)
    assert tips[0] < tips[1]


def test_a_wish_for_less_points_the_other_way() -> None:
    said = Pair(a=2, b=2)
    more, less = (own(said, NONE, wish) for wish in (1, -1))
    assert re.search(r"h16m", more)
    assert re.search(r"h-16m", less)


def test_good_as_it_is_is_a_line_under_the_sign_and_no_arrow() -> None:
    said = Pair(a=2, b=2)
    marks = drawn.rows(own(said, NONE, 0))["Alice"].rest
    assert len(marks) == 1
    assert next(iter(marks)).endswith("h14")


def test_the_figure_is_a_picture_with_its_description() -> None:
    root = drawn.tree(joint(Pair(a=NONE, b=NONE), NONE, NONE))
    assert root.get("role") == "img"
    assert root.get("aria-label") == "Home."


def test_names_and_descriptions_are_escaped() -> None:
    nasty = "<script>\"'&"
    figure = joint(
        Pair(a=NONE, b=NONE),
        NONE,
        NONE,
        labels=Pair(a=nasty, b="Bob"),
        described=nasty,
    )
    assert "<script" not in figure
    assert drawn.tree(figure).get("aria-label") == nasty
    assert nasty in drawn.rows(figure)


def test_a_very_long_name_is_cut_and_stays_inside() -> None:
    labels = Pair(a="W" * 200, b="Bob")
    figure = joint(Pair(a=NONE, b=NONE), NONE, NONE, labels=labels)
    (shown,) = (name for name in drawn.rows(figure) if name != "Bob")
    assert shown.endswith("…")
    assert len(shown) < 30


def test_two_figures_of_one_page_share_no_id() -> None:
    said = Pair(a=NONE, b=NONE)
    found = [
        name
        for figure in (
            joint(said, NONE, NONE, name="home"),
            joint(said, NONE, NONE, name="money"),
        )
        for name in drawn.ids(figure)
    ]
    assert len(found) == len(set(found)) == 4


def test_every_pattern_that_is_used_is_defined() -> None:
    level = Pair(a=Estimate(value=1, low=0, high=2), b=Estimate(value=3, low=2, high=4))
    figure = joint(Pair(a=NONE, b=NONE), level, NONE)
    assert set(re.findall(r"url\(#([^)]+)\)", figure)) == set(drawn.ids(figure))


def before(earlier: Told) -> SafeString:
    said = Pair(a=Pair(a=2, b=2), b=Pair(a=2, b=2))
    return levels.joint(
        "home",
        labels=NAMES,
        said=said,
        level=NONE,
        wish=NONE,
        steps=STEPS,
        described="Home.",
        earlier=earlier,
    )


def test_what_was_said_before_stands_hollow_beside_what_is_said_now() -> None:
    figure = before(Pair(a=Pair(a=0, b=None), b=Pair(a=3, b=None)))
    assert drawn.hollow(figure) == [
        [("disc", levels.at(0)), ("square", levels.at(3))],
        [],
    ]
    assert drawn.rows(figure)["Alice"].signs == {("both", levels.at(2))}


def test_two_who_said_the_same_before_stand_in_register_then() -> None:
    figure = before(Pair(a=Pair(a=1, b=None), b=Pair(a=1, b=None)))
    (disc, square), _ = drawn.hollow(figure)
    assert disc[0] == "disc"
    assert square[0] == "square"
    assert (disc[1] + square[1]) / 2 == levels.at(1)
    assert disc[1] < square[1]


@given(earlier=pairs(pairs(SAID)))
def test_before_too_the_seats_are_exchanged_and_nothing_else(earlier: Told) -> None:
    one, two = drawn.hollow(before(earlier))
    mirrored = before(earlier.mirrored.map(lambda told: told.mirrored))
    assert [_places(row) for row in drawn.hollow(mirrored)] == [
        {(drawn.EXCHANGED[kind], x) for kind, x in _places(row)} for row in (two, one)
    ]


def _places(row: list[tuple[str, float]]) -> set[tuple[str, float]]:
    """Return the signs of a row; two in register stand in one place."""
    if len(row) == 2 and row[0][1] != row[1][1] and abs(row[0][1] - row[1][1]) < 30:
        return {("both", round((row[0][1] + row[1][1]) / 2, 1))}
    return {(kind, round(x, 1)) for kind, x in row}


def test_a_figure_of_one_time_has_no_room_for_another() -> None:
    heights = [
        float(drawn.tree(one).attrib["viewBox"].split()[3])
        for one in (
            joint(Pair(a=NONE, b=NONE), NONE, NONE),
            before(Pair(a=NONE, b=NONE)),
        )
    ]
    assert heights[0] < heights[1]


def test_ones_own_figure_shows_both_times_in_ones_own_sign() -> None:
    figure = levels.own(
        "home",
        labels=NAMES,
        said=Pair(a=1, b=2),
        level=NONE,
        wish=None,
        steps=STEPS,
        described="Home, your answers.",
        earlier=Pair(a=3, b=None),
        seat=Seat.B,
    )
    assert drawn.hollow(figure) == [[("square", levels.at(3))], []]
