from __future__ import annotations

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st
from tests.web.charts import drawn

from coequal.core.people import Pair
from coequal.errors import Unsound
from coequal.web.charts import lately

NAMES = Pair(a="Alice", b="Bob")
SHARE = st.floats(0, 1)


def figure(low: float, high: float, labels: Pair[str] = NAMES) -> SafeString:
    return lately.figure("wish", labels=labels, ends=(low, high), described="Between.")


def band(drawing: str) -> tuple[float, float]:
    (one,) = (
        mark
        for mark in drawn.tree(drawing).findall("rect")
        if mark.get("fill") == "url(#wish-ab)"
    )
    start = float(one.attrib["x"])
    return start, start + float(one.attrib["width"])


@given(SHARE, SHARE)
def test_exchanging_the_seats_mirrors_the_band(one: float, other: float) -> None:
    low, high = sorted((one, other))
    start, end = band(figure(low, high))
    first, last = band(figure(1 - high, 1 - low, NAMES.mirrored))
    assert last - first == pytest.approx(end - start, abs=0.05)
    if end - start > 1.1:
        assert (first, last) == pytest.approx(
            (lately.WIDTH - end, lately.WIDTH - start), abs=0.05
        )


def test_all_of_it_lies_at_the_sign_whose_wish_it_was() -> None:
    assert lately.place(1.0) == lately.EDGE
    assert lately.place(0.0) == lately.WIDTH - lately.EDGE
    assert band(figure(0.0, 1.0)) == (lately.EDGE, lately.WIDTH - lately.EDGE)


def test_each_sign_stands_at_its_end_over_its_name() -> None:
    tree = drawn.tree(figure(0.2, 0.7))
    signs = {
        drawn.SIGNS.get(one.get("class", "")): drawn.middle(one)
        for one in tree
        if one.get("class") in drawn.SIGNS
    }
    assert signs == {"disc": 16, "square": pytest.approx(lately.WIDTH - 16)}
    assert ["".join(one.itertext()) for one in tree.findall("text")] == ["Alice", "Bob"]


def test_it_says_aloud_what_it_shows_and_has_ids_of_its_own() -> None:
    drawing = figure(0.2, 0.7)
    assert drawn.tree(drawing).get("aria-label") == "Between."
    assert drawn.ids(drawing) == ["wish-ab"]


@pytest.mark.parametrize("ends", [(-0.1, 0.5), (0.5, 1.1), (0.6, 0.5)])
def test_what_cannot_be_is_not_drawn(ends: tuple[float, float]) -> None:
    with pytest.raises(Unsound):
        figure(*ends)
