"""The scenes of the start page and of the homes: who stands there, and what lies there.

They show only what is public. Of two, the one in seat A is the disc, on every page.
"""

from __future__ import annotations

from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString

from coequal.core.people import Pair, Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import (
    PRINT,
    attributes,
    drawing,
    fit,
    number,
    paint,
    stroke,
    words,
)
from coequal.web.charts.scene import (
    BEND,
    CARD,
    card,
    clouds,
    furrows,
    hill,
    sky,
    sun,
)
from coequal.web.charts.shapes import Stand, only, pair

NAME_ROOM: Final = 150
ARCS: Final = (
    ("M138 362C164 338 226 338 250 362", "M238.7 360.4L253 365 249.9 350.3", "round"),
    ("M248 394C222 376 176 376 148 394", "M152 382.8L145 396 160 395.5", "sink"),
)
"""From each to the other: a line, its head, and the ink; the second one is dotted."""
LYING: Final = ((120, 420, -6), (162, 414, -2), (204, 414, 3), (246, 420, 6))
"""Where the four cards lie, and how they are turned."""


def start(name: str, *, asked: str, answers: Pair[str], described: str) -> SafeString:
    """Draw two who each think that the other does it: an example, in their words."""
    return drawing(
        sky(1, *CARD),
        sun(195, 404, 30),
        clouds((36, 60, 80), (250, 40, 96)),
        pair(name, Stand(middle=195, feet=422, radius=35, apart=5.6)),
        hill(414, CARD[1], bend=BEND),
        furrows(438, 460, bend=BEND),
        *(_arrow(*arc) for arc in ARCS),
        words(asked, 195, 311, size=16, weight=500, anchor="middle", colour="ink"),
        _quoted(answers.a, 96),
        _quoted(answers.b, 294),
        size=CARD,
        described=described,
        cover="xMidYMax slice",
        names=True,
    )


def _quoted(text: str, x: float) -> str:
    look = attributes(
        x=x,
        y=342,
        class_="tv f-ink",
        fill=PRINT["ink"],
        font_family="serif",
        font_size=21,
        text_anchor="middle",
    )
    return f"<text {look}>{escape(fit(text, units=170, size=21))}</text>"


def _arrow(line: str, head: str, colour: str) -> str:
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    look = f'fill="none" {stroke(colour, 4.5)} {ends}'
    dots = ' stroke-dasharray=".1 10"' if colour == "sink" else ""
    return f'<path d="{line}" {look}{dots}/><path d="{head}" {look}/>'


def of_two(
    name: str, names: Pair[str], *, described: str, cards: bool = False
) -> SafeString:
    """Draw both, half printed over each other; with `cards`, four lie before them."""
    lying = "".join(_card(*place) for place in LYING) if cards else ""
    return drawing(
        sky(2, *CARD),
        sun(70, 392, 27),
        clouds((40, 100, 84), (262, 180, 70), (300, 250, 52)),
        pair(name, Stand(middle=195, feet=404, radius=42, apart=0.98), moving=True),
        hill(398, CARD[1], bend=BEND),
        furrows(424, bend=BEND),
        lying or _named(names.a, 188, "end") + _named(names.b, 212, "start"),
        size=CARD,
        described=described,
        cover="xMidYMax slice",
        names=True,
    )


def _named(text: str, x: float, anchor: str) -> str:
    shown = fit(text, units=NAME_ROOM, size=16)
    return words(shown, x, 452, size=16, weight=600, anchor=anchor, colour="on")


def _card(x: int, y: int, turn: int) -> str:
    line = paint(edge="ground", width=1.6)
    back = attributes(x=x - 17, y=y - 25, width=34, height=50, rx=4)
    look = paint("on", "ground", 2)
    return (
        f'<g transform="rotate({turn} {x} {y})"><rect {back} {look}/>'
        f"{marks.disc(x - 4, y - 3, 5.4, look=line)}"
        f"{marks.square(x + 3.7, y - 2.9, 5.4, look=line)}"
        f'<path d="M{x - 11} {y + 12}c8-3 14-3 22 0" {line}/></g>'
    )


def alone(name: str, *, described: str) -> SafeString:
    """Draw one, and a dotted place beside: room for somebody."""
    stand = Stand(middle=226, feet=402, radius=42, apart=2.14)
    x, y = stand.place(Seat.B)
    dots = attributes(stroke_dasharray="0.1 11", stroke_linecap="round")
    turn = f'transform="rotate({number(stand.tilt)} {number(x)} {number(y)})"'
    place = marks.square(
        x, y, stand.radius, look=f"{paint(edge='on', width=4.5)} {dots} {turn}"
    )
    return card(
        sky(1, *CARD),
        sun(64, 388, 24),
        clouds((44, 120, 70), (250, 180, 84)),
        only(name, stand, Seat.A),
        place,
        hill(398, CARD[1], bend=BEND),
        furrows(424, 450, bend=BEND),
        described=described,
    )
