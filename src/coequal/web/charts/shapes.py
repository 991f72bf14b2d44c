"""The two shapes of a scene: printed in two inks, feet on one ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import hypot
from typing import Final

from coequal.core.people import Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import attributes, number, paint

EDGE: Final = 0.22  # twice the width of the light edge, in radii
INKS: Final = {Seat.A: "round", Seat.B: "square"}
HOLLOW: Final = 'fill="black"'  # a window's colour is never seen
MOTION: Final = {Seat.A: "from-start", Seat.B: "from-end"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where the two stand: halfway point, ground, size, distance, tilt.

    Closer than two radii they overlap, and the overlap is printed in both inks.
    `apart` is in radii. Both shapes always have the same size.
    """

    middle: float
    feet: float
    radius: float
    apart: float
    tilt: float = -4

    def place(self, seat: Seat) -> tuple[float, float]:
        """Return the centre of one shape."""
        half = self.apart * self.radius / 2
        if seat is Seat.A:
            return self.middle - half, self.feet - self.radius
        return self.middle + half, self.feet - marks.SIDE * self.radius / 2


def pair(name: str, stand: Stand, *, moving: bool = False) -> str:
    """Draw both shapes; with `moving` the two inks slide into register once."""
    edge = paint("on", "on", EDGE * stand.radius)
    edges = (_shape(stand, seat, edge) for seat in Seat)
    prints = (
        _shape(stand, seat, paint(INKS[seat])) + _shape(stand, seat, _grain(name, seat))
        for seat in Seat
    )
    inks = [paint("ours"), *(_grain(name, seat) for seat in Seat)]
    shown = ' class="after"' if moving else ""
    return "".join(
        (
            _grains(name),
            *_slide(edges, moving=moving),
            *_slide(prints, moving=moving),
            f"<g{shown}>{_overprint(name, stand, inks)}</g>",
        )
    )


def only(name: str, stand: Stand, seat: Seat) -> str:
    """Draw one of the two where it stands, and leave the place of the other free."""
    looks = (
        paint("on", "on", EDGE * stand.radius),
        paint(INKS[seat]),
        _grain(name, seat),
    )
    return _grains(name) + "".join(_shape(stand, seat, look) for look in looks)


def plain(name: str, stand: Stand) -> str:
    """Draw both shapes without edge and grain, for small sizes."""
    prints = (_shape(stand, seat, paint(INKS[seat])) for seat in Seat)
    return "".join(prints) + _overprint(name, stand, [paint("ours")])


def _slide(drawn: Iterable[str], *, moving: bool) -> Iterator[str]:
    for seat, part in zip(Seat, drawn, strict=True):
        yield f'<g class="{MOTION[seat]}">{part}</g>' if moving else part


def _shape(stand: Stand, seat: Seat, look: str) -> str:
    x, y = stand.place(seat)
    if seat is Seat.A:
        return marks.disc(x, y, stand.radius, look=look)
    turn = attributes(
        transform=f"rotate({number(stand.tilt)} {number(x)} {number(y)})",
        stroke_linejoin="round",
    )
    return marks.square(x, y, stand.radius, look=f"{look} {turn}")


def _overprint(name: str, stand: Stand, inks: Iterable[str]) -> str:
    (ax, ay), (bx, by) = stand.place(Seat.A), stand.place(Seat.B)
    if hypot(bx - ax, by - ay) >= 2 * stand.radius:
        return ""
    drawn = "".join(_shape(stand, Seat.B, ink) for ink in inks)
    window = f'<clipPath id="{name}-clip">{_shape(stand, Seat.A, HOLLOW)}</clipPath>'
    return f'<defs>{window}</defs><g clip-path="url(#{name}-clip)">{drawn}</g>'


def _grain(name: str, seat: Seat) -> str:
    return f'fill="url(#{name}-{seat.lower()})"'


def _grains(name: str) -> str:
    lines = (
        f'<path d="M0 4.5H9" {paint(edge="paper", width=1.1)} stroke-opacity=".32"/>'
    )
    dot = paint("dot") + ' fill-opacity=".38"'
    dots = "".join(marks.disc(at, at, 1.15, look=dot) for at in (2.2, 6.7))
    size = 'width="9" height="9" patternUnits="userSpaceOnUse"'
    turn = 'patternTransform="rotate(-45)"'
    return (
        f'<defs><pattern id="{name}-a" {size} {turn}>{lines}</pattern>'
        f'<pattern id="{name}-b" {size}>{dots}</pattern></defs>'
    )
