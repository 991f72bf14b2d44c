"""Turn strip: whose wish it was, decision by decision, in the order they were made.

A disc, a square, or both in register stand on the ground. Nothing is summed up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Seat
from coequal.web.charts import marks
from coequal.web.charts.ink import WIDTH, drawing, fit, number, paint, words

PLACES: Final = 7  # on one strip
PLACE: Final = WIDTH / PLACES
RADIUS: Final = 10.5
GROUND: Final = 52.0  # heights inside a strip
CREST: Final = 44.0
STRIP: Final = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One decision: whose wish it was, `None` if both wished it, and when."""

    wish: Seat | None
    when: str


def figure(*, turns: Sequence[Turn], nothing: str, described: str) -> SafeString:
    """Draw the decisions, the oldest first, on as many strips as they need.

    `nothing` stands on the ground where nothing was decided yet.
    """
    strips = [turns[at : at + PLACES] for at in range(0, len(turns), PLACES)] or [[]]
    shown = (
        f'<g transform="translate(0 {STRIP * at})">{_strip(strip, nothing)}</g>'
        for at, strip in enumerate(strips)
    )
    size = WIDTH, STRIP * len(strips)
    return drawing(*shown, size=size, described=described, names=True)


def across(place: int) -> float:
    """Return where a decision stands on its strip, counted from 0."""
    return PLACE * (place + 0.5)


def ground(x: float) -> float:
    """Return the height of the ground."""
    part = x / WIDTH
    return GROUND - 3 * (GROUND - CREST) * part * (1 - part)


def _strip(turns: Sequence[Turn], nothing: str) -> str:
    # Handles a third of the width apart make the arch linear along x.
    near, far = number(WIDTH / 3), number(2 * WIDTH / 3)
    low, high = number(GROUND + 10), number(CREST + 10)
    path = (
        f"M0 {number(GROUND)}C{near} {number(CREST)} {far} {number(CREST)} "
        f"{WIDTH} {number(GROUND)}V{low}C{far} {high} {near} {high} 0 {low}Z"
    )
    soil = f'<path d="{path}" {paint("ground")}/>'
    if turns:
        return soil + "".join(_turns(turns))
    text = fit(nothing, units=WIDTH, size=14)
    return soil + words(text, WIDTH / 2, STRIP - 8, anchor="middle")


def _turns(turns: Sequence[Turn]) -> Iterator[str]:
    for place, turn in enumerate(turns):
        x = across(place)
        when = fit(turn.when, units=PLACE - 3, size=14)
        label = words(when, x, STRIP - 8, anchor="middle")
        yield f"<g>{_stands(turn.wish, x)}{label}</g>"


def _stands(wish: Seat | None, x: float) -> str:
    """Draw whose wish it was, with their feet on the ground."""
    feet = ground(x)
    if wish is None:
        return marks.same(x, feet - RADIUS, RADIUS)
    half = RADIUS if wish is Seat.A else marks.SIDE * RADIUS / 2
    return marks.sign(wish, x, feet - half, RADIUS)
