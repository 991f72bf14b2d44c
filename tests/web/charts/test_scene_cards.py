from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from django.utils.safestring import SafeString
from tests.web.charts import drawn

from coequal.core.people import Seat
from coequal.web.charts import scene_cards
from coequal.web.charts.shapes import Stand
from coequal.web.templatetags.figures import card_scene, signs_icon

CARDS = {number: card_scene(number) for number in (1, 2, 3, 4)}


@pytest.mark.parametrize("number", CARDS)
def test_a_card_is_a_picture_with_its_own_description(number: int) -> None:
    root = drawn.tree(CARDS[number])
    assert root.get("role") == "img"
    others = [CARDS[other] for other in CARDS if other != number]
    assert root.get("aria-label")
    assert all(
        root.get("aria-label") != drawn.tree(one).get("aria-label") for one in others
    )


@pytest.mark.parametrize("number", CARDS)
def test_the_sky_grows_darker_from_card_to_card(number: int) -> None:
    first = next(iter(drawn.tree(CARDS[number])))
    assert first.get("class") == f"f-sky{number}"


@pytest.mark.parametrize("number", CARDS)
def test_on_every_card_both_shapes_have_the_same_size(number: int) -> None:
    disc, square = sizes(CARDS[number], "f-round", "f-square")
    assert square**2 == pytest.approx(math.pi * disc**2, rel=0.002)


def sizes(figure: str, disc: str, square: str) -> tuple[float, float]:
    root = drawn.tree(figure)
    radius = next(one for one in root.iter("circle") if one.get("class") == disc)
    side = next(one for one in root.iter("rect") if one.get("class") == square)
    return float(radius.attrib["r"]), float(side.attrib["width"])


def test_on_the_first_card_they_overlap_and_on_no_other() -> None:
    overlaps = ["clipPath" in CARDS[number] for number in CARDS]
    assert overlaps == [True, False, False, False]


def test_on_the_second_card_each_has_an_arc_in_their_own_ink() -> None:
    inks = [one.get("class") for one in drawn.tree(CARDS[2]).iter("path")]
    assert inks.count("s-round") == inks.count("s-sink") == 2


def test_on_the_third_card_both_have_the_same_room() -> None:
    dotted = [
        one
        for one in drawn.tree(CARDS[3]).iter()
        if one.get("stroke-dasharray") == "2 9"
    ]
    disc, square = dotted
    area = math.pi * float(disc.attrib["r"]) ** 2
    assert float(square.attrib["width"]) ** 2 == pytest.approx(area, rel=0.002)


def test_on_the_last_card_five_stones_lie_between_the_two() -> None:
    stones = list(drawn.tree(CARDS[4]).iter("ellipse"))
    stand = Stand(middle=195, feet=382, radius=44, apart=4.4)
    left, right = (stand.place(seat)[0] for seat in Seat)
    assert len(stones) == 5
    assert all(left < float(one.attrib["cx"]) < right for one in stones)


@pytest.mark.parametrize(
    "draw",
    [scene_cards.alike, scene_cards.surprise, scene_cards.wish, scene_cards.step],
)
def test_a_description_is_escaped(draw: Callable[..., SafeString]) -> None:
    assert "<b>" not in draw("c", described="<b>")


def test_the_signs_of_both_are_decoration() -> None:
    root = drawn.tree(signs_icon())
    assert root.get("aria-hidden") == "true"
