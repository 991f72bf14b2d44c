"""On SQLite those who write wait for each other, and no longer than they have to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connection, transaction

from coequal.journal import door as journal
from coequal.journal import models
from coequal.site.sqlite import base

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="PostgreSQL has many writers"
    ),
]


@contextmanager
def somebody_writes() -> Iterator[sqlite3.Connection]:
    """Hold the one write lock, as another process does."""
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield other
    finally:
        if other.in_transaction:
            other.execute("COMMIT")
        other.close()


def patience() -> int:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        ((found,),) = cursor.fetchall()
    return int(found)


@contextmanager
def patient_for(ms: int) -> Iterator[None]:
    before = patience()
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {ms}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before}")


def test_who_writes_next_asks_until_the_other_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = patience()
    with somebody_writes() as other:
        asked: list[float] = []

        def done_at_the_third(pause: float) -> None:
            asked.append(pause)
            if len(asked) == 3:
                other.execute("COMMIT")

        monkeypatch.setattr(base, "sleep", done_at_the_third)
        with transaction.atomic():
            models.Space.objects.create(pk=bytes(16))
    assert asked == [base.PAUSE] * 3
    assert patience() == before > 0


def test_who_waits_too_long_is_told_so_and_holds_up_nobody() -> None:
    with somebody_writes(), patient_for(5):
        for _ in range(2):
            with pytest.raises(OperationalError, match="locked"), transaction.atomic():
                pytest.fail("somebody else writes")
        assert patience() == 5
    with transaction.atomic():
        models.Space.objects.create(pk=bytes(16))


def test_of_one_process_one_alone_asks() -> None:
    refused = pytest.raises(OperationalError, match="locked")
    with patient_for(5), base._turn, refused, transaction.atomic():
        pytest.fail("another thread is asking")


def test_who_only_reads_does_not_wait_for_a_turn() -> None:
    with somebody_writes(), patient_for(5), base._turn, journal.snapshot():
        assert not models.Space.objects.exists()


def test_what_is_read_first_on_a_connection_takes_no_turn_either() -> None:
    connection.close()
    with somebody_writes(), journal.snapshot():
        assert not models.Space.objects.exists()
