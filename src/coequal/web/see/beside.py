"""Where the pages beside one of our picture stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Addresses of pages about one picture; `number` is its round, 0 for the present.

    `area` is the first area, `back` and `onward` are the areas before and after one, or
    the page with everything.
    """

    number: int
    everything: str
    area: str
    whole: str
    how_sure: str
    back: str
    onward: str
