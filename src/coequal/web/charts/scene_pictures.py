"""The scenes of the pictures: one's own, one area of two, and all areas at once.

How the two stand tells what is told in words below; exchanging the seats exchanges the
two shapes and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import attributes, fit, number, paint, words
from coequal.web.charts.scene import BEND, CARD, card, clouds, furrows, hill, sky, sun
from coequal.web.charts.shapes import INKS, MOTION, Stand, only, pair

GROUND: Final = 392
LIT: Final = 26.0
LAYER: Final = 21.0
ROOM: Final = 96.0
LABEL: Final = 15.0


class Standing(StrEnum):
    """How the two stand in the scene of one area."""

    ALIKE = "alike"
    CROSSED = "crossed"
    APART = "apart"


def own(name: str, seat: Seat, *, described: str) -> SafeString:
    """Draw one shape, and beside it a dotted outline: room for the other."""
    stand = Stand(middle=195, feet=386, radius=62, apart=2.1)
    return card(
        sky(1, *CARD),
        sun(338, 360, 25),
        clouds((232, 150, 74), (36, 190, 60)),
        only(name, stand, seat),
        _outline(stand, seat.other),
        hill(GROUND, CARD[1], bend=BEND),
        furrows(420, 446, bend=BEND),
        described=described,
    )


def area(
    name: str,
    *,
    areas: Sequence[str],
    lit: int,
    standing: Standing,
    described: str,
) -> SafeString:
    """Draw the deck: a layer of ground for each area; the one that is lit is named."""
    rest = min(LAYER, ROOM / max(len(areas) - 1, 1))
    top = CARD[1] - rest * (len(areas) - 1) - LIT - 4
    stand = _stands(standing, feet=top - 4)
    return card(
        sky(2, *CARD),
        sun(195, top - 6, 28),
        clouds((36, 120, 92), (252, 160, 76)),
        pair(name, stand, moving=True),
        _arrows(stand) if standing is Standing.CROSSED else "",
        *_layers(areas, lit, top, rest),
        described=described,
    )


def together(name: str, *, described: str = "") -> SafeString:
    """Draw the two half printed over each other, low: all areas at once."""
    return card(
        sky(2, *CARD),
        sun(70, 404, 20),
        pair(name, Stand(middle=195, feet=408, radius=30, apart=1.1), moving=True),
        hill(412, CARD[1], bend=BEND),
        furrows(438, bend=BEND),
        described=described,
    )


def _stands(standing: Standing, *, feet: float) -> Stand:
    apart = {Standing.ALIKE: 0.8, Standing.CROSSED: 4.6, Standing.APART: 3.0}[standing]
    return Stand(middle=195, feet=feet, radius=42, apart=apart, tilt=4)


def _layers(areas: Sequence[str], lit: int, top: float, rest: float) -> list[str]:
    drawn, y = [], top
    for at, title in enumerate(areas):
        is_lit = at == lit
        tone = "on" if is_lit else ("ground", "deep")[at % 2]
        drawn.append(hill(y, CARD[1], bend=BEND, tone=tone))
        if is_lit:
            label = fit(title, units=320, size=LABEL)
            drawn.append(_name(label, y + LABEL / 2 - 3))
        y += LIT if is_lit else rest
    return drawn


def _name(label: str, y: float) -> str:
    return words(label, 195, y, size=LABEL, weight=600, anchor="middle", colour="deep")


def _outline(stand: Stand, seat: Seat) -> str:
    x, y = stand.place(seat)
    dots = attributes(stroke_dasharray="0.1 10", stroke_linecap="round")
    look = f"{paint(edge='on', width=5)} {dots}"
    drawn = marks.disc if seat is Seat.A else marks.square
    turn = f'transform="rotate({number(stand.tilt)} {number(x)} {number(y)})"'
    outline = drawn(x, y, stand.radius, look=f"{look} {turn}")
    return f'<g class="{MOTION[seat]}">{outline}</g>'


def _arrows(stand: Stand) -> str:
    """Draw an arrow from each to the other, a plain one and a dotted one."""
    (ax, _ay), (bx, _by) = stand.place(Seat.A), stand.place(Seat.B)
    y = stand.feet - 2 * stand.radius + 12
    first, last = ax + stand.radius, bx - stand.radius
    there = f"M{number(first)} {number(y)}C{number(first + 36)} {number(y - 34)} "
    there += f"{number(last - 36)} {number(y - 34)} {number(last - 4)} {number(y)}"
    back = f"M{number(last - 6)} {number(y + 26)}C{number(last - 40)} {number(y + 4)} "
    back += f"{number(first + 40)} {number(y + 4)} {number(first + 6)} {number(y + 26)}"
    ends = attributes(stroke_linecap="round", stroke_linejoin="round")
    plain = f"{paint(edge=INKS[Seat.A], width=4.5)} {ends}"
    dotted = f'{paint(edge="sink", width=4.5)} {ends} stroke-dasharray="0.1 9"'
    solid = f"{paint(edge='sink', width=4.5)} {ends}"
    head = f"M{number(last - 20)} {number(y - 2)}l16 2 1-16"
    tail = f"M{number(first + 23)} {number(y + 27)}l-17-1 4-16"
    return (
        '<g class="after">'
        f'<path d="{there}" {plain}/><path d="{head}" {plain}/>'
        f'<path d="{back}" {dotted}/><path d="{tail}" {solid}/></g>'
    )
