from __future__ import annotations

import math
import re
from importlib.resources import files

import pytest
from tests.web.charts import drawn

from coequal.core.people import Seat
from coequal.web.charts import ink, marks


def test_disc_and_square_have_the_same_area() -> None:
    disc, square = (drawn.tree(marks.sign(seat, 0, 0)) for seat in Seat)
    area = math.pi * float(disc.attrib["r"]) ** 2
    assert float(square.attrib["width"]) == float(square.attrib["height"])
    assert float(square.attrib["width"]) ** 2 == pytest.approx(area, rel=0.002)


def test_in_register_the_two_stand_half_a_radius_to_either_side() -> None:
    both = drawn.tree(f"<g>{marks.same(100, 20)}</g>")
    disc, square = both[0], both[1]
    assert drawn.middle(disc) == 100 - marks.RADIUS / 2
    assert drawn.middle(square) == pytest.approx(100 + marks.RADIUS / 2, abs=0.01)


def test_the_overlap_lies_inside_both() -> None:
    both = drawn.tree(f"<g>{marks.same(100, 20)}</g>")
    points = re.findall(r"([\d.]+) ([\d.]+)(?=[HAZ])", both[2].attrib["d"])
    xs = [float(x) for x, _ in points if float(x) > 50]
    assert min(xs) >= drawn.middle(both[1]) - marks.SIDE * marks.RADIUS / 2 - 0.01
    assert max(xs) <= drawn.middle(both[0]) + marks.RADIUS


@pytest.mark.parametrize("seat", list(Seat))
def test_a_band_has_round_ends_for_seat_a_only(seat: Seat) -> None:
    band = drawn.tree(marks.band("home", seat, (10, 90), 5))
    assert (float(band.attrib["rx"]) > 0) is (seat is Seat.A)
    assert band.attrib["fill"] == f"url(#home-{seat.lower()})"


def test_a_band_of_no_length_can_still_be_seen() -> None:
    band = drawn.tree(marks.band("home", Seat.A, (10, 10), 5))
    assert float(band.attrib["width"]) > 0


def test_every_colour_of_print_has_its_colour_on_the_screen() -> None:
    sheet = files("coequal.web").joinpath("static/css/figures.css").read_text()
    known = set(re.findall(r"\.([fs]-\w+) \{", sheet))
    edges = {"ink", "soft", "line", "strong", "key", "paper", "on", "ground", "ours"}
    edges |= {"round", "rink", "sink"}
    fills = set(ink.PRINT) - {"key", "strong"}
    assert {f"f-{name}" for name in fills} <= known
    assert {f"s-{name}" for name in edges} <= known


def test_a_hollow_mark_has_no_empty_class() -> None:
    assert 'class=""' not in ink.paint(edge="ink")
    assert 'fill="none"' in ink.paint(edge="ink")


def test_a_text_that_fits_is_left_alone() -> None:
    assert ink.fit("a little", units=62, size=14) == "a little"


def test_nothing_is_left_of_a_text_without_room() -> None:
    assert ink.fit("home", units=1, size=14) == "…"


def test_attributes_are_escaped() -> None:
    assert ink.attributes(aria_label='"><b>') == 'aria-label="&quot;&gt;&lt;b&gt;"'


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("heard", ["heard"]),
        ("good to be with", ["good to", "be with"]),
        ("W" * 9, ["WWWW…"]),
    ],
)
def test_a_text_breaks_near_its_middle_and_only_if_it_must(
    text: str, lines: list[str]
) -> None:
    assert ink.two_lines(text, units=62, size=14) == lines


def test_a_persons_line_is_plain_for_seat_a_and_dashed_for_seat_b() -> None:
    plain, dashed = (drawn.tree(marks.own_line(seat, "M0 0H9", 3)) for seat in Seat)
    assert plain.get("stroke-dasharray") is None
    assert dashed.get("stroke-dasharray")
