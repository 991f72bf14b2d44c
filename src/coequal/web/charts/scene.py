"""Scenes: one evening, one ground with layers, two shapes of the same size.

Where the shapes stand tells the story; how large they are never tells anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Pair
from coequal.web.charts import marks
from coequal.web.charts.ink import (
    attributes,
    drawing,
    fit,
    number,
    paint,
    stroke,
    words,
)
from coequal.web.charts.shapes import Stand, pair

WIDTH: Final = 390
CARD: Final = (390, 470)
LAYER: Final = 37
BEND: Final = 1.27
DOTS: Final = 'stroke-opacity=".6" stroke-dasharray="1 5" stroke-linecap="round"'
# A made-up pair, as steps from 0 to 4.
SHOWN: Final = (
    Pair(a=3.0, b=2.0),
    Pair(a=3.0, b=1.5),
    Pair(a=2.2, b=2.2),
    Pair(a=2.0, b=2.6),
    Pair(a=1.5, b=3.0),
)


def start(name: str, *, areas: Sequence[str], described: str) -> SafeString:
    """Draw the first scene: each layer of the ground is one area of life."""
    top = 139
    height = top + LAYER * len(areas) - 6
    layers = (
        hill(top + LAYER * at, height, tone=("ground", "deep")[at % 2])
        for at in range(len(areas))
    )
    labels = (
        _layer(area, said, top + LAYER * at + 18)
        for at, (area, said) in enumerate(zip(areas, SHOWN, strict=False))
    )
    return drawing(
        sky(1, WIDTH, height),
        sun(332, 42, 19),
        pair(name, Stand(middle=195, feet=134, radius=51, apart=1.16), moving=True),
        *layers,
        *labels,
        size=(WIDTH, height),
        described=described,
        cover="xMidYMid slice",
    )


def _layer(area: str, said: Pair[float], y: float) -> str:
    label = words(
        fit(area, units=152, size=14.5), 20, y, size=14.5, weight=600, colour="on"
    )
    scale = f'<path d="M176 {number(y - 6)}H368" {paint(edge="on")} {DOTS}/>'
    places = said.map(lambda step: 200 + 40 * step)
    if said.a == said.b:
        return label + scale + marks.same(places.a, y - 6, 8.5, edge="on")
    return (
        label
        + scale
        + marks.disc(places.a, y - 6, 8.5, look=paint("round", "on", 2))
        + marks.square(places.b, y - 6, 8.5, look=paint("square", "on", 2))
    )


def ready(name: str, *, described: str) -> SafeString:
    """Draw four closed cards between the two: the same whoever is in."""
    stand = Stand(middle=195, feet=384, radius=44, apart=4.7, tilt=3)
    tops = ((135, 215, -5), (175, 210, -2), (215, 210, 2), (255, 215, 5))
    return card(
        sky(3, *CARD),
        sun(318, 236, 22),
        clouds((60, 110, 70), (96, 130, 84), (36, 222, 46)),
        pair(name, stand),
        hill(388, CARD[1], bend=BEND),
        furrows(422, 450, bend=BEND),
        *(_closed(x, y + 170, turn) for x, y, turn in tops),
        described=described,
    )


def _closed(x: int, y: int, turn: int) -> str:
    line = paint(edge="ours")
    spot = f'transform="rotate({turn} {x} {y})"'
    waves = " ".join(f"M{x - 12} {y + at}c8 -3.2 16 -3.2 24 0" for at in (7, 13))
    back = attributes(x=x - 18, y=y - 26, width=36, height=50, rx=4)
    return (
        f"<g {spot}><rect {back} {paint('paper', 'ground', 2)}/>"
        f'<path d="{waves}" {line}/>'
        f"{marks.disc(x - 4, y - 6, 5.4, look=line)}"
        f"{marks.square(x + 3.7, y - 5.9, 5.4, look=line)}</g>"
    )


def opened(name: str, *, described: str) -> SafeString:
    """Draw the two close together at sundown: it is open."""
    stand = Stand(middle=195, feet=386, radius=62, apart=0.9)
    return card(
        sky(2, *CARD),
        sun(96, 330, 34),
        clouds((250, 150, 84), (290, 170, 60), (44, 214, 60)),
        pair(name, stand, moving=True),
        hill(392, CARD[1], bend=BEND),
        furrows(420, 442, 464, bend=BEND),
        described=described,
    )


def banner(
    name: str, *, described: str = "", apart: float = 1.16, evening: int = 2
) -> SafeString:
    """Draw a low, wide scene; `apart` in radii, `evening` from 1 to 4."""
    stand = Stand(middle=334, feet=132, radius=40, apart=apart)
    return drawing(
        sky(evening, 780, 180),
        sun(500, 118, 36),
        pair(name, stand),
        hill(137, 180, width=780, bend=BEND),
        furrows(163, width=780, bend=BEND),
        size=(780, 180),
        described=described,
        cover="xMidYMax slice",
    )


def card(*parts: str, described: str) -> SafeString:
    """Close the scene of a card; where it is cut, only sky goes."""
    return drawing(*parts, size=CARD, described=described, cover="xMidYMax slice")


def sky(evening: int, width: float, height: float) -> str:
    """Fill the sky: 1 afternoon, 2 sundown, 3 dusk, 4 night."""
    box = attributes(width=width, height=height)
    return f"<rect {box} {paint(f'sky{evening}')}/>"


def sun(x: float, y: float, r: float) -> str:
    """Draw the sun."""
    return marks.disc(x, y, r, look=paint("on"))


def clouds(*places: tuple[int, int, int]) -> str:
    """Draw clouds from left end, height and length."""
    look = f'fill="none" {stroke("on", 9)} stroke-linecap="round" stroke-opacity=".55"'
    path = "".join(f"M{x} {y}h{length}" for x, y, length in places)
    return f'<path d="{path}" {look}/>'


def hill(
    y: float,
    floor: float,
    *,
    width: float = WIDTH,
    bend: float = 1.0,
    tone: str = "ground",
) -> str:
    """Draw one layer of the ground, over the feet of whoever stands on it."""
    path = f"{_arch(y, width, bend)}V{number(floor)}H0Z"
    return f'<path d="{path}" {paint(tone)}/>'


def furrows(*heights: float, width: float = WIDTH, bend: float = 1.0) -> str:
    """Draw lines across the ground."""
    path = "".join(_arch(y, width, bend) for y in heights)
    return f'<path d="{path}" {paint(edge="on", width=1.4)} stroke-opacity=".55"/>'


def _arch(y: float, width: float, bend: float) -> str:
    crest = number(y - 14.63 * bend)
    quarter = width / 4
    return (
        f"M0 {number(y)}C{number(quarter)} {crest} "
        f"{number(3 * quarter)} {crest} {number(width)} {number(y)}"
    )
