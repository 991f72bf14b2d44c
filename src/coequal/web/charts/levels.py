"""Paired levels with wish: how much say each person has in one area.

A row for each person's say. Above stand the signs of those who said it; below lies
the interval where the level probably is, in the pattern of the person it is about.
An arrow beside one's own sign is one's wish, a short line under it: good as it is.
Where something was said before, it stands hollow in a lane of its own, above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import (
    WIDTH,
    drawing,
    fit,
    length,
    number,
    paint,
    two_lines,
    words,
)

FIRST: Final = 46.0  # where step 0 stands
STEP: Final = 62.0
LINE: Final = 16  # from one line of a name to the next
SLACK: Final = 0.5  # an interval may reach half a step past either end
REACH: Final = {1: 16.0, 2: 26.0}  # of an arrow, by how much more or less


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lanes:
    """How high a row is, and where inside it things stand."""

    row: int
    then: int
    said: int
    likely: int

    @property
    def tops(self) -> Pair[int]:
        """Where the two rows begin."""
        return Pair(a=4, b=4 + self.row)

    @property
    def floor(self) -> int:
        """Where the scale lies, below both rows."""
        return 2 * self.row + 8


ONCE: Final = _Lanes(row=84, then=0, said=38, likely=60)
TWICE: Final = _Lanes(row=104, then=34, said=58, likely=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """What is shown about one person: who said which step, and whose wish it is.

    `then` is what was said before.
    """

    label: str
    said: dict[Seat, int]
    then: dict[Seat, int]
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
    earlier: Pair[Pair[int | None]] | None = None,
) -> SafeString:
    """Draw one area as both said it.

    `labels` head the two rows, `said[reporter][person]` are steps from 0,
    `level[person]` is in steps, `wish[person]` runs from -2 to 2; `earlier` is like
    `said`, from a sitting before. `name` must be the only one of its kind on the page.
    """
    rows = Pair(a=Seat.A, b=Seat.B).map(
        lambda seat: _Row(
            label=labels[seat],
            said=_steps({by: said[by][seat] for by in Seat}),
            then=_steps({by: earlier[by][seat] for by in Seat} if earlier else {}),
            speaker=seat,
            about=seat,
            level=level[seat],
            wish=wish[seat],
        )
    )
    return _figure(name, rows, steps, described, TWICE if earlier else ONCE)


def own(  # noqa: PLR0913  this is what one area is made of
    name: str,
    *,
    labels: Pair[str],
    said: Pair[int | None],
    level: Pair[Estimate | None],
    wish: int | None,
    steps: Sequence[str],
    described: str,
    earlier: Pair[int | None] | None = None,
    seat: Seat = Seat.A,
) -> SafeString:
    """Draw one area as one person said it: `a` is that person, `b` the other.

    `seat` is the seat that the person sits in, and so which sign stands for them.
    """
    rows = Pair(a=Seat.A, b=Seat.B).map(
        lambda place: _Row(
            label=labels[place],
            said=_steps({seat: said[place]}),
            then=_steps({seat: earlier[place]} if earlier else {}),
            speaker=seat,
            about=seat if place is Seat.A else seat.other,
            level=level[place],
            wish=wish if place is Seat.A else None,
        )
    )
    return _figure(name, rows, steps, described, TWICE if earlier else ONCE)


def at(level: float) -> float:
    """Return where a level stands, kept inside the drawing."""
    top = 4 + SLACK
    return FIRST + STEP * min(max(level, -SLACK), top)


def _steps(said: dict[Seat, int | None]) -> dict[Seat, int]:
    return {by: step for by, step in said.items() if step is not None}


def _figure(
    name: str, rows: Pair[_Row], steps: Sequence[str], described: str, lanes: _Lanes
) -> SafeString:
    floor = lanes.floor
    places = [at(step) for step in range(len(steps))]
    told = [two_lines(step, units=STEP, size=14) for step in steps]
    names = (
        words(line, x, floor + 18 + LINE * place, anchor="middle")
        for x, lines in zip(places, told, strict=True)
        for place, line in enumerate(lines)
    )
    most = max(map(len, told), default=1)
    return drawing(
        marks.patterns(name),
        *(marks.line(f"M{number(x)} 8V{floor}", "line", 1.0) for x in places),
        *(_drawn(rows[place], name, lanes, lanes.tops[place]) for place in Seat),
        marks.line(f"M20 {floor}H320", "strong", 1.2),
        *names,
        size=(WIDTH, floor + 26 + LINE * (most - 1)),
        described=described,
        names=True,
    )


def _drawn(row: _Row, name: str, lanes: _Lanes, top: int) -> str:
    parts = (
        _label(row.label),
        _then(row.then, lanes.then),
        _said(row.said, lanes.said),
        _wish(row, lanes.said),
        _likely(row, name, lanes.likely),
    )
    return f'<g transform="translate(0 {top})">{"".join(parts)}</g>'


def _label(label: str) -> str:
    text = fit(label, units=WIDTH, size=15.5)
    width = length(text, 15.5) + 4
    plate = f'<rect width="{number(width)}" height="20" {paint("paper")}/>'
    return plate + words(text, 0, 15, size=15.5, weight=650, colour="ink")


def _then(then: dict[Seat, int], y: float) -> str:
    if _alike(then):
        return marks.hollow_same(at(then[Seat.A]), y)
    return "".join(marks.hollow(by, at(step), y) for by, step in then.items())


def _said(said: dict[Seat, int], y: float) -> str:
    if _alike(said):
        return marks.same(at(said[Seat.A]), y)
    tie = ""
    if len(said) == 2:
        low, high = sorted(said.values())
        path = f"M{number(at(low))} {number(y)}H{number(at(high))}"
        tie = marks.line(path, "soft", 1.6, dotted=True)
    return tie + "".join(marks.sign(by, at(step), y) for by, step in said.items())


def _alike(said: dict[Seat, int]) -> bool:
    return len(said) == 2 and said[Seat.A] == said[Seat.B]


def _wish(row: _Row, y: float) -> str:
    if row.wish is None or row.speaker not in row.said:
        return ""
    x = at(row.said[row.speaker])
    if not row.wish:
        return marks.underline(x, y + 13.5)
    side = 1 if row.wish > 0 else -1
    gap = 17 if _alike(row.said) else 13
    return marks.arrow(x + side * gap, y, side * REACH[abs(row.wish)])


def _likely(row: _Row, name: str, y: float) -> str:
    if row.level is None:
        return ""
    ends = at(row.level.low), at(row.level.high)
    tick = f"M{number(at(row.level.value))} {number(y - 3.5)}v18"
    bar = marks.band(name, row.about, ends, y)
    return bar + marks.line(tick, "ink", 2.6)
