"""Five steps on one line with one or two marks: small in a row, larger on a page."""

from __future__ import annotations

from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Pair, Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import WIDTH, drawing, fit, number, paint, words

STEPS: Final = 4
"""From the first of the five to the last."""
ROW: Final = (120, 28)
EDGE: Final = 14
LINE: Final = 26
FIRST: Final = 24


def track(places: Pair[float | None]) -> SafeString:
    """Draw a row; `places` are steps from 0 to 4, None where there is no mark."""
    width, height = ROW
    y = height / 2
    at = places.map(lambda step: _at(step, EDGE, width - EDGE))
    return drawing(_line(EDGE, width - EDGE, y), *_marks(at, y, 7), size=ROW)


def line(
    places: Pair[float | None], *, ends: Pair[str], middle: str, described: str
) -> SafeString:
    """Draw the line of one area with the words of its ends and of its middle."""
    last = WIDTH - FIRST
    at = places.map(lambda step: _at(step, FIRST, last))
    units = (last - FIRST) * 0.38
    labels = (
        words(fit(ends.a, units=units, size=14), FIRST, 60),
        words(middle, WIDTH / 2, 60, anchor="middle"),
        words(fit(ends.b, units=units, size=14), last, 60, anchor="end"),
    )
    return drawing(
        _line(FIRST, last, LINE),
        *_marks(at, LINE, 10),
        *labels,
        size=(WIDTH, 70),
        described=described,
        names=True,
    )


def _at(step: float | None, first: float, last: float) -> float | None:
    if step is None:
        return None
    return first + (last - first) * min(max(step, 0), STEPS) / STEPS


def _line(first: float, last: float, y: float) -> str:
    path = marks.line(f"M{number(first)} {number(y)}H{number(last)}", "strong", 1.5)
    dots = (
        marks.disc(first + (last - first) * step / STEPS, y, 2, look=paint("soft"))
        for step in range(STEPS + 1)
    )
    return path + "".join(dots)


def _marks(at: Pair[float | None], y: float, r: float) -> list[str]:
    if at.a is not None and at.a == at.b:
        return [marks.same(at.a, y, r)]
    return [
        marks.sign(seat, place, y, r)
        for seat in (Seat.B, Seat.A)
        if (place := at[seat]) is not None
    ]
