"""Trend with band: how one thing went, week by week, in one lane a person.

Both lanes have the same scale and the same weeks, and they never cross. A sign is
what was said in a week; a short line below, that there was no check-in. The
patterned band is where the usual level probably lies, the line its middle: plain
for seat A, dashed for seat B.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.errors import Unsound
from coequal.web.charts import marks, notches
from coequal.web.charts.ink import WIDTH, drawing, fit, length, number, stroke, words

LEFT: Final = 54.0  # where the first week stands
RIGHT: Final = 332.0
FEWEST: Final = 9  # weeks that fill the width, so that few do not look like many
HIGH: Final = 34.0  # heights inside a lane
LOW: Final = 127.0
MISSED: Final = 134
LANE: Final = 144
TOPS: Final = Pair(a=0, b=LANE)
DATES: Final = 2 * LANE - 4
HEIGHT: Final = DATES + 24
SLACK: Final = 0.3  # a band may reach so many steps past either end
LARGEST: Final = 4.4  # radius of a sign
ALONE: Final = 3.0  # how far a single week's band reaches to either side

Point = tuple[float, Estimate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One person's weeks, the oldest first.

    `said` are steps from 0 to 6, `None` where there was no check-in; `level` is the
    usual level of each week in steps, `None` where it is too early to say. Raises
    `Unsound` for other steps, and unless both have the same length.
    """

    said: Sequence[int | None]
    level: Sequence[Estimate | None]

    def __post_init__(self) -> None:
        notches.check(self.said)
        if len(self.said) != len(self.level):
            message = "each week has what was said and its level"
            raise Unsound(message)


def figure(  # noqa: PLR0913  two lanes, a scale, dates and words
    name: str,
    *,
    labels: Pair[str],
    lanes: Pair[Lane],
    scale: tuple[str, str, str],
    dates: Mapping[int, str],
    nothing: str,
    described: str,
) -> SafeString:
    """Draw the lane of seat A above that of seat B.

    `labels` head the lanes, `scale` names the lowest, the middle and the highest
    step, `dates` some weeks, counted from 0; `nothing` stands in a lane without a
    check-in. `name` must be the only one of its kind on the page. Raises `Unsound`
    if the lanes differ in length or a date lies outside them.
    """
    weeks = len(lanes.a.said)
    if len(lanes.b.said) != weeks or any(not 0 <= at < weeks for at in dates):
        message = "both lanes and all dates are about the same weeks"
        raise Unsound(message)
    shown = []
    for seat in Seat:
        lane = (
            *_scale(labels[seat], scale),
            *_level(name, seat, lanes[seat].level),
            *_weeks(seat, lanes[seat].said, nothing),
        )
        shown.append(f'<g transform="translate(0 {TOPS[seat]})">{"".join(lane)}</g>')
    return drawing(
        marks.patterns(name),
        *shown,
        *_dates(dates, weeks),
        size=(WIDTH, HEIGHT),
        described=described,
        names=True,
    )


def across(week: int, weeks: int) -> float:
    """Return where a week stands, counted from 0."""
    return LEFT + week * _gap(weeks)


def up(step: float) -> float:
    """Return the height of a step in its lane, kept inside it."""
    kept = min(max(step, -SLACK), notches.TOP + SLACK)
    return LOW - (LOW - HIGH) * kept / notches.TOP


def _gap(weeks: int) -> float:
    return (RIGHT - LEFT) / (max(weeks, FEWEST) - 1)


def _scale(label: str, scale: tuple[str, str, str]) -> Iterator[str]:
    head = fit(label, units=WIDTH, size=15.5)
    yield words(head, 0, 15, size=15.5, weight=650, colour="ink")
    for step, word in zip((0, notches.TOP / 2, notches.TOP), scale, strict=True):
        y = up(step)
        yield marks.line(f"M48 {number(y)}H{WIDTH - 4}", "line", 1.0)
        yield words(fit(word, units=46, size=14), 0, y + 4)


def _level(name: str, seat: Seat, level: Sequence[Estimate | None]) -> Iterator[str]:
    for run in _runs(level):
        upper = _path((x, one.high) for x, one in run)
        lower = _path((x, one.low) for x, one in reversed(run))
        fill = f'fill="url(#{name}-{seat.lower()})"'
        edge = stroke(marks.EDGE[seat], 0.8)
        yield f'<path d="M{upper} {lower}Z" {fill} {edge}/>'
        middle = _path((x, one.value) for x, one in run)
        yield marks.own_line(seat, f"M{middle}", 3)


def _runs(level: Sequence[Estimate | None]) -> Iterator[list[Point]]:
    """Yield the weeks that follow each other; a single one gets a little width."""
    run: list[Point] = []
    for week, one in enumerate((*level, None)):
        if one is not None:
            run.append((across(week, len(level)), one))
        elif run:
            yield run if len(run) > 1 else _widened(*run[0])
            run = []


def _widened(x: float, one: Estimate) -> list[Point]:
    return [(x - ALONE, one), (x + ALONE, one)]


def _path(points: Iterator[tuple[float, float]]) -> str:
    return " ".join(f"{number(x)} {number(up(step))}" for x, step in points)


def _weeks(seat: Seat, said: Sequence[int | None], nothing: str) -> Iterator[str]:
    gap = _gap(len(said))
    radius = min(LARGEST, 0.46 * gap)
    dash = min(6.0, 0.6 * gap)
    for week, step in enumerate(said):
        x = across(week, len(said))
        if step is None:
            path = f"M{number(x - dash / 2)} {MISSED}h{number(dash)}"
            yield marks.line(path, "strong", 2)
        else:
            yield marks.sign(seat, x, up(step), radius, edge=0.27 * radius)
    if all(step is None for step in said):
        yield words(fit(nothing, units=RIGHT - LEFT, size=14), LEFT, up(4))


def _dates(dates: Mapping[int, str], weeks: int) -> Iterator[str]:
    """Mark every date; name it where the one before leaves room."""
    free = 0.0
    for week, text in sorted(dates.items()):
        x = across(week, weeks)
        yield marks.line(f"M{number(x)} {DATES - 2}v6", "strong", 1.2)
        half = length(text, 14) / 2
        middle = min(max(x, half), WIDTH - half)
        if middle - half >= free:
            yield words(text, middle, DATES + 19, anchor="middle")
            free = middle + half + 6
