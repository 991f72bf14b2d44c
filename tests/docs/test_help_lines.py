"""The figures about help lines in docs/limitations.md are those of the list."""

from __future__ import annotations

from pathlib import Path

from coequal.content.help import help_found

PAGE = Path(__file__).resolve().parents[2] / "docs" / "limitations.md"
LINES = help_found().lines


def test_the_page_says_how_many_rows_give_a_number_and_how_old_the_others_are() -> None:
    numbers = [line for line in LINES if line.phone]
    others = [line for line in LINES if not line.phone]
    old = [line.seen for line in others if "" < line.seen < "2023"]
    undated = [line for line in others if not line.seen]
    new = len(others) - len(old) - len(undated)
    said = PAGE.read_text(encoding="utf-8")
    for words in (
        f"Of {len(LINES)} rows in {len({line.country for line in LINES})} countries",
        f"{len(numbers)} give a number, in {len({one.country for one in numbers})} ",
        f"The other {len(others)} give name and site only",
        f"and {len([one for one in others if not one.web])} of them no site",
        f"{len(undated)} from pages without a date",
        f"{len(old)} from pages of {min(old)[:4]} to {max(old)[:4]}",
        f"and {new} newer ones",
        *(
            f"{len([one for one in numbers if one.seen.startswith(year)])} "
            f"{'were read on pages of' if year == '2023' else 'of'} {year}"
            for year in sorted({one.seen[:4] for one in numbers})
        ),
    ):
        assert words in said
