"""The signs: a disc for seat A, a square of the same area for seat B.

Neither ever lies on top of the other. Where both say the same, the two stand half
a radius apart and their overlap is printed in the colour of both.
"""

from __future__ import annotations

from math import sqrt
from typing import Final

from coequal.core.people import Pair, Seat
from coequal.web.charts.ink import attributes, number, paint, stroke

RADIUS: Final = 8.0
EARLIER: Final = 5.5  # radius of what was said before
SIDE: Final = 1.7725  # of a square with the area of a disc of radius 1
CORNER: Final = 0.16
WASH: Final = Pair(a="rw", b="sw")
EDGE: Final = Pair(a="rink", b="sink")
DASHES: Final = Pair(a="", b="7 5")


def disc(x: float, y: float, r: float = RADIUS, *, look: str) -> str:
    """Draw the shape of seat A."""
    return f"<circle {attributes(cx=x, cy=y, r=r)} {look}/>"


def square(x: float, y: float, r: float = RADIUS, *, look: str) -> str:
    """Draw the shape of seat B, as large as a disc of radius `r`."""
    side = SIDE * r
    place = attributes(
        x=x - side / 2, y=y - side / 2, width=side, height=side, rx=CORNER * r
    )
    return f"<rect {place} {look}/>"


def sign(
    seat: Seat, x: float, y: float, r: float = RADIUS, *, edge: float = 1.5
) -> str:
    """Draw the sign of a seat; `edge` is the width of its outline."""
    if seat is Seat.A:
        return disc(x, y, r, look=paint("round", "key", edge))
    return square(x, y, r, look=paint("square", "key", edge))


def same(x: float, y: float, r: float = RADIUS, *, edge: str = "key") -> str:
    """Draw both signs in register: both said the same."""
    left, right = x - r / 2, x + r / 2
    outline = paint(edge=edge)
    return "".join(
        (
            disc(left, y, r, look=paint("round", edge)),
            square(right, y, r, look=paint("square", edge)),
            f'<path d="{_overlap(left, right, y, r)}" {paint("ours")}/>',
            disc(left, y, r, look=outline),
            square(right, y, r, look=outline),
        )
    )


def hollow(seat: Seat, x: float, y: float, r: float = EARLIER) -> str:
    """Draw the sign of a seat hollow: what that person said before."""
    look = paint(edge=EDGE[seat], width=2)
    drawn = disc if seat is Seat.A else square
    return drawn(x, y, r, look=look)


def hollow_same(x: float, y: float, r: float = EARLIER) -> str:
    """Draw both signs hollow and in register: both said the same before."""
    return hollow(Seat.A, x - r / 2, y, r) + hollow(Seat.B, x + r / 2, y, r)


def _overlap(left: float, right: float, y: float, r: float) -> str:
    half, corner = SIDE * r / 2, CORNER * r
    edge = right - half
    meets = left + sqrt(r * r - half * half)
    ends = [number(value) for value in (edge, edge + corner, meets, corner, r)]
    start, turn, far, bend, reach = ends
    top, bottom = number(y - half), number(y + half)
    upper, lower = number(y - half + corner), number(y + half - corner)
    return (
        f"M{start} {upper}A{bend} {bend} 0 0 1 {turn} {top}H{far}"
        f"A{reach} {reach} 0 0 1 {far} {bottom}H{turn}"
        f"A{bend} {bend} 0 0 1 {start} {lower}Z"
    )


def pattern(name: str, seat: Seat) -> str:
    """Define slanting lines for seat A, dots for seat B, under the id `name`."""
    ground = f'<rect width="6" height="6" {paint(WASH[seat])}/>'
    if seat is Seat.A:
        lines = paint(edge="round", width=1.7)
        marks = f'<path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" {lines}/>'
    else:
        dots = (disc(at, at, 1.15, look=paint("sink")) for at in (1.5, 4.5))
        marks = "".join(dots)
    place = attributes(id=name, width=6, height=6, patternUnits="userSpaceOnUse")
    return f"<defs><pattern {place}>{ground}{marks}</pattern></defs>"


def patterns(name: str) -> str:
    """Define both patterns; `band` finds them by the same name."""
    return "".join(pattern(f"{name}-{seat.lower()}", seat) for seat in Seat)


def shared_pattern(name: str) -> str:
    """Define lines and dots on the colour of both, under the id `name-ab`."""
    ground = f'<rect width="6" height="6" {paint("ours")}/>'
    lines = f'<path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" {paint(edge="paper", width=0.9)}/>'
    dot = disc(1.2, 1.2, 0.8, look=paint("paper"))
    place = attributes(
        id=f"{name}-ab", width=6, height=6, patternUnits="userSpaceOnUse"
    )
    return f"<defs><pattern {place}>{ground}{lines}{dot}</pattern></defs>"


def band(
    name: str, seat: Seat, ends: tuple[float, float], y: float, thick: float = 11
) -> str:
    """Draw an interval: round ends for seat A, straight ones for seat B."""
    low, high = ends
    place = attributes(
        x=low,
        y=y,
        width=max(high - low, 1.0),
        height=thick,
        rx=thick / 2 if seat is Seat.A else 0,
        fill=f"url(#{name}-{seat.lower()})",
    )
    return f"<rect {place} {stroke(EDGE[seat], 1.2)}/>"


def line(path: str, colour: str, width: float, *, dotted: bool = False) -> str:
    """Draw a line along a path, dotted or whole."""
    ends = attributes(stroke_linecap="round", stroke_linejoin="round")
    dots = ' stroke-dasharray="1 5"' if dotted else ""
    return f'<path d="{path}" {paint(edge=colour, width=width)} {ends}{dots}/>'


def own_line(seat: Seat, path: str, width: float) -> str:
    """Draw a person's line: plain for seat A, dashed for seat B."""
    look = f'{paint(edge=EDGE[seat], width=width)} stroke-linejoin="round"'
    dashes = f' stroke-dasharray="{DASHES[seat]}"' if DASHES[seat] else ""
    return f'<path d="{path}" {look}{dashes}/>'


def arrow(x: float, y: float, length: float) -> str:
    """Draw a wish beside a mark: to the right for more, to the left for less."""
    head = 6 if length > 0 else -6
    path = f"M{number(x)} {number(y)}h{number(length)}m{-head} -6l{head} 6l{-head} 6"
    return line(path, "ink", 2.4)


def underline(x: float, y: float) -> str:
    """Draw the short line under a mark: good as it is."""
    return line(f"M{number(x - 7)} {number(y)}h14", "ink", 2.4)
