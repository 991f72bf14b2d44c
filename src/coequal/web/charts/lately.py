"""Whose wish it was lately: from always the one's to always the other's.

The sign of each person stands at an end. Between them lies, in the pattern of both,
where it probably is; no point is drawn in it, and the middle is marked.
"""

from __future__ import annotations

from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Pair, Seat
from coequal.errors import Unsound
from coequal.web.charts import marks
from coequal.web.charts.ink import (
    WIDTH,
    attributes,
    drawing,
    fit,
    number,
    stroke,
    words,
)

EDGE: Final = 32.0  # where the scale begins, from either side
RAIL: Final = 22.0  # heights
THICK: Final = 16.0
HEIGHT: Final = 58
SIZE: Final = 14.5


def figure(
    name: str, *, labels: Pair[str], ends: tuple[float, float], described: str
) -> SafeString:
    """Draw an interval of how far it was the wish of seat A, from 0 to 1.

    `name` must be the only one of its kind on the page. Raises `Unsound` for an
    interval that there cannot be.
    """
    low, high = ends
    if not 0 <= low <= high <= 1:
        message = "a share lies between 0 and 1"
        raise Unsound(message)
    middle, half = number(WIDTH / 2), THICK / 2 + 5
    rail = f"M{number(EDGE)} {RAIL:g}H{number(WIDTH - EDGE)}"
    tick = f"M{middle} {number(RAIL - half)}V{number(RAIL + half)}"
    return drawing(
        marks.shared_pattern(name),
        marks.line(rail, "strong", 1.4),
        _band(name, place(high), place(low)),
        marks.line(tick, "ink", 1.8),
        marks.sign(Seat.A, EDGE / 2, RAIL),
        marks.sign(Seat.B, WIDTH - EDGE / 2, RAIL),
        *_labels(labels),
        size=(WIDTH, HEIGHT),
        described=described,
        names=True,
    )


def place(share: float) -> float:
    """Return where a share of seat A stands: at the left if it is all of it."""
    return EDGE + (1 - share) * (WIDTH - 2 * EDGE)


def _band(name: str, start: float, end: float) -> str:
    box = attributes(
        x=start,
        y=RAIL - THICK / 2,
        width=max(end - start, 1.0),
        height=THICK,
        fill=f"url(#{name}-ab)",
    )
    return f"<rect {box} {stroke('ours', 1.2)}/>"


def _labels(labels: Pair[str]) -> tuple[str, str]:
    a, b = (fit(labels[seat], units=WIDTH / 2 - 20, size=SIZE) for seat in Seat)
    low = HEIGHT - 6
    return (
        words(a, EDGE / 2 - marks.RADIUS, low, size=SIZE),
        words(b, WIDTH - EDGE / 2 + marks.RADIUS, low, size=SIZE, anchor="end"),
    )
