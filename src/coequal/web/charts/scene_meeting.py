"""Scenes of two who have not looked together yet: a place that is free is dotted.

They show what both know and nothing else: however far the other one is, they are the
same. Exchanging the seats exchanges disc and square.
"""

from __future__ import annotations

from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Seat
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
from coequal.web.charts.shapes import Stand, only

STONES: Final = (81, 171, 261)
BUBBLE: Final = (
    "M166 206h66a18 18 0 0 1 18 18v22a18 18 0 0 1-18 18h-44l-34 15 10-19a18 18 0 0 1"
    "-14-14v-22a18 18 0 0 1 16-18Z"
)


def invited(name: str, *, asks: str, you: str, described: str) -> SafeString:
    """Draw who asks, a question between the two, and one's own free place."""
    stand = Stand(middle=205, feet=386, radius=52, apart=4.3, tilt=4)
    return drawing(
        sky(1, *CARD),
        sun(205, 386, 30),
        clouds((36, 130, 66), (214, 80, 80), (282, 150, 60)),
        only(name, stand, Seat.A),
        _free(stand, Seat.B),
        f'<g transform="translate(10 40)"><path d="{BUBBLE}" {paint("on")}/>'
        f"{_question()}</g>",
        hill(390, CARD[1], bend=BEND),
        furrows(412, bend=BEND),
        _named(asks, 92),
        _named(you, 318),
        size=CARD,
        described=described,
        cover="xMidYMax slice",
        names=True,
    )


def waiting(name: str, seat: Seat, *, described: str) -> SafeString:
    """Draw one's own shape, three stones towards a free place, and the first laid."""
    stand = Stand(middle=195, feet=400, radius=50, apart=4.5, tilt=4)
    own = (STONES[0], STONES[-1])[seat is Seat.B]
    return card(
        sky(3, *CARD),
        sun(195, 384, 44),
        clouds((34, 236, 60), (306, 216, 56), (150, 60, 80)),
        only(name, stand, seat),
        _free(stand, seat.other),
        hill(402, CARD[1], bend=BEND),
        furrows(456, bend=BEND),
        *(_stone(x, laid=x == own) for x in STONES),
        described=described,
    )


def _free(stand: Stand, seat: Seat) -> str:
    """Draw a place where nobody stands yet."""
    x, y = stand.place(seat)
    look = (
        f'fill="none" {stroke("on", 4.5)} stroke-linecap="round" '
        'stroke-dasharray="0.1 10"'
    )
    if seat is Seat.A:
        return marks.disc(x, y, stand.radius, look=look)
    turn = attributes(transform=f"rotate({stand.tilt} {number(x)} {number(y)})")
    return marks.square(x, y, stand.radius, look=f"{look} {turn}")


def _question() -> str:
    path = "M189 228c0-14 24-14 24 0 0 9-12 9-12 19M201 254v1"
    look = f'fill="none" {stroke("ground", 4)} stroke-linecap="round"'
    return f'<path d="{path}" {look}/>'


def _stone(x: int, *, laid: bool) -> str:
    place = attributes(x=x, y=415, width=48, height=13, rx=6.5)
    if laid:
        return f"<rect {place} {paint('on')}/>"
    look = (
        f'fill="none" {stroke("on", 2.6)} stroke-linecap="round" '
        'stroke-dasharray="0.1 6"'
    )
    return f"<rect {place} {look}/>"


def _named(text: str, x: float) -> str:
    shown = fit(text, units=150, size=17)
    return words(shown, x, 444, size=17, weight=600, colour="on", anchor="middle")
