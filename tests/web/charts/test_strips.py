"""Five steps on one line with one or two marks, and the scenes above them."""

from __future__ import annotations

import pytest
from tests.web.charts import drawn

from coequal.core.people import Pair, Seat
from coequal.web.charts import scene_pictures, strips
from coequal.web.charts.scene_pictures import Standing

NAMES = Pair(a="Alice decides", b="Bob decides")
AREAS = ("Home", "Money", "Free time", "Family and friends", "Big plans")


def signs(figure: str) -> dict[str, float]:
    """Return where each sign stands, from the left."""
    return {
        drawn.SIGNS[mark.attrib["class"]]: drawn.middle(mark)
        for mark in drawn.tree(figure).iter()
        if mark.get("class") in drawn.SIGNS
    }


@pytest.mark.parametrize("step", [0, 1, 2, 3, 4])
def test_a_mark_stands_on_its_step(step: int) -> None:
    places = signs(strips.track(Pair(a=float(step), b=None)))
    assert places == {"disc": pytest.approx(14 + step * 23)}


def test_nobody_said_anything_and_no_mark_stands_there() -> None:
    assert signs(strips.track(Pair(a=None, b=None))) == {}


def test_both_on_one_step_stand_in_register() -> None:
    figure = strips.track(Pair(a=2.0, b=2.0))
    assert "f-ours" in figure
    assert "f-ours" not in strips.track(Pair(a=2.0, b=3.0))


def test_exchanging_the_two_exchanges_the_signs() -> None:
    one = signs(strips.track(Pair(a=1.0, b=3.0)))
    other = signs(strips.track(Pair(a=3.0, b=1.0)))
    mirrored = {drawn.EXCHANGED[kind]: x for kind, x in other.items()}
    assert one == pytest.approx(mirrored, abs=0.01)


def test_the_line_of_an_area_has_its_ends_and_is_described() -> None:
    root = drawn.tree(
        strips.line(Pair(a=0.0, b=4.0), ends=NAMES, middle="the same", described="Who?")
    )
    assert root.get("aria-label") == "Who?"
    assert [one.text for one in root.iter() if one.tag.endswith("text")] == [
        "Alice decides",
        "the same",
        "Bob decides",
    ]


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("lit", range(len(AREAS)))
def test_the_deck_names_the_layer_one_is_in_and_no_other(
    standing: Standing, lit: int
) -> None:
    figure = scene_pictures.area(
        "area", areas=AREAS, lit=lit, standing=standing, described="The deck."
    )
    root = drawn.tree(figure)
    assert [one.text for one in root.iter() if one.tag.endswith("text")] == [AREAS[lit]]
    assert root.get("aria-label") == "The deck."
    arrows = sum("stroke-dasharray" in one.attrib for one in root.iter())
    assert bool(arrows) is (standing is Standing.CROSSED)


def test_the_only_area_of_all_is_a_deck_too() -> None:
    figure = scene_pictures.area(
        "area", areas=AREAS[:1], lit=0, standing=Standing.ALIKE, described="One."
    )
    assert "Home" in figure


@pytest.mark.parametrize("seat", Seat)
def test_ones_own_scene_has_one_shape_and_the_outline_of_the_other(seat: Seat) -> None:
    figure = scene_pictures.own("own", seat, described="Mine.")
    own, other = ("round", "square") if seat is Seat.A else ("square", "round")
    assert f'class="f-{own}"' in figure
    assert f'class="f-{other}"' not in figure


def test_all_areas_at_once_are_decoration() -> None:
    root = drawn.tree(scene_pictures.together("together"))
    assert root.get("aria-hidden") == "true"
