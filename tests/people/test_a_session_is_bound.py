"""Whoever changes a column of a session has ended it, and deletes nobody's space."""

from __future__ import annotations

from typing import Any

import pytest
from tests.people.clock import move

from coequal.core.people import Pair, PairType
from coequal.journal import clock, models
from coequal.people import sessions, shared_device
from coequal.people.models import SessionRow, SharedDevice
from coequal.people.pairs import Labels
from coequal.people.sessions import Session
from coequal.people.tidying import tidy
from coequal.sealed import sessions as sealed_sessions

LABELS = Labels(other="the other one", own="Me", sheet=bytes(16))
CHANGES: dict[str, Any] = {
    "owner": b"o" * 16,
    "expiry": 2**40,
    "space": b"s" * 16,
    "device": b"d" * 16,
    "lasting": True,
    "sealed": b"x" * 106,
}


def row_of(session: Session) -> Any:
    key = sealed_sessions.row_key(session.cookie)
    return SessionRow.objects.filter(pk=key)


def test_every_column_of_a_session_is_known_here() -> None:
    columns = {one.name for one in SessionRow._meta.fields}
    # The key finds the row, and what is in view is no part of who is here.
    assert columns == {"key", "view", *CHANGES}


@pytest.mark.parametrize("column", CHANGES)
def test_changing_a_column_ends_the_session_of_somebody_kept(
    alice: Session, column: str
) -> None:
    assert sessions.find(alice.cookie)
    row_of(alice).update(**{column: CHANGES[column]})
    assert sessions.find(alice.cookie) is None


@pytest.mark.parametrize("column", CHANGES)
def test_changing_a_column_ends_the_session_of_somebody_unkept(
    db: None, column: str
) -> None:
    session = sessions.begin()
    row_of(session).update(**{column: CHANGES[column]})
    assert sessions.find(session.cookie) is None


def test_a_session_of_30_days_cannot_pass_for_one_that_asks_less(
    alice: Session,
) -> None:
    lasting = sessions.last(alice, b"")
    row_of(lasting).update(lasting=None)
    assert sessions.find(lasting.cookie) is None


def test_a_chair_cannot_be_moved_to_another_device(db: None) -> None:
    both, others = (shared_device.begin(is_demo=False) for _ in range(2))
    for device in (None, others.a.device):
        row_of(both.a).update(device=device)
        assert sessions.find(both.a.cookie) is None


@pytest.fixture
def hers(alice: Session) -> bytes:
    """The space of Alice, who is kept."""
    return alice.own.access.space.id


def is_there(space: bytes) -> bool:
    return models.Space.objects.filter(pk=space).exists()


def test_a_row_that_is_over_deletes_no_space_that_was_written_into_it(
    hers: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    row_of(sessions.begin()).update(space=hers)
    move(monkeypatch, clock.DAY)
    tidy()
    assert is_there(hers)
    assert not SessionRow.objects.exists()


def test_nor_one_that_another_row_names(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Eve copies from the row of Carol, who is still here, deletes nothing."""
    eve = sessions.begin()
    move(monkeypatch, clock.DAY - 1)
    carol = sessions.begin()
    row_of(eve).update(space=row_of(carol).get().space)
    move(monkeypatch, 1)
    tidy()
    assert is_there(carol.own.access.space.id)
    assert sessions.find(carol.cookie) == carol


def test_nor_does_a_row_whose_end_was_moved(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    carol = sessions.begin()
    row_of(carol).update(expiry=1)
    tidy()
    assert is_there(carol.own.access.space.id)


def test_nor_does_a_device_that_two_shared(
    hers: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = shared_device.begin(is_demo=False)
    shared_device.pair(both, labels=Pair(a=LABELS, b=LABELS), pair=PairType.FRIENDS)
    SharedDevice.objects.update(space=hers)
    move(monkeypatch, clock.HOUR)
    tidy()
    assert is_there(hers)
    assert not SharedDevice.objects.exists()


def test_what_two_shared_goes_with_their_device(
    hers: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = shared_device.begin(is_demo=False)
    shared_device.pair(both, labels=Pair(a=LABELS, b=LABELS), pair=PairType.FRIENDS)
    assert models.Space.objects.count() == 4
    move(monkeypatch, clock.HOUR)
    tidy()
    assert models.Space.objects.count() == 1


def test_the_space_that_goes_stands_in_no_row_in_the_clear(db: None) -> None:
    session = sessions.begin()
    assert session.own.access.space.id not in row_of(session).get().space
