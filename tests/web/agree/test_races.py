"""Both press at the same moment: one lawful outcome, and nothing goes on by halves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.web.agree.race import RACES
from tests.web.decide.test_races import ROUNDS


@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__)
def test_at_the_same_moment_there_is_one_lawful_outcome(
    transactional_db: None, race: Callable[[], None]
) -> None:
    for _ in range(ROUNDS):
        race()


def test_two_hundred_races_are_run() -> None:
    assert ROUNDS * len(RACES) >= 200
