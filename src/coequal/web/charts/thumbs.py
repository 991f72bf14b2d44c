"""The small drawing beside a row: a room is known by its scene. Each is drawn once."""

from __future__ import annotations

from functools import cache
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import attributes, drawing, number, paint, stroke
from coequal.web.charts.scene import sky
from coequal.web.charts.shapes import Stand, plain

SIZE: Final = 56
ROUND: Final = 'stroke-linecap="round" stroke-linejoin="round"'
STANDING: Final = Stand(middle=28, feet=45.5, radius=11.5, apart=0.95)


@cache
def thumb(kind: str) -> SafeString:
    """Draw what stands beside a row of some kind."""
    evening, parts = _drawn(kind)
    return drawing(sky(evening, SIZE, SIZE), *parts, size=(SIZE, SIZE), shown=(48, 48))


def _drawn(kind: str) -> tuple[int, tuple[str, ...]]:
    """Return the hour of the day and what is drawn."""
    return {
        "pair": (2, (_sun(46), _both("pair"), _hill())),
        "people": (3, (_sun(46, 13), _places(), _hill(46))),
        "invited": (2, (_sun(46), _one(), _place(), _hill())),
        "mine": (1, (_sun(46), _one(), _hill())),
        "picture": (1, (_sun(44, 12), *_layers())),
        "cards": (3, (_sun(42, 13), _hill(40), _card(18, -6), _card(36, 6))),
        "decide": (1, (_sun(28, 15), *_hills())),
        "diary": (1, (_sun(46, 12), _hill(), _sheet())),
        "agree": (2, (_sun(12, 12), _hill(), _sheet())),
        "lead": (2, (_sun(44, 13), _hill(), _flag())),
        "notice": (1, (_sun(12, 14), _hill(), _leaf())),
        "evening": (4, (_moon(), _both("evening"), _hill())),
        "again": (2, (_sun(12), *_layers())),
        "season": (3, (_sun(42, 13), *_hills())),
        "answers": (1, (_sun(44, 12), _hill(46), _lines())),
        "key": (3, (_sun(44, 12), _hill(), _key())),
        "copy": (1, (_sun(46, 12), _hill(), _sheet())),
    }[kind]


def _sun(x: float, y: float = 14) -> str:
    return marks.disc(x, y, 5, look=paint("on"))


def _moon() -> str:
    return _sun(44, 13) + marks.disc(47, 11, 4.4, look=paint("sky4"))


def _hill(top: float = 43, tone: str = "ground") -> str:
    crest = number(top - 5)
    path = f"M0 {number(top)}C14 {crest} 42 {crest} 56 {number(top)}V56H0Z"
    return f'<path d="{path}" {paint(tone)}/>'


def _layers() -> tuple[str, ...]:
    tops = ((26, "ground"), (34, "deep"), (42, "ground"), (50, "deep"))
    edge = paint("round", "on", 1.2)
    signs = (
        marks.disc(20, 30, 3.4, look=edge),
        marks.square(33, 38.5, 3.4, look=paint("square", "on", 1.2)),
        marks.disc(30, 46.5, 3.4, look=edge),
    )
    return *(_hill(top, tone) for top, tone in tops), *signs


def _hills() -> tuple[str, ...]:
    sides = f'<path d="M-4 50L12 26 24 50ZM34 50L46 29 60 50Z" {paint("deep")}/>'
    middle = f'<path d="M12 52L28 20 44 52Z" {paint("ground")}/>'
    return sides, middle, _hill(46)


def _both(name: str) -> str:
    (ax, ay), (bx, by) = STANDING.place(Seat.A), STANDING.place(Seat.B)
    edge = paint("on", "on", 2.4)
    edges = marks.disc(ax, ay, 11.5, look=edge) + marks.square(bx, by, 11.5, look=edge)
    return edges + plain(f"thumb-{name}", STANDING)


def _one() -> str:
    edge = marks.disc(22, 36, 11, look=paint("on", "on", 2.4))
    return edge + marks.disc(22, 36, 11, look=paint("round"))


def _place() -> str:
    return marks.square(41, 37, 9, look=f"{paint(edge='on', width=1.6)} {_dots()}")


def _places() -> str:
    look = f"{paint(edge='on', width=1.6)} {_dots()}"
    return (
        marks.disc(14, 40, 8.5, look=look)
        + marks.square(29, 34, 8.5, look=look)
        + marks.disc(44, 40, 8.5, look=look)
    )


def _dots() -> str:
    return attributes(stroke_dasharray="0.1 3.4", stroke_linecap="round")


def _card(x: int, turn: int) -> str:
    line = paint(edge="ground", width=1.1)
    back = attributes(x=x - 7, y=21, width=14, height=20, rx=2)
    look = paint("on", "ground", 1.4)
    return (
        f'<g transform="rotate({turn} {x} 31)"><rect {back} {look}/>'
        f"{marks.disc(x - 1.4, 30, 2.6, look=line)}"
        f"{marks.square(x + 1.6, 30, 2.6, look=line)}</g>"
    )


def _sheet() -> str:
    box = attributes(x=13, y=14, width=30, height=22, rx=2.5)
    lines = (
        f'<path d="M18 21h20M18 28h13" fill="none" {stroke("ground", 2.2)} {ROUND}/>'
    )
    post = f'<path d="M28 34V46" fill="none" {stroke("on", 3)} {ROUND}/>'
    return f"{post}<rect {box} {paint('on', 'ground', 1.6)}/>{lines}"


def _flag() -> str:
    post = _stroke("M20 46V16", "on", 3)
    return f'{post}<path d="M20 16h20l-5 6 5 6H20Z" {paint("on", "ground", 1.4)}/>'


def _leaf() -> str:
    stem = _stroke("M28 46V24", "on", 3)
    left = "M28 34C18 34 15 28 15 22 24 22 28 26 28 34Z"
    right = "M28 30C37 30 40 24 40 17 31 17 28 22 28 30Z"
    return f'{stem}<path d="{left}{right}" {paint("on", "ground", 1.4)}/>'


def _lines() -> str:
    return _stroke("M10 18h22M10 26h30M10 34h14", "on", 3.6)


def _stroke(path: str, colour: str, width: float) -> str:
    return f'<path d="{path}" fill="none" {stroke(colour, width)} {ROUND}/>'


def _key() -> str:
    look = f'fill="none" {stroke("on", 3.4)} {ROUND}'
    return f'{marks.disc(20, 28, 7, look=look)}<path d="M27 28h18M40 28v6" {look}/>'
