"""Small drawings that stand beside words: never without them. Each is drawn once."""

from __future__ import annotations

from functools import cache
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.decide.constants import HIGHEST
from coequal.core.people import Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import attributes, drawing, number, paint, stroke
from coequal.web.charts.marks import EDGE
from coequal.web.charts.shapes import INKS, Stand, plain

STEPS: Final = 4


@cache
def brand(name: str) -> SafeString:
    """Draw the mark of the program; `name` is the only one on the page."""
    stand = Stand(middle=22, feet=23, radius=9.2, apart=1.04)
    ground = f'<path d="M1 25.5C10 22.2 34 22.2 43 25.5V29H1Z" {paint("ground")}/>'
    return drawing(plain(name, stand), ground, size=(44, 30))


@cache
def sign(seat: Seat) -> SafeString:
    """Draw the sign that stands beside a person's name."""
    return drawing(marks.sign(seat, 18, 18, 12), size=(36, 36))


@cache
def say(level: int) -> SafeString:
    """Draw how much say: four layers, `level` of them filled from below."""
    layers = (_bar(3, 25 - 7 * at, 34, 5, filled=at < level) for at in range(STEPS))
    return drawing(*layers, size=(40, 32))


@cache
def given(seat: Seat, level: int) -> SafeString:
    """Draw what somebody gave an option: six layers, `level` of them filled."""
    full, empty = paint(INKS[seat], EDGE[seat], 1), paint(edge="strong", width=1)
    layers = (
        f"<rect {attributes(x=2, y=27 - 5 * at, width=36, height=3.4, rx=1.2)} "
        f"{full if at < level else empty}/>"
        for at in range(HIGHEST)
    )
    return drawing(*layers, size=(40, 32))


@cache
def often(level: int) -> SafeString:
    """Draw how often: four posts in a row, `level` of them filled."""
    posts = (_bar(4 + 9 * at, 5, 5, 22, filled=at < level) for at in range(STEPS))
    return drawing(*posts, size=(40, 32))


@cache
def wish(level: int) -> SafeString:
    """Draw a wish from -2 to 2: arrows to either side, or a line: as it is."""
    middle = _bar(18, 5, 4, 22, filled=True)
    if not level:
        return drawing(middle, marks.line("M8 29h24", "ours", 2.4), size=(40, 32))
    side = 1 if level > 0 else -1
    arrows = (
        marks.line(_head(20 + side * (8 + 8 * at), side), "ours", 2.4)
        for at in range(abs(level))
    )
    return drawing(middle, *arrows, size=(40, 32))


def _head(x: float, side: int) -> str:
    return f"M{number(x)} 10l{6 * side} 6l{-6 * side} 6"


def _bar(x: float, y: float, width: float, height: float, *, filled: bool) -> str:
    inset = 0.0 if filled else 0.75
    box = attributes(
        x=x + inset,
        y=y + inset,
        width=width - 2 * inset,
        height=height - 2 * inset,
        rx=1.5,
    )
    look = paint("ours") if filled else paint(edge="strong", width=1.2)
    return f"<rect {box} {look}/>"


KEY: Final = (32, 20)


@cache
def key_sign(seat: Seat) -> SafeString:
    """Draw a person's sign for a key."""
    return drawing(marks.sign(seat, 16, 10, 7.5), size=KEY)


@cache
def key_same() -> SafeString:
    """Draw both signs in register for a key."""
    return drawing(marks.same(16, 10, 7.5), size=KEY)


@cache
def key_then() -> SafeString:
    """Draw both signs hollow for a key: what was said before."""
    both = marks.hollow(Seat.A, 8, 10) + marks.hollow(Seat.B, 24, 10)
    return drawing(both, size=KEY)


@cache
def key_wish() -> SafeString:
    """Draw the arrow of a wish for a key."""
    return drawing(marks.arrow(7, 10, 19), size=KEY)


@cache
def key_fine() -> SafeString:
    """Draw the short line of "good as it is" for a key."""
    return drawing(marks.underline(16, 13.5), size=KEY)


@cache
def key_likely(name: str) -> SafeString:
    """Draw both patterned bands for a key; `name` is the only one on the page."""
    return drawing(
        marks.patterns(name),
        marks.band(name, Seat.A, (1, 31), 1.5, 7.5),
        marks.band(name, Seat.B, (1, 31), 11.5, 7.5),
        size=KEY,
    )


@cache
def key_load(name: str, seat: Seat | None) -> SafeString:
    """Draw the pattern of a person, or of both, for the key of a split."""
    if seat is None:
        box = attributes(x=1, y=2, width=30, height=16, fill=f"url(#{name}-ab)")
        both = f"<rect {box} {stroke('ours', 1.2)}/>"
        return drawing(marks.shared_pattern(name), both, size=KEY)
    return drawing(
        marks.pattern(f"{name}-{seat.lower()}", seat),
        marks.band(name, seat, (1, 31), 2, 16),
        size=KEY,
    )
