"""Signs, tilts and one's own life: what can be ticked, and what was.

Nothing here adds up, weighs or judges. What was ticked is shown back; a stop sign
among it leads to one calm text, the same for all of them, and spares whoever ticked
it the questions about what they do themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from coequal.core.notes.entries import Free, Given, HowOften, Lately, Since, Tilt
from coequal.errors import Refused

V = TypeVar("V", bound=StrEnum)


HAPPENS = frozenset({HowOften.ONCE, HowOften.SOMETIMES, HowOften.OFTEN})


def ticked(often: str, since: str, lately: str) -> Given | None:
    """Return what was ticked at one sign, or None if nothing was.

    Since when, and whether it is more of late, stand only with what happens. Raises
    `Refused` for what no form of ours offers.
    """
    if not often:
        return None
    how = _one_of(HowOften, often)
    if how not in HAPPENS:
        return Given(often=how.value)
    return Given(
        often=how.value,
        since=_one_of(Since, since).value if since else "",
        lately=_one_of(Lately, lately).value if lately else "",
    )


def tilts(given: Mapping[str, str]) -> dict[str, str]:
    """Return what was ticked, by factor. Raises `Refused` as `ticked` does."""
    return {name: _one_of(Tilt, value).value for name, value in given.items() if value}


def free(given: Mapping[str, str]) -> dict[str, str]:
    """Return how free one is, by question. Raises `Refused` as `ticked` does."""
    return {name: _one_of(Free, value).value for name, value in given.items() if value}


def happening(
    order: Iterable[str], given: Mapping[str, Given]
) -> list[tuple[str, Given]]:
    """Return, in this order, the signs that were ticked as happening."""
    return [(sign, given[sign]) for sign in order if _happens(given.get(sign))]


def any_happens(given: Mapping[str, Given], signs: Collection[str]) -> bool:
    """Whether any of these signs was ticked as happening, be it once."""
    return any(_happens(given.get(sign)) for sign in signs)


def _happens(given: Given | None) -> bool:
    return given is not None and given.often in HAPPENS


def _one_of(kind: type[V], value: str) -> V:
    try:
        return kind(value)
    except ValueError:
        raise Refused("no form offers this") from None
