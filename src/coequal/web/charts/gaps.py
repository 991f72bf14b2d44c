"""Gap dots: who has more say in each area, as each of the two said it.

The middle is the same for both; to the left seat A has more say, to the right
seat B. Two signs close together: you see it alike. Far apart: you see it otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Pair, Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import (
    WIDTH,
    drawing,
    fit,
    number,
    paint,
    two_lines,
    words,
)

MIDDLE: Final = WIDTH / 2
STEP: Final = 35.0
TOP: Final = 34
ROW: Final = 52
EDGE: Final = 12
FARTHEST: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """One area: how much more say seat B has, in steps, as each one said."""

    area: str
    said: Pair[float]


def figure(
    *, rows: Sequence[GapRow], ends: Pair[str], middle: str, described: str
) -> SafeString:
    """Draw all areas below one another.

    `ends[seat]` says that this seat has more say, `middle` that both have the same.
    """
    height = TOP + ROW * len(rows) + 4
    return drawing(
        _head(height, ends, middle),
        *(_row(row, TOP + ROW * place) for place, row in enumerate(rows)),
        size=(WIDTH, height),
        described=described,
        names=True,
    )


def at(steps: float) -> float:
    """Return where a difference stands, kept inside the drawing."""
    return MIDDLE + STEP * min(max(steps, -FARTHEST), FARTHEST)


def _head(height: float, ends: Pair[str], middle: str) -> str:
    plate = (
        f'<rect x="{number(MIDDLE - STEP / 2)}" y="{TOP}" width="{number(STEP)}" '
        f'height="{number(height - TOP - 4)}" rx="6" {paint("sunk")}/>'
    )
    left, right = (two_lines(ends[seat], units=120, size=14) for seat in Seat)
    lines = [words(text, EDGE, 14 + 15 * place) for place, text in enumerate(left)] + [
        words(text, WIDTH - EDGE, 14 + 15 * place, anchor="end")
        for place, text in enumerate(right)
    ]
    centre = words(fit(middle, units=90, size=14), MIDDLE, 22, anchor="middle")
    return plate + "".join(lines) + centre


def _row(row: GapRow, top: float) -> str:
    parts = [
        words(
            fit(row.area, units=WIDTH - 2 * EDGE, size=15.5),
            EDGE,
            16,
            size=15.5,
            weight=600,
            colour="ink",
        ),
        marks.line(f"M{EDGE} 34H{WIDTH - EDGE}", "line", 1.2),
        *(
            marks.line(f"M{number(at(step))} 30v8", "strong", 1.1)
            for step in range(-FARTHEST, FARTHEST + 1)
        ),
        _said(row.said),
    ]
    return f'<g transform="translate(0 {number(top)})">{"".join(parts)}</g>'


def _said(said: Pair[float]) -> str:
    places = said.map(at)
    if said.a == said.b:
        return marks.same(places.a, 34)
    path = f"M{number(min(places.a, places.b))} 34H{number(max(places.a, places.b))}"
    tie = marks.line(path, "ink", 2, dotted=True)
    return tie + "".join(marks.sign(seat, places[seat], 34) for seat in Seat)
