"""The texts of two public lists in every field: N of each list, or all of them.

Reads `../shared/data/security`, which is no part of this repository: the Big List of
Naughty Strings and a list of scripts that pages have let through. Without it, this is
skipped and says so. Every text of our own is in `tests/web/hostile.py`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.web.cast import Person
from tests.web.conftest import Hands, hands  # noqa: F401  fixture
from tests.web.hostile_fields import amiss

LISTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "security"
FILES = sorted(LISTS.glob("*.json"))
WANTED = int(os.environ.get("N") or 0)


def test_the_lists_are_there() -> None:
    if not FILES:
        pytest.skip(f"NO LISTS: no hostile text was read. Looked in {LISTS}")
    assert all(json.loads(file.read_text(encoding="utf-8")) for file in FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_field_keeps_or_refuses_every_text_of_a_list(
    db: None,
    hands: Hands,  # noqa: F811
    file: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    texts = json.loads(file.read_text(encoding="utf-8"))[: WANTED or None]
    assert amiss(Person("Alice"), Person("Bob"), hands, texts) == {}
    with capsys.disabled():
        print(f"\n{file.stem}: {len(texts)} texts in every field, 0 amiss")
