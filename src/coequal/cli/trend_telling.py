"""What a file of weeks comes to, in plain words for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

import click

from coequal.cli.trend_file import NamedWeek
from coequal.core.people import Pair, Seat
from coequal.core.trend.level import ENOUGH
from coequal.core.trend.shift import FEWEST, Pool, Shift
from coequal.core.trend.trend import Trend

_WHAT: Final = MappingProxyType(
    {
        Pool.SAY_AND_LOAD: "feeling heard, having a say and a fair load",
        Pool.TOGETHER: "feeling appreciated and being together",
    }
)
_SENTENCES: Final = MappingProxyType(
    {
        Shift.UP: "Lately {who} rates {what} clearly higher than before.",
        Shift.DOWN: "Lately {who} rates {what} clearly lower than before.",
        Shift.NONE: "Nothing has clearly changed in how {who} rates {what}.",
        Shift.EARLY: "It’s too early to say if {who} rates {what} differently now. "
        f"That takes at least {ENOUGH} answers.",
    }
)
TOGETHER: Final = (
    "For {who} both went the same way. "
    "That may belong together, but this doesn’t show why."
)
LIMITS: Final = (
    "We name a change only where it’s larger than the ups and downs from week to week. "
    f"That takes at least {FEWEST} answers, and more for a small change. The answers "
    "don’t say why something changed, or whether somebody felt free to answer."
)


def tell_trends(weeks: Sequence[NamedWeek], found: Pair[Trend]) -> Iterator[str]:
    """Yield one sentence for each series of each of the two, and the limits last."""
    if not weeks:
        yield from ("There are no weeks in this file yet.", "")
    else:
        yield click.style(f"{weeks[0].name} to {weeks[-1].name}", bold=True)
    for seat in Seat:
        yield from _person(seat, found[seat])
        yield ""
    yield f"  {LIMITS}"


def _person(seat: Seat, found: Trend) -> Iterator[str]:
    for pool in Pool:
        told = _SENTENCES[found.changes[pool]]
        yield f"  {told.format(who=seat, what=_WHAT[pool])}"
    if found.side_by_side:
        yield f"  {TOGETHER.format(who=seat)}"
