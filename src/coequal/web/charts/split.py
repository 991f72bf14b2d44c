"""Split: who notices, who plans and who does, counted in tasks.

A bar a row: the pattern of seat A from the left, that of seat B from the right, and
what both carry between them. How many there are stands on a plain plate, or under
the bar where a part of it is too short for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Pair
from coequal.errors import Unsound
from coequal.web.charts import marks
from coequal.web.charts.ink import (
    WIDTH,
    attributes,
    drawing,
    fit,
    length,
    number,
    paint,
    stroke,
    words,
)

FIRST: Final = 1.0  # where every bar begins and ends
LAST: Final = WIDTH - 1.0
TOP: Final = 24  # heights inside a row
THICK: Final = 26
ROW: Final = 70
SIZE: Final = 14.5
EDGE: Final = 1.4
BESIDE: Final = 18.0  # how far apart two counts under a bar stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """One part of the work: in how many tasks each carries it alone, or both do.

    Raises `Unsound` for less than none.
    """

    name: str
    alone: Pair[int]
    both: int

    def __post_init__(self) -> None:
        if min(self.alone.a, self.alone.b, self.both) < 0:
            message = "nobody carries less than no task"
            raise Unsound(message)

    @property
    def total(self) -> int:
        """How many tasks there are."""
        return self.alone.a + self.both + self.alone.b


def figure(
    name: str, *, parts: Sequence[Slice], nothing: str, described: str
) -> SafeString:
    """Draw the parts below one another; `nothing` stands in one without a task.

    `name` must be the only one of its kind on the page.
    """
    shown = (
        f'<g transform="translate(0 {ROW * place})">{_row(name, part, nothing)}</g>'
        for place, part in enumerate(parts)
    )
    return drawing(
        marks.patterns(name),
        marks.shared_pattern(name),
        *shown,
        size=(WIDTH, ROW * len(parts) + 4),
        described=described,
        names=True,
    )


def ends(part: Slice) -> Pair[float]:
    """Return where what seat A carries alone ends, and where that of B begins."""
    unit = (LAST - FIRST) / part.total
    return Pair(a=FIRST + unit * part.alone.a, b=LAST - unit * part.alone.b)


def _row(name: str, part: Slice, nothing: str) -> str:
    label = fit(part.name, units=WIDTH, size=15.5)
    head = words(label, 0, 16, size=15.5, weight=650, colour="ink")
    return head + (_bar(name, part) if part.total else _empty(nothing))


def _empty(nothing: str) -> str:
    box = attributes(x=FIRST, y=TOP, width=LAST - FIRST, height=THICK, rx=4)
    text = fit(nothing, units=WIDTH - 20, size=14)
    return (
        f'<rect {box} {paint(edge="strong", width=1.2)} stroke-dasharray="3 4"/>'
        f"{words(text, WIDTH / 2, TOP + 18, anchor='middle')}"
    )


def _bar(name: str, part: Slice) -> str:
    cut = ends(part)
    bands = []
    if part.alone.a:
        bands.append(_round(name, cut.a))
    if part.alone.b:
        bands.append(_straight(f"{name}-b", cut.b, LAST, marks.EDGE.b))
    if part.both:
        bands.append(_straight(f"{name}-ab", cut.a, cut.b, "ours"))
    return "".join((*bands, *_counts(part, cut)))


def _round(name: str, end: float) -> str:
    """Draw what seat A carries: its bands have round ends."""
    bend = min(THICK / 2, end - FIRST)
    path = (
        f"M{number(end)} {TOP}H{number(FIRST + bend)}"
        f"A{number(bend)} {THICK / 2:g} 0 0 0 {number(FIRST + bend)} {TOP + THICK}"
        f"H{number(end)}Z"
    )
    return f'<path d="{path}" fill="url(#{name}-a)" {stroke(marks.EDGE.a, EDGE)}/>'


def _straight(pattern: str, start: float, end: float, edge: str) -> str:
    box = attributes(x=start, y=TOP, width=end - start, height=THICK)
    return f'<rect {box} fill="url(#{pattern})" {stroke(edge, EDGE)}/>'


def _counts(part: Slice, cut: Pair[float]) -> Iterator[str]:
    """Write every count but none; those under the bar keep apart."""
    first = max((FIRST + cut.a) / 2, 6)
    last = min((cut.b + LAST) / 2, WIDTH - 6)
    middle = min(
        max((cut.a + cut.b) / 2, first + BESIDE if part.alone.a else 6),
        last - BESIDE if part.alone.b else WIDTH - 6,
    )
    yield from _count(part.alone.a, first, cut.a - FIRST)
    yield from _count(part.both, middle, cut.b - cut.a)
    yield from _count(part.alone.b, last, LAST - cut.b)


def _count(count: int, x: float, room: float) -> Iterator[str]:
    if not count:
        return
    plate = max(22.0, length(str(count), SIZE) + 8)
    if room >= plate:
        box = attributes(x=x - plate / 2, y=TOP + 4, width=plate, height=18, rx=4)
        yield f"<rect {box} {paint('paper')}/>"
    y = TOP + 18.5 if room >= plate else TOP + THICK + 15
    yield words(str(count), x, y, size=SIZE, weight=650, anchor="middle", colour="ink")
