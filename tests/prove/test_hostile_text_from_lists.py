"""The texts of two public lists in every field: N of each list, or all of them.

Reads `../shared/data/security`, which is no part of this repository: the Big List of
Naughty Strings and a list of scripts that pages have let through. Without it, this is
skipped and says so. Every text of our own is in `tests/web/hostile.py`.

Resumable: a handful of texts at a time goes to two people who have just met, and the
handfuls that held are kept in `test-output/hostile` and not sent again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.cast import Person
from tests.web.conftest import Hands, hands  # noqa: F401  fixture
from tests.web.hostile_fields import amiss

ROOT = Path(__file__).resolve().parents[2]
LISTS = ROOT.parent / "shared" / "data" / "security"
KEPT = ROOT / "test-output" / "hostile"
FILES = sorted(LISTS.glob("*.json"))
WANTED = int(os.environ.get("N") or 0)
HANDFUL = 20


def handfuls() -> Iterator[object]:
    for file in FILES:
        texts = json.loads(file.read_text(encoding="utf-8"))[: WANTED or None]
        for start in range(0, len(texts), HANDFUL):
            some = texts[start : start + HANDFUL]
            name = f"{file.stem}-{start + 1}-to-{start + len(some)}"
            yield pytest.param(name, some, id=name)


def test_the_lists_are_there() -> None:
    if not FILES:
        pytest.skip(f"NO LISTS: no hostile text was read. Looked in {LISTS}")
    assert all(json.loads(file.read_text(encoding="utf-8")) for file in FILES)


@pytest.mark.parametrize(("name", "texts"), list(handfuls()))
def test_every_field_keeps_or_refuses_every_text(
    db: None,
    hands: Hands,  # noqa: F811
    name: str,
    texts: list[str],
) -> None:
    kept = KEPT / name
    if kept.exists() and json.loads(kept.read_text()) == texts:
        return
    assert amiss(Person("Alice"), Person("Bob"), hands, texts) == {}
    KEPT.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(texts))
