"""Never who held back, N times: twin worlds over lives drawn from 0 to N - 1.

    make prove N=10000

Resumable: which life is next stands in `test-output/lives-0` and is gone on from. Where
there are two cores, `FROM=5000 N=10000` lives the second half beside the first, and
counts it in `test-output/lives-5000`. Zero differences in N lives bound the rate at
which lives of this generator differ at 3 in N (95 %). They say nothing of what it does
not draw.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.worlds import (
    leaks,
)
from tests.worlds.lives import (
    A_BEGINNING,
    told_apart,
)

FIRST = int(os.environ.get("FROM") or 0)
WANTED = int(os.environ.get("N") or 300)
COUNT = Path(__file__).parents[2] / "test-output" / f"lives-{FIRST}"


def test_bob_cannot_tell_two_ways_of_alice_apart(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    gc.freeze()  # what was imported stays, and is not looked through again
    done = int(COUNT.read_text()) if COUNT.exists() else FIRST
    for first in range(done, WANTED, A_BEGINNING):
        found = told_apart(range(first, first + A_BEGINNING))
        assert not found, "\n\n".join(found)
        COUNT.parent.mkdir(exist_ok=True)
        COUNT.write_text(str(first + A_BEGINNING))
    upto = int(COUNT.read_text())
    assert upto >= WANTED
    with capsys.disabled():
        print(f"\n0 differences in the lives from {FIRST} to {upto - 1}")


@pytest.mark.parametrize("leak", leaks.PLANTED, ids=lambda leak: leak.__name__)
def test_a_planted_leak_is_caught_within_a_hundred_lives(
    db: None,
    monkeypatch: pytest.MonkeyPatch,
    leak: Callable[[pytest.MonkeyPatch], None],
) -> None:
    leak(monkeypatch)
    assert any(told_apart([first, first + 1]) for first in range(0, 100, 2))
