"""Every column of every row damaged, one after the other, and everybody everywhere.

    make prove N=2000

Resumable: how many were done stands in `test-output/damaged` and is gone on from. In
which order they come, and which byte is flipped, is the same each time; a life has
about 1,500 of them, and 20 take a minute.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from tests.worlds.damaged import (
    Walk,
    cells,
)
from tests.worlds.damaged_life import (
    lived,
)

WANTED = int(os.environ.get("N") or 60)
COUNT = Path(__file__).parents[2] / "test-output" / "damaged"
ORDER = 20261130


def test_no_damaged_row_takes_away_more_than_itself(
    db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    life = lived()
    walk = Walk.begun(life, monkeypatch)
    found = cells(life)
    # What is random in a life differs each time, its order of kinds and columns hardly.
    Random(ORDER).shuffle(found)
    done = int(COUNT.read_text()) if COUNT.exists() else 0
    for number, cell in enumerate(found[:WANTED]):
        if number < done:
            continue
        faults = walk.faults(cell, walk.before, walk.ways)
        assert faults == []
        COUNT.parent.mkdir(exist_ok=True)
        COUNT.write_text(str(number + 1))
    with capsys.disabled():
        print(f"\n{min(WANTED, len(found))} of {len(found)} columns damaged")
