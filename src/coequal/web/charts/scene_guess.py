"""The scenes of Guess me: a card between the two, a phone on its way, what turned."""

from __future__ import annotations

from collections.abc import Collection
from math import cos, radians, sin
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import attributes, number, paint, words
from coequal.web.charts.scene import BEND, CARD, card, clouds, furrows, hill, sky, sun
from coequal.web.charts.shapes import Stand, pair

ROUNDED: Final = attributes(stroke_linecap="round", stroke_linejoin="round")


def asks(name: str) -> SafeString:
    """Draw one card with a question between the two, low on the page."""
    mark = words(
        "?", 195, 428, size=42, weight=400, anchor="middle", colour="ours"
    ).replace("sans-serif", "serif")
    paper = attributes(x=166, y=376, width=58, height=84, rx=6)
    return card(
        sky(2, *CARD),
        sun(344, 436, 20),
        clouds((150, 210, 70), (280, 250, 56)),
        f'<g transform="rotate(-4 195 416)"><rect {paper} '
        f"{paint('on', 'ground', 2.6)}/>{mark}</g>",
        pair(name, Stand(middle=195, feet=450, radius=24, apart=7.4, tilt=4)),
        hill(450, CARD[1], bend=BEND),
        furrows(466, bend=BEND),
        described="",
    )


def hands_over(name: str, to: Seat, *, described: str) -> SafeString:
    """Draw a phone on its way from one of the two to the other."""
    lean = 8 if to is Seat.B else -8
    body = attributes(x=177, y=236, width=36, height=62, rx=6)
    line = f'{paint(edge="on", width=2.5)} stroke-linecap="round"'
    dots = f'{paint(edge="on", width=4.5)} stroke-linecap="round"'
    return card(
        sky(3, *CARD),
        sun(330, 206, 20),
        clouds((50, 60, 80), (240, 40, 90), (34, 220, 46)),
        pair(name, Stand(middle=195, feet=412, radius=44, apart=5.05, tilt=4)),
        hill(412, CARD[1], bend=BEND),
        furrows(438, 460, bend=BEND),
        f'<path d="M104 306C150 250 240 250 286 306" {dots} stroke-dasharray=".1 11"/>',
        f'<g transform="rotate({lean} 195 268)"><rect {body} '
        f'{paint("ink", "on", 4)}/><path d="M190 290h10" {line}/></g>',
        described=described,
    )


def knew(name: str, *, described: str) -> SafeString:
    """Draw the two half in each other with rays around them: both knew."""
    stand = Stand(middle=195, feet=400, radius=54, apart=0.95, tilt=4)
    return card(
        sky(2, *CARD),
        clouds((150, 60, 70), (20, 236, 50), (322, 260, 50)),
        pair(name, stand, moving=True),
        hill(398, CARD[1], bend=BEND),
        furrows(424, 450, bend=BEND),
        f'<g class="after">{_rays(195, 340, 82, (190, 351, 20))}</g>',
        described=described,
    )


def asks_each(name: str, asking: Collection[Seat], *, described: str) -> SafeString:
    """Draw the two apart: a bubble over who asks, a spark over who knew."""
    stand = Stand(middle=195, feet=410, radius=48, apart=4.125, tilt=4)
    over = (
        _bubble(stand.place(seat)[0]) if seat in asking else _spark(stand, seat)
        for seat in Seat
    )
    return card(
        sky(3, *CARD),
        sun(195, 306, 16),
        clouds((150, 60, 80), (20, 190, 44), (330, 170, 44)),
        pair(name, stand, moving=True),
        hill(408, CARD[1], bend=BEND),
        furrows(434, 458, bend=BEND),
        f'<g class="after">{"".join(over)}</g>',
        described=described,
    )


def stays_closed(name: str, *, described: str) -> SafeString:
    """Draw one card face down between the two: the same whoever skipped."""
    edge = f"{paint(edge='ground', width=2.4)} {ROUNDED}"
    back = attributes(x=152, y=282, width=86, height=122, rx=9)
    frame = attributes(x=161, y=291, width=68, height=104, rx=5)
    return card(
        sky(3, *CARD),
        sun(326, 290, 18),
        clouds((36, 258, 58), (150, 100, 80)),
        pair(name, Stand(middle=195, feet=410, radius=34, apart=6.94, tilt=4)),
        f'<g transform="rotate(5 195 340)"><rect {back} '
        f"{paint('on', 'ground', 3)}/><rect {frame} {edge}/>"
        f"{marks.disc(188, 336, 14, look=edge)}{marks.square(203, 337, 14, look=edge)}"
        f'<path d="M170 374c16-7 34-7 50 0" {edge}/></g>',
        hill(404, CARD[1], bend=BEND),
        furrows(430, 456, bend=BEND),
        described=described,
    )


def together(name: str, *, described: str) -> SafeString:
    """Draw both in front of a low sun: the picture to keep."""
    return card(*evening(name), described=described)


def evening(name: str) -> tuple[str, ...]:
    """Return the parts of the picture to keep, but for its frame."""
    return (
        sky(2, *CARD),
        sun(195, 346, 92),
        clouds((24, 300, 46), (318, 268, 46), (262, 120, 60)),
        pair(name, Stand(middle=195, feet=418, radius=48, apart=0.95, tilt=4)),
        hill(414, CARD[1], bend=BEND),
        furrows(440, bend=BEND),
    )


def _rays(x: float, y: float, near: float, turn: tuple[int, int, int]) -> str:
    """Draw rays around a point, long and short ones in turn, from one angle on."""
    look = f"{paint(edge='on', width=5)} {ROUNDED}"
    path = ""
    for at, degrees in enumerate(range(*turn)):
        far = near + (34 if at % 2 == 0 else 20)
        way = cos(radians(degrees)), sin(radians(degrees))
        ends = [
            number(v) for r in (near, far) for v in (x + r * way[0], y + r * way[1])
        ]
        path += f"M{ends[0]} {ends[1]}L{ends[2]} {ends[3]}"
    return f'<path d="{path}" {look}/>'


def _spark(stand: Stand, seat: Seat) -> str:
    x, y = stand.place(seat)
    return _rays(x, y, 66, (230, 311, 20))


def _bubble(x: float) -> str:
    left = x - 47
    body = (
        f"M{number(left)} 232h76a18 18 0 0 1 18 18v14a18 18 0 0 1-18 18h-24l-9 16-9-16"
        "h-34a18 18 0 0 1-18-18v-14a18 18 0 0 1 18-18Z"
    )
    dots = "".join(
        marks.disc(left + 16 + 22 * at, 257, 5, look=paint("ground")) for at in range(3)
    )
    return f'<path d="{body}" {paint("on")}/>{dots}'
