"""Scenes: one evening, one ground with layers, two shapes of the same size.

Where the shapes stand tells the story; how large they are never tells anything.
"""

from __future__ import annotations

from typing import Final

from django.utils.safestring import SafeString

from coequal.web.charts import marks
from coequal.web.charts.ink import attributes, drawing, number, paint, stroke
from coequal.web.charts.shapes import Stand, pair

WIDTH: Final = 390
CARD: Final = (390, 470)
BEND: Final = 1.27
CUP: Final = "M68 35h22v12a8 8 0 0 1 -8 8h-6a8 8 0 0 1 -8 -8ZM90 38h3a5 5 0 0 1 0 10h-3"
STEAM: Final = "M75 30c-3 -4 3 -5 0 -9M83 30c-3 -4 3 -5 0 -9"


def ready(name: str, *, described: str) -> SafeString:
    """Draw four closed cards between the two: the same whoever is in."""
    stand = Stand(middle=195, feet=384, radius=44, apart=4.7, tilt=3)
    tops = ((135, 215, -5), (175, 210, -2), (215, 210, 2), (255, 215, 5))
    return card(
        sky(3, *CARD),
        sun(195, 312, 18),
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


def hills(name: str, *, described: str, found: bool) -> SafeString:
    """Draw three hills, and the sun over the middle one if the two have `found` one."""
    stand = Stand(middle=195, feet=425, radius=27, apart=0.95)
    return card(
        sky(1, *CARD),
        sun(195, 318, 27) if found else sun(118, 366, 24),
        clouds((30, 170, 60), (290, 196, 70), (240, 110, 60)),
        f'<path d="M-70 440L58 342 176 440Z" {paint("deep")}/>',
        f'<path d="M66 450L195 322 324 450Z" {paint("ground")}/>',
        f'<path d="M214 440L334 346 460 440Z" {paint("deep")}/>',
        pair(name, stand, moving=found),
        hill(420, CARD[1], bend=0.96),
        furrows(444, 462, bend=0.96),
        described=described,
    )


def breath() -> SafeString:
    """Draw a shape and a cup of tea on the ground: half way, for whoever answers."""
    return drawing(
        sky(1, 112, 64),
        sun(94, 17, 8),
        clouds((10, 15, 20)),
        marks.disc(40, 40, 17, look=paint("round", "on", 4)),
        f'<path d="{CUP}" {paint("on")}/>',
        f'<path d="{STEAM}" {paint(edge="on", width=2.4)} stroke-linecap="round"/>',
        hill(54, 64, width=112, bend=0.4),
        size=(112, 64),
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
