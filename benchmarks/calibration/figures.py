"""The same figures as on the page of the algorithm, as data for the pages people read.

*How sure is this?* says them: src/coequal/content/calibration.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[2] / "src" / "coequal" / "content"
_WORDS: Final = (
    *("world", "answered", "any_word", "clear", "clear_wrong", "probably"),
    *("probably_wrong", "probably_even", "same", "same_right", "different"),
)
COLUMNS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "picture": {
        "words": _WORDS,
        "hard": _WORDS,
        "coverage": (
            *("world", "level", "difference", "gap", "level_one", "difference_one"),
            *("slope", "slope_one"),
        ),
        "overall": ("world", "two_named", "two_wrong", "one_named", "one_wrong"),
    },
    "change": {
        "overall": (
            *("world", "one_anything", "one_over_all", "one_rise", "one_larger_rise"),
            *("two_anything", "two_over_all", "two_rise", "two_larger_rise"),
        ),
        "heard": ("steps", "told", "wrong_way", "calm_told", "calm_wrong_way"),
    },
}
"""What the columns of each table are called as data, in order, by page and table."""


def write(page: str, tables: Mapping[str, str], *, couples: int) -> None:
    """Write those tables of a page that people read of into its file of content."""
    lines = [
        "# Written by `make calibrate`, with the tables of docs/algorithms: no hand",
        "# changes a figure here. Per cent of areas or of couples.",
        f"couples = {couples}",
    ]
    for table, columns in COLUMNS[page].items():
        for row in rows(tables[table], columns):
            lines += ["", f"[[{table}]]"]
            lines += [f"{key} = {value}" for key, value in row.items()]
    path = FOLDER / f"calibration_{page}.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def rows(table: str, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a table in Markdown, each as values in TOML by column."""
    for line in table.splitlines()[2:]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        values = (_value(cell) for cell in cells)
        yield dict(zip(columns, values, strict=True))


def _value(cell: str) -> str:
    """Return a cell as TOML: a number, or a text; what is of nothing is 0."""
    if cell == "-":
        return "0.0"
    if re.fullmatch(r"-?\d+(\.\d+)?", cell):
        return cell if "." in cell else f"{cell}.0"
    return f'"{cell}"'
