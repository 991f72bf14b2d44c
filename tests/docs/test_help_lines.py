"""The figures about help lines in docs/limitations.md are those of the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from coequal.content.help import help_found
from coequal.content.helplines import PAGES_AGREE, Grade

PAGE = Path(__file__).resolve().parents[2] / "docs" / "limitations.md"
LINES = help_found().lines


def test_the_page_says_how_many_rows_give_a_number_and_on_what_that_rests() -> None:
    numbers = [line for line in LINES if line.phone]
    agreed = [line for line in numbers if line.grade is Grade.A2]
    others = [line for line in LINES if not line.sure]
    said = PAGE.read_text(encoding="utf-8")
    for words in (
        f"Of {len(LINES)} rows in {len({line.country for line in LINES})} countries",
        f"{len(numbers)} give a number: {len(numbers) - len(agreed)} because",
        f"and {len(agreed)} because at least {PAGES_AGREE} pages of different years",
        f"{len([one for one in agreed if not one.seen])} of them were read on a page",
        f"The other {len(others)} give name and site only",
        f"and {len([one for one in others if not one.web])} of them no site",
    ):
        assert words in said


def test_the_page_names_the_countries_where_a_way_without_speaking_is_known() -> None:
    known = {line.country for line in LINES if line.danger and line.text}
    said = PAGE.read_text(encoding="utf-8")
    assert f"A way without speaking is known in {len(known)} countries" in said


@pytest.mark.parametrize(
    "words", ["142", "Sweden", "New Zealand", "Kids Helpline", "Shout", "70999"]
)
def test_the_page_says_what_a_person_has_to_look_up_live(words: str) -> None:
    said = PAGE.read_text(encoding="utf-8")
    part = said[said.index("### To look up, by a call or on a live page") :]
    assert words in part[: part.index("\n## ")]
