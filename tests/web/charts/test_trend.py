from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st
from tests.web.charts import drawn

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.errors import Unsound
from coequal.web.charts import trend
from coequal.web.charts.trend import Lane

NAMES = Pair(a="Alice", b="Bob")
NOTHING = "No check-in yet."


def level(value: float = 3.0) -> Estimate:
    return Estimate(value=value, low=value - 0.5, high=value + 0.5)


def lane(*said: int | None, known: Sequence[Estimate | None] | None = None) -> Lane:
    return Lane(said=said, level=[level()] * len(said) if known is None else known)


@st.composite
def lanes(draw: st.DrawFn) -> Pair[Lane]:
    months = draw(st.integers(0, 8))
    said = st.none() | st.integers(0, 6)
    known = st.none() | st.builds(level, st.floats(-2, 8))
    one = st.builds(
        Lane,
        said=st.lists(said, min_size=months, max_size=months),
        level=st.lists(known, min_size=months, max_size=months),
    )
    return Pair(a=draw(one), b=draw(one))


def figure(
    shown: Pair[Lane],
    *,
    labels: Pair[str] = NAMES,
    name: str = "heard",
    dates: Mapping[int, str] | None = None,
) -> SafeString:
    return trend.figure(
        name,
        labels=labels,
        lanes=shown,
        scale=("not", "so-so", "very"),
        dates=dates or {},
        nothing=NOTHING,
        described="Being heard.",
    )


def shown_lanes(drawing: str) -> dict[str, drawn.Counter[drawn.Mark]]:
    """Return what each lane shows, without its label, by its label."""
    found = {}
    for group in drawn.tree(drawing).findall("g"):
        label, *_ = ("".join(one.itertext()) for one in group.iter("text"))
        kept = drawn.marks(group)
        found[label] = drawn.Counter(
            {mark: count for mark, count in kept.items() if label not in mark.where}
        )
    return found


def signs(drawing: str, label: str) -> list[tuple[float, float]]:
    marks = shown_lanes(drawing)[label].elements()
    places = [one.where.split() for one in marks if one.what == "sign"]
    return sorted((float(x), float(y)) for x, y in places)


@given(shown=lanes())
def test_exchanging_the_seats_exchanges_signs_patterns_and_lines_and_nothing_else(
    shown: Pair[Lane],
) -> None:
    before = shown_lanes(figure(shown))
    after = shown_lanes(figure(shown.mirrored, labels=NAMES.mirrored))
    for label, marks in before.items():
        exchanged = drawn.Counter(mark.exchanged for mark in marks.elements())
        assert after[label] == exchanged


@given(shown=lanes())
def test_nothing_leaves_its_lane(shown: Pair[Lane]) -> None:
    for marks in shown_lanes(figure(shown)).values():
        for mark in marks:
            if mark.what in {"sign", "pattern", "line"}:
                numbers = mark.where.strip("MZ").split()
                xs, ys = map(float, numbers[::2]), map(float, numbers[1::2])
                assert all(48 <= x <= trend.WIDTH - 4 for x in xs)
                assert all(28 <= y <= trend.TALL.missed for y in ys)


def test_both_lanes_have_the_same_scale_and_stand_below_one_another() -> None:
    drawing = figure(Pair(a=lane(0, 3, 6), b=lane(0, 3, 6)))
    assert signs(drawing, "Alice") == signs(drawing, "Bob")
    assert trend.TALL.lane > trend.TALL.missed
    heights = [y for _, y in signs(drawing, "Alice")]
    assert heights == [drawn.near(trend.TALL.up(step)) for step in (0, 3, 6)]


def test_a_month_without_a_check_in_has_a_short_line_and_no_sign() -> None:
    drawing = figure(Pair(a=lane(3, None, 4), b=lane(3, 3, 3)))
    assert len(signs(drawing, "Alice")) == 2
    missed = [
        mark.where
        for mark in shown_lanes(drawing)["Alice"]
        if mark.what == "path s-strong"
    ]
    assert len(missed) == 1
    assert f" {trend.TALL.missed}h" in missed[0]


def test_a_gap_in_the_level_opens_a_gap_in_band_and_line() -> None:
    known = [level(), level(), None, level(), None, level(), level()]
    drawing = figure(Pair(a=lane(*[3] * 7, known=known), b=lane(*[3] * 7)))
    kinds = [mark.what for mark in shown_lanes(drawing)["Alice"].elements()]
    assert kinds.count("pattern") == kinds.count("line") == 3
    kinds = [mark.what for mark in shown_lanes(drawing)["Bob"].elements()]
    assert kinds.count("pattern") == kinds.count("line") == 1


def test_a_single_month_has_a_sign_and_a_band_one_can_see() -> None:
    drawing = figure(Pair(a=lane(3), b=lane(None, known=[None])))
    assert [x for x, _ in signs(drawing, "Alice")] == [trend.LEFT]
    (line,) = (
        mark.where for mark in shown_lanes(drawing)["Alice"] if mark.what == "line"
    )
    first, last = float(line[1:].split()[0]), float(line.split()[2])
    assert last - first == 6


def test_without_a_check_in_the_lane_says_so() -> None:
    for months in (0, 4):
        empty = lane(*[None] * months, known=[None] * months)
        assert figure(Pair(a=empty, b=empty)).count(NOTHING) == 2
    assert NOTHING not in figure(Pair(a=lane(3), b=lane(3)))


def test_few_months_do_not_fill_the_width() -> None:
    assert trend.across(1, 2) < trend.LEFT + 40
    assert trend.across(19, 20) == pytest.approx(trend.RIGHT)


def test_sixty_months_do_not_run_into_each_other() -> None:
    drawing = drawn.tree(figure(Pair(a=lane(*[3] * 60), b=lane(*[3] * 60))))
    discs = [one for one in drawing.iter("circle") if one.get("class") != "f-sink"]
    gap = trend.across(1, 60) - trend.across(0, 60)
    assert len(discs) == 60
    assert all(2 * float(one.attrib["r"]) < gap for one in discs)


def test_dates_that_would_overlap_keep_their_line_and_leave_out_their_name() -> None:
    months = lane(*[3] * 60)
    dates = {month: f"Month {month}" for month in range(0, 60, 2)}
    root = drawn.tree(figure(Pair(a=months, b=months), dates=dates))
    ticks = [one for one in root.findall("path") if one.get("class") == "s-strong"]
    names = ["".join(one.itertext()) for one in root.findall("text")]
    assert len(ticks) == 30
    assert names[0] == "Month 0"
    assert 1 < len(names) < 8


def test_what_does_not_fit_together_is_refused() -> None:
    for broken in ((7,), (-1,)):
        with pytest.raises(Unsound):
            lane(*broken)
    with pytest.raises(Unsound):
        lane(3, 4, known=[level()])
    with pytest.raises(Unsound):
        figure(Pair(a=lane(3), b=lane(3, 3)))
    with pytest.raises(Unsound):
        figure(Pair(a=lane(3), b=lane(3)), dates={1: "July"})


def test_names_are_escaped_and_long_ones_cut() -> None:
    nasty = "<b>&"
    labels = Pair(a=nasty, b="W" * 200)
    shown = Pair(a=lane(3), b=lane(4))
    root = drawn.tree(figure(shown, labels=labels))
    texts = ["".join(one.itertext()) for one in root.iter("text")]
    assert nasty in texts
    assert any(text.endswith("…") for text in texts)
    assert max(map(len, texts)) < 30


def test_one_lane_stands_by_itself_and_a_small_one_is_lower() -> None:
    alone = trend.rows(
        "heard",
        [(Seat.B, "Bob", lane(0, 6))],
        scale=("not", "so-so", "very"),
        dates={0: "July"},
        nothing=NOTHING,
        described="Being heard.",
    )
    assert len(drawn.tree(alone).findall("g")) == 1
    assert "url(#heard-b)" in alone
    assert [y for _, y in signs(alone, "Bob")] == [trend.SMALL.low, trend.SMALL.high]
    assert trend.SMALL.missed < trend.SMALL.lane < trend.TALL.lane


def test_two_figures_of_one_page_share_no_id_and_find_their_patterns() -> None:
    shown = Pair(a=lane(3), b=lane(4))
    first, second = (figure(shown, name=name) for name in ("heard", "load"))
    assert len({*drawn.ids(first), *drawn.ids(second)}) == 4
    for seat in Seat:
        assert f"url(#heard-{seat.lower()})" in first
