from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from django.utils.safestring import SafeString
from tests.web.charts import drawn

from coequal.core.people import Pair, Seat
from coequal.web.charts import icons, scene, scene_homes, thumbs
from coequal.web.charts.shapes import Stand, pair
from coequal.web.rooms import ROOMS
from coequal.web.templatetags.figures import key_icon

NAMES = Pair(a="Alice", b="Bob")
SCENES = {
    "start": scene_homes.start(
        "s", asked="Who?", answers=Pair(a="He.", b="Her."), described="Two answers."
    ),
    "home": scene_homes.of_two("h", NAMES, described="Alice and Bob."),
    "cards": scene_homes.of_two("c", NAMES, described="Four cards.", cards=True),
    "ready": scene.ready("r", described="Four cards."),
    "opened": scene.opened("o", described="Close together."),
    "hills": scene.hills("i", described="The sun above.", found=True),
    "hills before": scene.hills("j", described="A low sun.", found=False),
    "banner": scene.banner("b", described="On their ground."),
}


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_a_picture_with_its_description(name: str) -> None:
    root = drawn.tree(SCENES[name])
    assert root.get("role") == "img"
    assert root.get("aria-label")


def test_scenes_of_one_page_share_no_id() -> None:
    found = [name for one in SCENES.values() for name in drawn.ids(one)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", SCENES)
def test_both_shapes_always_have_the_same_size(name: str) -> None:
    root = drawn.tree(SCENES[name])
    discs = [
        float(one.attrib["r"])
        for one in root.iter("circle")
        if one.get("class") == "f-round"
    ]
    squares = [
        float(one.attrib["width"])
        for one in root.iter("rect")
        if one.get("class") == "f-square"
    ]
    assert squares[0] ** 2 == pytest.approx(math.pi * discs[0] ** 2, rel=0.002)


def words_on(shown: SafeString) -> list[str]:
    return ["".join(one.itertext()) for one in drawn.tree(shown).iter("text")]


def test_the_home_of_two_carries_their_names_by_seat() -> None:
    assert words_on(SCENES["home"]) == ["Alice", "Bob"]
    exchanged = Pair(a="Bob", b="Alice")
    again = scene_homes.of_two("h", exchanged, described="Alice and Bob.")
    assert words_on(again) == ["Bob", "Alice"]
    assert words_on(SCENES["cards"]) == []


def test_a_name_is_escaped_and_a_long_one_is_cut() -> None:
    names = Pair(a="<b>", b="Maximiliana-Alexandrina von Hohenzollern")
    shown = scene_homes.of_two("h", names, described="Two.")
    assert "<b>" not in shown
    assert words_on(shown)[0] == "<b>"
    assert words_on(shown)[1].endswith("…")


def test_alone_the_place_of_the_other_is_dotted() -> None:
    shown = drawn.tree(scene_homes.alone("a", described="One, and room for another."))
    assert not [one for one in shown.iter("rect") if one.get("class") == "f-square"]
    dotted = [one for one in shown.iter("rect") if one.get("stroke-dasharray")]
    assert len(dotted) == 1


def test_every_row_has_a_drawing_of_its_own() -> None:
    used = {one.thumb for room in ROOMS for one in room.doors}
    kinds = sorted({*used, "pair", "people", "invited", "mine", "answers", "cards"})
    drawings = {thumbs.thumb(kind) for kind in kinds}
    assert len(drawings) == len(kinds)


def test_the_closed_cards_are_the_same_whoever_asks() -> None:
    again = scene.ready("r", described="Four cards.")
    assert again == SCENES["ready"]


def test_shapes_that_stand_apart_have_no_overprint() -> None:
    near = Stand(middle=100, feet=80, radius=20, apart=1)
    far = Stand(middle=100, feet=80, radius=20, apart=4)
    assert "clipPath" in pair("near", near)
    assert "clipPath" not in pair("far", far)


@pytest.mark.parametrize("seat", list(Seat))
def test_both_shapes_have_their_feet_on_one_ground(seat: Seat) -> None:
    stand = Stand(middle=100, feet=80, radius=20, apart=4)
    height = 20 if seat is Seat.A else 1.7725 * 20 / 2
    assert stand.place(seat)[1] + height == pytest.approx(80)


@pytest.mark.parametrize("level", range(5))
@pytest.mark.parametrize("draw", [icons.say, icons.often])
def test_a_step_fills_as_many_parts_as_its_number(
    draw: Callable[[int], SafeString], level: int
) -> None:
    filled = [one for one in drawn.tree(draw(level)) if one.get("class") == "f-ours"]
    assert len(filled) == level


@pytest.mark.parametrize("seat", list(Seat))
@pytest.mark.parametrize("level", range(7))
def test_what_an_option_is_given_fills_as_many_of_six_layers(
    seat: Seat, level: int
) -> None:
    fill = {Seat.A: "f-round", Seat.B: "f-square"}[seat]
    looks = [str(one.get("class")) for one in drawn.tree(icons.given(seat, level))]
    assert [look.startswith(fill) for look in looks] == [at < level for at in range(6)]


def test_every_wish_has_its_own_drawing() -> None:
    assert len({icons.wish(level) for level in range(-2, 3)}) == 5


def test_less_and_more_are_mirror_images() -> None:
    paths = [
        [one.attrib["d"] for one in drawn.tree(icons.wish(level)).iter("path")]
        for level in (-2, 2)
    ]
    assert [len(found) for found in paths] == [2, 2]
    places = [[float(d[1:].split()[0]) for d in found] for found in paths]
    assert [40 - x for x in places[0]] == places[1]


@pytest.mark.parametrize(
    "drawing",
    [
        icons.brand("mark"),
        icons.sign(Seat.A),
        icons.key_same(),
        icons.key_wish(),
        icons.key_fine(),
        icons.key_likely("key"),
        *(icons.key_load("load", whose) for whose in (*Seat, None)),
        icons.key_sign(Seat.B),
    ],
)
def test_small_drawings_are_decoration(drawing: SafeString) -> None:
    root = drawn.tree(drawing)
    assert root.get("aria-hidden") == "true"
    assert root.get("role") is None


@pytest.mark.parametrize(("kind", "pattern"), [("A", "a"), ("B", "b"), ("both", "ab")])
def test_the_key_of_a_split_shows_the_pattern_that_its_bars_have(
    kind: str, pattern: str
) -> None:
    shown = key_icon(f"load-{kind}")
    assert drawn.ids(shown) == [f"load-{pattern}"]
    assert f"url(#load-{pattern})" in shown
