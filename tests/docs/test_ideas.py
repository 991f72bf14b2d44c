"""The table of ideas is true: its guides and its tests are there."""

from __future__ import annotations

import re
from pathlib import Path

from coequal.content.guides import library

ROOT = Path(__file__).parents[2]
ROWS = [
    line.strip("| ").split(" | ")
    for line in (ROOT / "docs" / "ideas.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and "`" in line
]


def test_every_idea_has_a_place_a_guide_and_a_test() -> None:
    assert len(ROWS) > 30
    for idea, place, guides, tests in ROWS:
        assert idea
        assert place
        assert set(re.findall("`([^`]+)`", guides)) <= set(library().guides)
        named = re.findall("`([^`]+)`", tests)
        assert named
        assert [one for one in named if not (ROOT / one).is_file()] == []
