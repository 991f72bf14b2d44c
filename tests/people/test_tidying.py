"""Whoever comes first in a minute removes what is over, and nobody else in it."""

from __future__ import annotations

import pytest
from tests.journal.test_twice_at_once import at_once
from tests.people.clock import move

from coequal.journal import clock
from coequal.journal.models import Space
from coequal.people import sessions, tidying
from coequal.people.models import SessionRow, Tidied
from coequal.people.tidying import tidy_once_a_minute

WORKERS = 6
ROUNDS = 8


@pytest.fixture
def tidied(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """When it was tidied. The clock stands still, at the beginning of a minute."""
    found: list[int] = []
    now = clock.now() // clock.MINUTE * clock.MINUTE
    monkeypatch.setattr(clock, "now", lambda: now)
    monkeypatch.setattr(tidying, "_tidy_some", lambda: found.append(clock.now()))
    return found


def test_once_a_minute(
    db: None, tidied: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 1, 2, 2):
        for _ in range(3):
            tidy_once_a_minute()
        assert len(tidied) == number
        move(monkeypatch, clock.MINUTE // 2)


@pytest.mark.parametrize(
    "back", [1, clock.MINUTE, tidying.CIRCLE * clock.MINUTE, clock.DAY, 400 * clock.DAY]
)
def test_a_clock_that_was_set_back_delays_it_by_a_minute_at_most(
    db: None, tidied: list[int], monkeypatch: pytest.MonkeyPatch, back: int
) -> None:
    tidy_once_a_minute()
    move(monkeypatch, -back)
    tidy_once_a_minute()
    move(monkeypatch, clock.MINUTE)
    tidy_once_a_minute()
    assert len(tidied) >= 2


def test_of_several_workers_at_once_one_does_it(
    transactional_db: None, tidied: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(ROUNDS):
        at_once(*[tidy_once_a_minute] * WORKERS)
        assert len(tidied) == number + 1
        move(monkeypatch, clock.MINUTE)


def test_what_is_over_goes_when_somebody_comes(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidy_once_a_minute()
    sessions.begin()
    move(monkeypatch, clock.DAY)
    tidy_once_a_minute()
    assert not SessionRow.objects.exists()


def test_a_visitor_waits_for_some_of_it_and_the_start_of_the_server_for_all(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "AT_ONCE", 2)
    for _ in range(7):
        sessions.begin()
    move(monkeypatch, clock.DAY)
    for left in (5, 3):
        tidy_once_a_minute()
        assert SessionRow.objects.count() == Space.objects.count() == left
        move(monkeypatch, clock.MINUTE)
    tidying.tidy()
    assert SessionRow.objects.count() == Space.objects.count() == 0


def test_what_is_kept_of_it_tells_no_hour_and_no_day(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = set()
    for _ in range(3):
        tidy_once_a_minute()
        kept.add(tuple(Tidied.objects.values_list()))
        move(monkeypatch, tidying.CIRCLE * clock.MINUTE)
    assert len(kept) == 1


@pytest.mark.parametrize(
    "later", [clock.HOUR, clock.DAY, 7 * clock.DAY, 365 * clock.DAY]
)
def test_who_comes_at_the_same_time_each_day_or_week_is_another(
    db: None, tidied: list[int], monkeypatch: pytest.MonkeyPatch, later: int
) -> None:
    for number in range(1, 4):
        tidy_once_a_minute()
        assert len(tidied) == number
        move(monkeypatch, later)
