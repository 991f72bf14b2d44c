"""Both press at the same moment, N times: one lawful outcome each time.

    make prove N=2000

On both databases. Resumable: how many races were run is counted for each database in
`test-output`, and gone on from.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.db import connection
from tests.web.agree.race import RACES as AGREE
from tests.web.decide.race import RACES as DECIDE

RACES = (*DECIDE, *AGREE)

WANTED = int(os.environ.get("N") or 2000)
OUTPUT = Path(__file__).parents[2] / "test-output"


def test_at_the_same_moment_there_is_one_lawful_outcome(
    transactional_db: None,
) -> None:
    OUTPUT.mkdir(exist_ok=True)
    count = OUTPUT / f"races-{connection.vendor}"
    done = int(count.read_text()) if count.exists() else 0
    for number in range(done, WANTED):
        RACES[number % len(RACES)]()
        count.write_text(str(number + 1))
    assert int(count.read_text()) >= WANTED
