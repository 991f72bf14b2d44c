"""Every button is pressed by two and by eight hands at once, N times each.

    make prove N=100

Resumable: which buttons held so often is kept in `test-output/pressed`. On PostgreSQL:
`python -W ignore tests/postgres.py pytest` and this file.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.db import connection
from tests.web.pressed import READY
from tests.web.test_pressed_twice_at_once import MANY, Race

WANTED = int(os.environ.get("N") or 100)
FOLDER = Path(__file__).parents[2] / "test-output" / "pressed"


@pytest.mark.parametrize("name", sorted(READY))
def test_many_at_once_are_one_a_hundred_times(
    transactional_db: None, name: str
) -> None:
    kept = FOLDER / f"{connection.vendor} {name.replace(':', ' ')}"
    kept.parent.mkdir(parents=True, exist_ok=True)
    done = int(kept.read_text()) if kept.exists() else 0
    race = Race(name) if done < WANTED else None
    for number in range(done, WANTED):
        assert race is not None
        for hands in (2, MANY):
            race.run(hands)
        kept.write_text(str(number + 1))
    assert int(kept.read_text()) >= WANTED
