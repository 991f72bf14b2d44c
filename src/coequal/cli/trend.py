"""`coequal trend`: how it goes week by week, and what has clearly moved."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from coequal.cli.say import say_json, say_lines
from coequal.cli.trend_file import NamedWeek, evenly, read_weeks
from coequal.cli.trend_telling import tell_trends
from coequal.core.month.check_in import Facet
from coequal.core.people import Pair, Seat
from coequal.core.trend.trend import Trend, trends


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def trend(file: Path, as_json: bool) -> None:
    """Say what has clearly changed, from a file of two people's weeks.

    For each of you it says whether something has changed, or whether it's too early
    to tell. With --json it gives the usual level of every week, with its 90 % band.
    A file called - is standard input.
    """
    weeks = read_weeks(file)
    found = trends(evenly(weeks))
    if as_json:
        say_json(trends_data(weeks, found))
        return
    say_lines(tell_trends(weeks, found))


def trends_data(weeks: tuple[NamedWeek, ...], found: Pair[Trend]) -> dict[str, Any]:
    """Return the levels of the weeks of the file, and what changed, by seat."""
    return {
        "weeks": [
            {"week": week.name}
            | {seat: _levels(found[seat], week.since(weeks[0])) for seat in Seat}
            for week in weeks
        ],
        "change": {seat: dict(found[seat].changes) for seat in Seat},
    }


def _levels(found: Trend, week: int) -> dict[str, Any]:
    levels = {facet: found.levels[facet][week] for facet in Facet}
    return {facet: one and asdict(one) for facet, one in levels.items()}
