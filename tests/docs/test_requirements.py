"""Every rule of safety has its row, and every test that a row names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "requirements.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (S\d+) \| (.+) \| (.+) \| (.*)\|$", PAGE, re.MULTILINE)
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
LATER = {"S27", "S28"}
"""Rules for rooms that are not there yet."""


def test_every_rule_has_one_row_in_order() -> None:
    assert [rule for rule, *_ in ROWS] == [f"S{number}" for number in range(1, 31)]


def test_every_rule_is_shown_by_a_test_or_says_why_not_yet() -> None:
    for rule, _short, shown, note in ROWS:
        if rule in LATER:
            assert shown == "-"
            assert note.startswith("Not yet: ")
        else:
            assert re.fullmatch(r"`[^`]+::\w+`(, `[^`]+::\w+`)*", shown), rule


@pytest.mark.parametrize(("file", "name"), sorted(set(NAMED)))
def test_every_test_that_is_named_exists(file: str, name: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"^def {name}\(", text, re.MULTILINE)
