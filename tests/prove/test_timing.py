"""Does Bob wait longer when Alice has written? N calls a class of pages, each way.

    make prove N=20000

Resumable by class: what was timed is kept in `test-output/timing`. Two copies of one
database differ in one thing alone, and Bob asks now the one and now the other, by lot:
in what Alice wrote in Notes, one or a thousand, and in what she has in that is closed,
nothing or all there is. Both are compared by Welch's t, as they are and without the
slowest tenth; below 4.5 nothing is found (Reparaz and others, "Dude, is my code
constant time?", DATE 2017). Nothing else should run on the machine: what runs beside
makes a small difference harder to find. Lock waits are no part of it.
"""

from __future__ import annotations

import json
import os
from contextlib import closing
from pathlib import Path
from random import Random
from time import perf_counter_ns
from typing import Final

import numpy as np
import pytest
from tests.worlds.copied import (
    SCENES,
    Scene,
    beside_notes,
)

from coequal.journal import models
from coequal.web.see import joint_picture

WANTED = int(os.environ.get("N") or 2000)
KEPT = Path(__file__).parents[2] / "test-output" / "timing"
LIMIT: Final = 4.5


def timed(scene: Scene, method: str, path: str, times: int) -> list[float]:
    """Ask each copy so often, by lot; return both |t|."""
    took: tuple[list[int], list[int]] = ([], [])
    lot = Random(path)
    for _ in range(times):
        for which in lot.sample((0, 1), 2):
            began = perf_counter_ns()
            scene.ask(which, method, path)
            took[which].append(perf_counter_ns() - began)
    few, many = (np.array(one, dtype=float) for one in took)
    slow = np.quantile(np.concatenate((few, many)), 0.9)
    return [abs(welch(few, many)), abs(welch(few[few < slow], many[many < slow]))]


def welch(one: np.ndarray, two: np.ndarray) -> float:
    spread = one.var(ddof=1) / len(one) + two.var(ddof=1) / len(two)
    return float((one.mean() - two.mean()) / np.sqrt(spread))


@pytest.mark.parametrize("what", SCENES)
def test_what_alice_has_stored_does_not_show_in_how_long_bob_waits(
    transactional_db: None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    what: str,
) -> None:
    begin, asked = SCENES[what]
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    found = kept.setdefault(str(WANTED), {}).setdefault(what, {})
    with closing(begin(tmp_path)) as scene:
        for name, (method, route) in asked.items():
            if name not in found:
                timed(scene, method, scene.paths[route], 20)
                found[name] = timed(scene, method, scene.paths[route], WANTED)
                KEPT.parent.mkdir(exist_ok=True)
                KEPT.write_text(json.dumps(kept))
    with capsys.disabled():
        print(f"\n{what}: {WANTED} calls each way; |t|, and without the slowest tenth:")
        for name, (whole, quick) in found.items():
            print(f"  {name:22}{whole:6.2f}{quick:6.2f}")
    assert max(max(both) for both in found.values()) < LIMIT


def test_a_page_that_reads_what_alice_wrote_would_be_found(
    transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = joint_picture.where

    def counting(*given: object) -> object:
        list(models.StoredRow.objects.values_list("id"))
        return before(*given)  # type: ignore[arg-type]

    with closing(beside_notes(tmp_path)) as scene:
        monkeypatch.setattr(joint_picture, "where", counting)
        assert max(timed(scene, "get", scene.paths["see:choose"], 150)) > LIMIT
