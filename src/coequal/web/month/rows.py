"""The lines that are tapped, as a page shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from coequal.core.month.check_in import Facet
from coequal.core.month.taps import OpenMonth
from coequal.core.people import Pair
from coequal.web.month.labels import ASKED, STEPS
from coequal.web.two.forms import Choice, choices


@dataclass(frozen=True, slots=True, kw_only=True)
class TapRow:
    """One line to tap: what it says, its seven words, and whether it is shared."""

    name: str
    legend: str
    choices: list[Choice]
    is_shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOfBoth:
    """One line that both shared, with what each tapped, in words."""

    question: str
    said: Pair[str]


def tap_rows(
    names: Iterable[str], steps: Mapping[str, int], shared: Collection[str] = ()
) -> list[TapRow]:
    """Return a row for each line, with what was tapped."""
    words = {str(step): word for step, word in enumerate(STEPS)}
    return [
        TapRow(
            name=str(name),
            legend=str(ASKED[name]),
            choices=choices(words, str(steps.get(name, ""))),
            is_shared=name in shared,
        )
        for name in names
    ]


def step_word(step: int | None) -> str:
    """Return a step in words; nothing where there is none."""
    return "" if step is None else str(STEPS[step])


def said_of_both(month: OpenMonth) -> list[SaidOfBoth]:
    """Return what both shared of one month, in words."""
    a, b = month.both.a, month.both.b
    return [
        SaidOfBoth(
            question=str(ASKED[facet]),
            said=Pair(a=step_word(a[facet]), b=step_word(b[facet])),
        )
        for facet in Facet
        if a[facet] is not None
    ]
