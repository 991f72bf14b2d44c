"""How one line has gone, month by month: drawn small, with its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.safestring import SafeString

from coequal.core.measured import Estimate
from coequal.core.month.months import first_of
from coequal.core.people import Seat
from coequal.web.charts import described, trend
from coequal.web.charts.trend import Lane
from coequal.web.month.labels import ASKED, STEPS, nothing_yet
from coequal.web.month.rows import step_word
from coequal.web.trend.labels import SCALE

DRAWN: Final = 12
"""So many months are drawn, the latest."""
_APART: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TapLine:
    """What one person tapped on one line, month by month, and what is usual there."""

    seat: Seat
    name: str
    said: Sequence[int | None]
    level: Sequence[Estimate | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """One month of the table: what each tapped."""

    label: str
    cells: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One line of the five or six: what it says, how it went, and the same in words."""

    title: str
    figure: SafeString
    heads: Sequence[str]
    rows: Sequence[MonthRow]


def drawn(asked: str, months: Sequence[str], lines: Sequence[TapLine]) -> Drawn:
    """Draw one line of one person, or of two in the order of their seats."""
    lanes = [(one, Lane(said=one.said, level=one.level)) for one in lines]
    title = str(ASKED[asked])
    told = described.trend(
        what=title.rstrip("."),
        lanes=[(one.name, lane) for one, lane in lanes],
        steps=list(map(str, STEPS)),
    )
    return Drawn(
        title=title,
        figure=trend.rows(
            f"trend-{asked}",
            [(one.seat, one.name, lane) for one, lane in lanes],
            scale=(str(SCALE[0]), str(SCALE[1]), str(SCALE[2])),
            dates={at: _short(months[at]) for at in range(0, len(months), _APART)},
            nothing=nothing_yet(),
            described=told,
        ),
        heads=[one.name for one in lines],
        rows=[
            MonthRow(
                label=date_format(first_of(month), "F Y"),
                cells=[step_word(one.said[at]) for one in lines],
            )
            for at, month in enumerate(months)
        ],
    )


def _short(month: str) -> str:
    return date_format(first_of(month), "M")


def drawn_of(tapped: Sequence[bool]) -> slice:
    """Return which months are drawn: from the first with a tap, of the latest.

    This month stands there with its taps alone: while it goes on nothing is missing.
    """
    end = len(tapped) if tapped[-1] else len(tapped) - 1
    first = tapped.index(True) if True in tapped else end
    return slice(max(first, end - DRAWN), end)
