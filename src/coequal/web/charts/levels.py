"""Paired levels with wish: how much say each person has in one area.

A row for each person's say. Above stand the signs of those who said it; below lies
the interval where the level probably is, in the pattern of the person it is about.
An arrow beside one's own sign is one's wish, a short line under it: good as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import WIDTH, drawing, fit, length, number, paint, words

FIRST: Final = 46.0  # where step 0 stands
STEP: Final = 62.0
SLACK: Final = 0.5  # an interval may reach half a step past either end
ROW: Final = 84
TOPS: Final = Pair(a=4, b=4 + ROW)
FLOOR: Final = 2 * ROW + 8
HEIGHT: Final = FLOOR + 26
SAID: Final = 38  # heights inside a row
LIKELY: Final = 60
REACH: Final = {1: 16.0, 2: 26.0}  # of an arrow, by how much more or less


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """What is shown about one person: who said which step, and whose wish it is."""

    label: str
    said: dict[Seat, int]
    speaker: Seat
    about: Seat
    level: Estimate | None
    wish: int | None


def joint(  # noqa: PLR0913  this is what one area is made of
    name: str,
    *,
    labels: Pair[str],
    said: Pair[Pair[int | None]],
    level: Pair[Estimate | None],
    wish: Pair[int | None],
    steps: Sequence[str],
    described: str,
) -> SafeString:
    """Draw one area as both said it.

    `labels` head the two rows, `said[reporter][person]` are steps from 0,
    `level[person]` is in steps, `wish[person]` runs from -2 to 2. `name` must be
    the only one of its kind on the page.
    """
    rows = Pair(a=Seat.A, b=Seat.B).map(
        lambda seat: _Row(
            label=labels[seat],
            said=_steps({by: said[by][seat] for by in Seat}),
            speaker=seat,
            about=seat,
            level=level[seat],
            wish=wish[seat],
        )
    )
    return _figure(name, rows, steps, described)


def own(  # noqa: PLR0913  this is what one area is made of
    name: str,
    *,
    labels: Pair[str],
    said: Pair[int | None],
    level: Pair[Estimate | None],
    wish: int | None,
    steps: Sequence[str],
    described: str,
    seat: Seat = Seat.A,
) -> SafeString:
    """Draw one area as one person said it: `a` is that person, `b` the other.

    `seat` is the seat that the person sits in, and so which sign stands for them.
    """
    rows = Pair(a=Seat.A, b=Seat.B).map(
        lambda place: _Row(
            label=labels[place],
            said=_steps({seat: said[place]}),
            speaker=seat,
            about=seat if place is Seat.A else seat.other,
            level=level[place],
            wish=wish if place is Seat.A else None,
        )
    )
    return _figure(name, rows, steps, described)


def at(level: float) -> float:
    """Return where a level stands, kept inside the drawing."""
    top = 4 + SLACK
    return FIRST + STEP * min(max(level, -SLACK), top)


def _steps(said: dict[Seat, int | None]) -> dict[Seat, int]:
    return {by: step for by, step in said.items() if step is not None}


def _figure(
    name: str, rows: Pair[_Row], steps: Sequence[str], described: str
) -> SafeString:
    places = [at(step) for step in range(len(steps))]
    names = (
        words(fit(step, units=STEP, size=14), x, FLOOR + 18, anchor="middle")
        for x, step in zip(places, steps, strict=True)
    )
    return drawing(
        marks.patterns(name),
        *(marks.line(f"M{number(x)} 8V{FLOOR}", "line", 1.0) for x in places),
        *(_drawn(rows[place], name, TOPS[place]) for place in Seat),
        marks.line(f"M20 {FLOOR}H320", "strong", 1.2),
        *names,
        size=(WIDTH, HEIGHT),
        described=described,
    )


def _drawn(row: _Row, name: str, top: int) -> str:
    parts = (_label(row.label), _said(row.said), _wish(row), _likely(row, name))
    return f'<g transform="translate(0 {top})">{"".join(parts)}</g>'


def _label(label: str) -> str:
    text = fit(label, units=WIDTH, size=15.5)
    width = length(text, 15.5) + 4
    plate = f'<rect width="{number(width)}" height="20" {paint("paper")}/>'
    return plate + words(text, 0, 15, size=15.5, weight=650, colour="ink")


def _said(said: dict[Seat, int]) -> str:
    if _alike(said):
        return marks.same(at(said[Seat.A]), SAID)
    tie = ""
    if len(said) == 2:
        low, high = sorted(said.values())
        path = f"M{number(at(low))} {SAID}H{number(at(high))}"
        tie = marks.line(path, "soft", 1.6, dotted=True)
    return tie + "".join(marks.sign(by, at(step), SAID) for by, step in said.items())


def _alike(said: dict[Seat, int]) -> bool:
    return len(said) == 2 and said[Seat.A] == said[Seat.B]


def _wish(row: _Row) -> str:
    if row.wish is None or row.speaker not in row.said:
        return ""
    x = at(row.said[row.speaker])
    if not row.wish:
        return marks.underline(x, SAID + 13.5)
    side = 1 if row.wish > 0 else -1
    gap = 17 if _alike(row.said) else 13
    return marks.arrow(x + side * gap, SAID, side * REACH[abs(row.wish)])


def _likely(row: _Row, name: str) -> str:
    if row.level is None:
        return ""
    ends = at(row.level.low), at(row.level.high)
    tick = f"M{number(at(row.level.value))} {LIKELY - 3.5}v18"
    bar = marks.band(name, row.about, ends, LIKELY)
    return bar + marks.line(tick, "ink", 2.6)
