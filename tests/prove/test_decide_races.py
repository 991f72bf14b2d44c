"""Both press at the same moment, N times: one lawful outcome each time.

    make prove N=2000

Resumable: how many races were run is counted in `test-output/races` and gone on from.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.web.agree.race import RACES as AGREE
from tests.web.decide.race import RACES as DECIDE

RACES = (*DECIDE, *AGREE)

WANTED = int(os.environ.get("N") or 2000)
COUNT = Path(__file__).parents[2] / "test-output" / "races"


def test_at_the_same_moment_there_is_one_lawful_outcome(
    transactional_db: None,
) -> None:
    COUNT.parent.mkdir(exist_ok=True)
    done = int(COUNT.read_text()) if COUNT.exists() else 0
    for number in range(done, WANTED):
        RACES[number % len(RACES)]()
        COUNT.write_text(str(number + 1))
    assert int(COUNT.read_text()) >= WANTED
