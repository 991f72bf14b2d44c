"""Never who held back, N times: twin worlds over lives drawn from 0 to N - 1.

    make prove N=10000

Resumable: how many lives were lived is counted in `test-output/lives` and gone on
from. Zero differences in N lives bound the rate at which lives of this generator
differ at 3 in N (95 %). They say nothing of what it does not draw.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.web import leaks
from tests.web.lives import A_BEGINNING, told_apart

WANTED = int(os.environ.get("N") or 300)
COUNT = Path(__file__).parents[2] / "test-output" / "lives"


def test_bob_cannot_tell_two_ways_of_alice_apart(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    done = int(COUNT.read_text()) if COUNT.exists() else 0
    for first in range(done, WANTED, A_BEGINNING):
        found = told_apart(range(first, first + A_BEGINNING))
        assert not found, "\n\n".join(found)
        COUNT.parent.mkdir(exist_ok=True)
        COUNT.write_text(str(first + A_BEGINNING))
    lived = int(COUNT.read_text())
    assert lived >= WANTED
    with capsys.disabled():
        print(f"\n0 of {lived} bounds the leak rate of generated lives at 3 in {lived}")


@pytest.mark.parametrize("leak", leaks.PLANTED, ids=lambda leak: leak.__name__)
def test_a_planted_leak_is_caught_within_a_hundred_lives(
    db: None,
    monkeypatch: pytest.MonkeyPatch,
    leak: Callable[[pytest.MonkeyPatch], None],
) -> None:
    leak(monkeypatch)
    assert any(told_apart([first, first + 1]) for first in range(0, 100, 2))
