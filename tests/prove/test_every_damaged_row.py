"""Every column of every row damaged, one after the other, and everybody everywhere.

    make prove N=2000

Wherever the database answers otherwise, it is looked, and at some pages beside; every
way out is taken. Resumable: which were done stands in `test-output/damaged`, one a
line, by kind, column and number. Where something is amiss it goes on, and says all of
it at the end. In which order they come is the same each time; a life has about 1,900 of
them, and 60 take a minute.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from random import Random

import pytest
from tests.worlds.damaged import (
    Cell,
    Walk,
    cells,
)
from tests.worlds.damaged_life import (
    lived,
)

WANTED = int(os.environ.get("N") or 60)
KEPT = Path(__file__).parents[2] / "test-output" / "damaged"
ORDER = 20261130
BESIDE = 3


def named(found: list[Cell]) -> Iterator[tuple[str, Cell]]:
    """Name each cell by what does not differ from one life to the next."""
    for (kind, column), some in groupby(found, lambda one: (one.kind, one.column)):
        for number, cell in enumerate(some, start=1):
            yield f"{kind}, {column}, {number}", cell


def test_no_damaged_row_takes_away_more_than_itself(
    db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    life = lived()
    walk = Walk.begun(life, monkeypatch)
    found = list(named(cells(life)))
    Random(ORDER).shuffle(found)
    done = set(KEPT.read_text("utf-8").splitlines()) if KEPT.is_file() else set()
    KEPT.parent.mkdir(exist_ok=True)
    faults: list[str] = []
    for name, cell in found[:WANTED]:
        if name in done:
            continue
        near = walk.touched_by(cell)
        far = [look for look in walk.before if look not in near]
        beside = Random(name).sample(far, BESIDE)
        if amiss := walk.faults(cell, [*near, *beside], walk.ways):
            faults += amiss
            continue
        with KEPT.open("a", encoding="utf-8") as file:
            file.write(f"{name}\n")
    with capsys.disabled():
        print(f"\n{min(WANTED, len(found))} of {len(found)} columns damaged")
    assert faults == []
