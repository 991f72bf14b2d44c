"""Many tries at one moment: as many pass as are free, also where none was before."""

from __future__ import annotations

import pytest
from tests.journal.test_twice_at_once import at_once

from coequal.journal import clock
from coequal.people import throttle
from coequal.people.models import KnownBrowser, Throttle
from coequal.people.throttle import FREE_TRIES

ACCOUNT, BROWSER, HERE = b"account of alice", b"b" * 32, bytes(4)


@pytest.fixture
def still(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now)


@pytest.mark.parametrize("count", [16, 32])
@pytest.mark.parametrize("networks", [1, 32])
def test_at_a_name_that_nobody_tried(still: None, count: int, networks: int) -> None:
    for number in range(4):
        column = b"%032d" % number
        tries = [
            lambda c=column, n=one % networks: throttle.take_turn(c, bytes([n]))
            for one in range(count)
        ]
        assert at_once(*tries).count(None) == FREE_TRIES
        Throttle.objects.get(key=throttle._key(column))


def test_in_a_session_that_was_not_asked_before(still: None) -> None:
    for number in range(4):
        row = b"%032d" % number
        outcomes = at_once(*[lambda r=row: throttle.spend(ACCOUNT, r)] * 16)
        assert outcomes.count(None) == FREE_TRIES


def test_in_a_browser_that_is_known(still: None) -> None:
    for number in range(4):
        column = b"%032d" % number
        throttle.know(column, BROWSER, ACCOUNT)

        def known(column: bytes = column) -> bool:
            return throttle.spend_known(column, BROWSER, [ACCOUNT]) == [ACCOUNT]

        assert at_once(*[known] * 16).count(True) == FREE_TRIES


def test_a_browser_that_gets_known_twice_at_once_is_known(still: None) -> None:
    for number in range(4):
        column = b"%032d" % number
        at_once(*[lambda c=column: throttle.know(c, BROWSER, ACCOUNT)] * 8)
        assert throttle.spend_known(column, BROWSER, [ACCOUNT]) == [ACCOUNT]
    assert KnownBrowser.objects.count() == 4


def test_tidying_beside_a_try_gives_none_back(
    still: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row of the name is over when all of them come."""
    column = b"n" * 32
    for _ in range(FREE_TRIES):
        throttle.take_turn(column, HERE)
    later = clock.now() + clock.HOUR
    monkeypatch.setattr(clock, "now", lambda: later)
    tries = [lambda: throttle.take_turn(column, HERE)] * 16
    outcomes = at_once(*tries, throttle.tidy, throttle.tidy)
    assert outcomes.count(None) == FREE_TRIES + 2
