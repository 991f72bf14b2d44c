"""The scenes of the four cards: one evening, from afternoon to night.

The same for every pair: what is told stands in the words beside them.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import attributes, drawing, number, paint
from coequal.web.charts.scene import BEND, CARD, card, clouds, furrows, hill, sky, sun
from coequal.web.charts.shapes import Stand, pair

ROOM: Final = 66
STARS: Final = (
    *((52, 222, 1.6), (120, 204, 1.2), (206, 230, 1.5), (262, 200, 1.2)),
    *((340, 288, 1.3), (30, 290, 1.1), (164, 268, 1.1), (40, 130, 1.4)),
    *((96, 78, 1.7), (170, 142, 1.2), (236, 96, 1.5), (300, 146, 1.2)),
    *((352, 74, 1.6), (372, 200, 1.2), (84, 180, 1.2)),
)
STONES: Final = ((128, 392), (160, 399), (195, 402), (230, 399), (262, 392))


def alike(name: str, *, described: str) -> SafeString:
    """Draw the two overlapping in the afternoon: seen alike."""
    return card(
        sky(1, *CARD),
        sun(320, 254, 26),
        clouds((38, 100, 88), (70, 120, 56), (228, 136, 74), (22, 214, 52)),
        pair(name, Stand(middle=195, feet=386, radius=74, apart=0.72), moving=True),
        _ground(392, 420, 442, 464),
        described=described,
    )


def surprise(name: str, *, described: str) -> SafeString:
    """Draw the two apart at sundown, with two arcs: each looks to the other."""
    stand = Stand(middle=195, feet=388, radius=50, apart=4.5, tilt=4)
    return card(
        sky(2, *CARD),
        sun(195, 384, 38),
        clouds((220, 86, 90), (262, 106, 66), (44, 142, 70)),
        pair(name, stand, moving=True),
        _ground(392, 424, 452),
        _after(
            _line("M92 270C128 204 244 200 292 282", "round"),
            _line("M293.2 265L292 282 276.6 274.7", "round"),
            _line("M252 312C222 282 172 282 146 310", "sink", dotted=True),
            _line("M162.6 306.2L146 310 148.5 293.2", "sink"),
        ),
        described=described,
    )


def wish(name: str, *, described: str) -> SafeString:
    """Draw a dotted outline around each at dusk: room for a wish, the same for both."""
    stand = Stand(middle=195, feet=386, radius=46, apart=3.36, tilt=-3)
    return card(
        sky(3, *CARD),
        sun(300, 230, 20),
        clouds((70, 104, 60), (40, 124, 96), (200, 158, 60), (34, 232, 44)),
        _after(*(_room(stand, seat) for seat in Seat)),
        pair(name, stand, moving=True),
        _ground(392, 424, 452),
        described=described,
    )


def step(name: str, *, described: str) -> SafeString:
    """Draw flat stones between the two at night: small steps."""
    stand = Stand(middle=195, feet=382, radius=44, apart=4.4, tilt=3)
    stones = (
        f"<ellipse {attributes(cx=x, cy=y, rx=12.5, ry=5.4)} {paint('on')}/>"
        for x, y in STONES
    )
    return card(
        sky(4, *CARD),
        *(sun(*star) for star in STARS),
        sun(322, 232, 24),
        marks.disc(332, 226, 21, look=paint("sky4")),
        pair(name, stand, moving=True),
        _ground(388, 452),
        _after(*stones),
        described=described,
    )


@cache
def signs() -> SafeString:
    """Draw both signs in register, to stand beside what both said."""
    return drawing(marks.same(18, 18, 10.5), size=(36, 36))


def _ground(top: float, *lines: float) -> str:
    return hill(top, CARD[1], bend=BEND) + furrows(*lines, bend=BEND)


def _after(*parts: str) -> str:
    return f'<g class="after">{"".join(parts)}</g>'


def _line(path: str, colour: str, *, dotted: bool = False) -> str:
    ends = attributes(stroke_linecap="round", stroke_linejoin="round")
    dots = ' stroke-dasharray="1 10"' if dotted else ""
    return f'<path d="{path}" {paint(edge=colour, width=5)} {ends}{dots}/>'


def _room(stand: Stand, seat: Seat) -> str:
    x, y = stand.place(seat)
    dots = attributes(stroke_dasharray="2 9", stroke_linecap="round")
    look = f"{paint(edge='on', width=3)} {dots}"
    if seat is Seat.A:
        return marks.disc(x, y, ROOM, look=look)
    turn = f'transform="rotate({number(stand.tilt)} {number(x)} {number(y)})"'
    return marks.square(x, y, ROOM, look=f"{look} {turn}")
