from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest
from cattrs import BaseValidationError

from coequal import strict


class Drink(StrEnum):
    TEA = "tea"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    drink: Drink
    cups: int
    strength: float
    milk: bool
    day: date
    note: str | int = ""
    sugar: int | None = None


DAY = date(2026, 1, 2)
WHOLE: dict[str, Any] = {
    "drink": "tea",
    "cups": 2,
    "strength": 0.5,
    "milk": True,
    "day": DAY,
}


def order(**fields: Any) -> Order:
    return strict.converter().structure(WHOLE | fields, Order)


def test_what_fits_is_taken_as_it_is() -> None:
    assert order(note=3) == Order(
        drink=Drink.TEA, cups=2, strength=0.5, milk=True, day=DAY, note=3
    )


@pytest.mark.parametrize(
    "field",
    [
        {"drink": "ink"},
        {"cups": True},
        {"cups": "2"},
        {"cups": 2.0},
        {"strength": 1},
        {"milk": 1},
        {"day": "2026-01-02"},
        {"day": datetime(2026, 1, 2, tzinfo=UTC)},
        {"note": b"less"},
        {"sugar": "1"},
        {"lemon": 1},
    ],
)
def test_nothing_is_converted_or_left_over(field: dict[str, Any]) -> None:
    with pytest.raises(BaseValidationError):
        order(**field)


def test_nothing_may_be_missing() -> None:
    with pytest.raises(BaseValidationError):
        strict.converter().structure({"drink": "tea"}, Order)


def test_hooks_of_one_reader_are_nobody_elses() -> None:
    one, other = strict.converter(), strict.converter()
    one.register_structure_hook(bytes, lambda text, _: bytes.fromhex(text))
    assert one.structure("0a", bytes) == b"\n"
    assert other.structure("0a", bytes) != b"\n"
