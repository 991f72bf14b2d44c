"""The table of ASVS leaves no number out, and each test that a row names exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
ROWS: Final = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if re.match(r"\| V?\d", line)
]
NAMED: Final = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
TESTS: Final = re.compile(rf"{NAMED.pattern}(, {NAMED.pattern})*")
NUMBER: Final = re.compile(r"(\d+\.\d+)\.(\d+)(?:-(\d+))?")

LAST: Final = {
    "1.1": 2,
    "1.2": 9,
    "1.3": 11,
    "1.4": 3,
    "1.5": 2,
    "2.1": 3,
    "2.2": 3,
    "2.3": 4,
    "2.4": 1,
    "3.2": 2,
    "3.3": 4,
    "3.4": 6,
    "3.5": 5,
    "3.7": 2,
    "4.1": 3,
    "4.2": 1,
    "4.3": 2,
    "4.4": 4,
    "5.1": 1,
    "5.2": 3,
    "5.3": 2,
    "5.4": 3,
    "6.1": 3,
    "6.2": 11,
    "6.3": 3,
    "6.4": 4,
    "6.5": 5,
    "6.6": 3,
    "6.8": 4,
    "7.1": 3,
    "7.2": 4,
    "7.3": 2,
    "7.4": 5,
    "7.5": 2,
    "7.6": 2,
    "8.1": 2,
    "8.2": 3,
    "8.3": 1,
    "8.4": 1,
    "11.1": 2,
    "11.2": 3,
    "11.3": 3,
    "11.4": 4,
    "11.5": 1,
    "11.6": 1,
    "12.1": 3,
    "12.2": 2,
    "12.3": 4,
    "13.1": 1,
    "13.2": 5,
    "13.3": 2,
    "13.4": 5,
    "14.1": 2,
    "14.2": 4,
    "14.3": 3,
    "15.1": 3,
    "15.2": 3,
    "15.3": 7,
    "16.1": 1,
    "16.2": 5,
    "16.3": 4,
    "16.4": 3,
    "16.5": 3,
}
"""Of each section the last number of levels 1 and 2 in 5.0; those of level 3 follow."""


def numbers(cell: str) -> Iterator[str]:
    """Yield each number of a cell; `1.2.5-9` stands for five."""
    for section, first, last in NUMBER.findall(cell):
        for one in range(int(first), int(last or first) + 1):
            yield f"{section}.{one}"


def test_no_number_is_left_out_and_none_stands_twice() -> None:
    told = [one for row in ROWS for one in numbers(row[0])]
    asked = {
        f"{section}.{one}"
        for section, last in LAST.items()
        for one in range(1, last + 1)
    }
    assert sorted(told) == sorted(asked)


def test_chapters_of_which_there_is_nothing_here_stand_together() -> None:
    whole = [row for row in ROWS if row[0].startswith("V")]
    assert [row[:2] for row in whole] == [["V9, V10, V17", "does not apply"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_says_what_shows_it_or_what_is_missing(row: list[str]) -> None:
    _, state, there, shown, missing = row
    has = (bool(there), bool(TESTS.fullmatch(shown)), bool(missing))
    assert has == {
        "met": (True, True, False),
        "partly": (True, True, True),
        "not": (False, False, True),
        "does not apply": (True, False, False),
    }.get(state)
    assert bool(shown) is has[1]


@pytest.mark.parametrize(("file", "name"), sorted(set(NAMED.findall(PAGE))))
def test_every_test_that_is_named_exists(file: str, name: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"^def {name}\(", text, re.MULTILINE)


def test_whoever_looks_for_it_finds_it() -> None:
    for page in ("docs/README.md", "SECURITY.md"):
        assert "asvs.md)" in (ROOT / page).read_text(encoding="utf-8")
