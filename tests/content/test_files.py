from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pytest

from coequal.content.files import check, from_toml, text_of, twice
from coequal.errors import Unsound


class Drink(StrEnum):
    TEA = "tea"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cup:
    drink: Drink
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    cups: tuple[Cup, ...]


def test_a_file_that_fits_is_read() -> None:
    read = from_toml("table", 'cups = [{ drink = "tea", size = 2 }]', Table)
    assert read == Table(cups=(Cup(drink=Drink.TEA, size=2),))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("cups = ", "table: Invalid value"),
        ('cups = [{ drink = "tea" }]', "required field missing @ $.cups[0].size"),
        ('cups = [{ drink = "tea", size = "2" }]', "expected int @ $.cups[0].size"),
        ('cups = [{ drink = "ink", size = 2 }]', "expected Drink @ $.cups[0].drink"),
        ("cups = []\nmugs = 1", "extra fields found (mugs) @ $"),
    ],
)
def test_one_line_names_the_place_and_the_fault(text: str, fault: str) -> None:
    with pytest.raises(Unsound) as unsound:
        from_toml("table", text, Table)
    message = str(unsound.value)
    assert message.startswith("table: ")
    assert fault in message
    assert "\n" not in message


def test_the_first_fault_is_said() -> None:
    check("table", [])
    with pytest.raises(Unsound, match=r"^table: no cups$"):
        check("table", ["no cups", "no plates"])


def test_a_name_is_told_once_however_often_it_stands_twice() -> None:
    assert list(twice("abacab")) == ["a", "b"]


def test_a_file_is_found_by_its_path() -> None:
    assert 'locale = "en"' in text_of("en", "notes", "signs.toml")
