"""Trend with band: how one thing went, month by month, in one lane a person.

Both lanes have the same scale and the same months, and they never cross. A sign is
what was said in a month; a short line below, that nothing was. The patterned band is
where the usual level probably lies, the line its middle: plain for seat A, dashed for
seat B. A small one has lower lanes, so that several fit on a page.
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

LEFT: Final = 54.0  # where the first month stands
RIGHT: Final = 332.0
FEWEST: Final = 9  # months that fill the width, so that few do not look like many
SLACK: Final = 0.3  # a band may reach so many steps past either end
LARGEST: Final = 4.4  # radius of a sign
ALONE: Final = 3.0  # how far a single month's band reaches to either side

Point = tuple[float, Estimate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The heights of a lane: of the top step, the lowest, a month missed, all of it."""

    high: float
    low: float
    missed: int
    lane: int

    def up(self, step: float) -> float:
        """Return the height of a step in its lane, kept inside it."""
        kept = min(max(step, -SLACK), notches.TOP + SLACK)
        return self.low - (self.low - self.high) * kept / notches.TOP


TALL: Final = Size(high=34.0, low=127.0, missed=134, lane=144)
SMALL: Final = Size(high=34.0, low=82.0, missed=89, lane=98)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One person's months, the oldest first.

    `said` are steps from 0 to 6, `None` where there was no check-in; `level` is the
    usual level of each month in steps, `None` where it is too early to say. Raises
    `Unsound` for other steps, and unless both have the same length.
    """

    said: Sequence[int | None]
    level: Sequence[Estimate | None]

    def __post_init__(self) -> None:
        notches.check(self.said)
        if len(self.said) != len(self.level):
            message = "each month has what was said and its level"
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
    size: Size = TALL,
) -> SafeString:
    """Draw the lane of seat A above that of seat B.

    `labels` head the lanes, `scale` names the lowest, the middle and the highest
    step, `dates` some months, counted from 0; `nothing` stands in a lane without a
    check-in. `name` must be the only one of its kind on the page. Raises `Unsound`
    if the lanes differ in length or a date lies outside them.
    """
    return rows(
        name,
        [(seat, labels[seat], lanes[seat]) for seat in Seat],
        scale=scale,
        dates=dates,
        nothing=nothing,
        described=described,
        size=size,
    )


def rows(  # noqa: PLR0913  lanes, a scale, dates and words
    name: str,
    shown: Sequence[tuple[Seat, str, Lane]],
    *,
    scale: tuple[str, str, str],
    dates: Mapping[int, str],
    nothing: str,
    described: str,
    size: Size = SMALL,
) -> SafeString:
    """Draw lanes below one another, as `figure` does: of two people, or of one."""
    months = len(shown[0][2].said)
    same = all(len(lane.said) == months for _, _, lane in shown)
    if not same or any(not 0 <= at < months for at in dates):
        message = "all lanes and all dates are about the same months"
        raise Unsound(message)
    drawn = []
    for place, (seat, label, lane) in enumerate(shown):
        parts = (
            *_scale(label, scale, size),
            *_level(name, seat, lane.level, size),
            *_months(seat, lane.said, nothing, size),
        )
        top = place * size.lane
        drawn.append(f'<g transform="translate(0 {top})">{"".join(parts)}</g>')
    below = len(shown) * size.lane - 4
    return drawing(
        marks.patterns(name),
        *drawn,
        *_dates(dates, months, below),
        size=(WIDTH, below + 24),
        described=described,
        names=True,
    )


def across(month: int, months: int) -> float:
    """Return where a month stands, counted from 0."""
    return LEFT + month * _gap(months)


def _gap(months: int) -> float:
    return (RIGHT - LEFT) / (max(months, FEWEST) - 1)


def _scale(label: str, scale: tuple[str, str, str], size: Size) -> Iterator[str]:
    head = fit(label, units=WIDTH, size=15.5)
    yield words(head, 0, 15, size=15.5, weight=650, colour="ink")
    for step, word in zip((0, notches.TOP / 2, notches.TOP), scale, strict=True):
        y = size.up(step)
        yield marks.line(f"M48 {number(y)}H{WIDTH - 4}", "line", 1.0)
        yield words(fit(word, units=46, size=14), 0, y + 4)


def _level(
    name: str, seat: Seat, level: Sequence[Estimate | None], size: Size
) -> Iterator[str]:
    for run in _runs(level):
        upper = _path(((x, one.high) for x, one in run), size)
        lower = _path(((x, one.low) for x, one in reversed(run)), size)
        fill = f'fill="url(#{name}-{seat.lower()})"'
        edge = stroke(marks.EDGE[seat], 0.8)
        yield f'<path d="M{upper} {lower}Z" {fill} {edge}/>'
        middle = _path(((x, one.value) for x, one in run), size)
        yield marks.own_line(seat, f"M{middle}", 3)


def _runs(level: Sequence[Estimate | None]) -> Iterator[list[Point]]:
    """Yield the months that follow each other; a single one gets a little width."""
    run: list[Point] = []
    for month, one in enumerate((*level, None)):
        if one is not None:
            run.append((across(month, len(level)), one))
        elif run:
            yield run if len(run) > 1 else _widened(*run[0])
            run = []


def _widened(x: float, one: Estimate) -> list[Point]:
    return [(x - ALONE, one), (x + ALONE, one)]


def _path(points: Iterator[tuple[float, float]], size: Size) -> str:
    return " ".join(f"{number(x)} {number(size.up(step))}" for x, step in points)


def _months(
    seat: Seat, said: Sequence[int | None], nothing: str, size: Size
) -> Iterator[str]:
    gap = _gap(len(said))
    radius = min(LARGEST, 0.46 * gap)
    dash = min(6.0, 0.6 * gap)
    for month, step in enumerate(said):
        x = across(month, len(said))
        if step is None:
            path = f"M{number(x - dash / 2)} {size.missed}h{number(dash)}"
            yield marks.line(path, "strong", 2)
        else:
            yield marks.sign(seat, x, size.up(step), radius, edge=0.27 * radius)
    if all(step is None for step in said):
        yield words(fit(nothing, units=RIGHT - LEFT, size=14), LEFT, size.up(4))


def _dates(dates: Mapping[int, str], months: int, below: int) -> Iterator[str]:
    """Mark every date; name it where the one before leaves room."""
    free = 0.0
    for month, text in sorted(dates.items()):
        x = across(month, months)
        yield marks.line(f"M{number(x)} {below - 2}v6", "strong", 1.2)
        half = length(text, 14) / 2
        middle = min(max(x, half), WIDTH - half)
        if middle - half >= free:
            yield words(text, middle, below + 19, anchor="middle")
            free = middle + half + 6
