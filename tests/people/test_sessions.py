from __future__ import annotations

import pytest
from tests.people.clock import move

from coequal.journal import clock, models
from coequal.people import ending, other_sessions, sessions
from coequal.people.models import SessionRow
from coequal.people.sessions import Session
from coequal.people.tidying import tidy
from coequal.sealed import sessions as sealed_sessions


def test_a_new_person_is_found_again_by_their_cookie(db: None) -> None:
    session = sessions.begin()
    found = sessions.find(session.cookie)
    assert found == session
    assert not session.kept


def test_another_cookie_finds_nobody(db: None) -> None:
    sessions.begin()
    assert sessions.find(bytes(32)) is None


def test_the_row_alone_opens_nothing(db: None) -> None:
    session = sessions.begin()
    row = SessionRow.objects.get()
    assert session.secret not in bytes(row.sealed)
    assert session.cookie not in bytes(row.key)


def test_a_row_that_was_given_to_somebody_else_opens_nothing(alice: Session) -> None:
    SessionRow.objects.update(owner=bytes(16))
    assert sessions.find(alice.cookie) is None


def test_a_row_whose_end_was_moved_opens_nothing(alice: Session) -> None:
    SessionRow.objects.update(expiry=2**40)
    assert sessions.find(alice.cookie) is None


def test_who_keeps_nothing_is_gone_after_a_day(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sessions.begin()
    move(monkeypatch, clock.DAY)
    assert sessions.find(session.cookie) is None
    tidy()
    assert not SessionRow.objects.exists()
    assert not models.Space.objects.exists()


def test_a_signed_in_visit_ends_after_twelve_hours(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(monkeypatch, 12 * clock.HOUR)
    assert sessions.find(alice.cookie) is None


def test_a_signed_in_visit_of_a_clock_that_was_ahead_is_over(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(monkeypatch, -clock.DAY)
    assert sessions.find(alice.cookie) == alice
    move(monkeypatch, -1)
    assert sessions.find(alice.cookie) is None


def test_what_was_not_kept_outlives_a_clock_that_was_ahead(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sessions.begin()
    move(monkeypatch, -400 * clock.DAY)
    assert sessions.find(session.cookie) is not None


def test_tidying_leaves_what_is_kept(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(monkeypatch, 2 * clock.DAY)
    tidy()
    assert models.Space.objects.filter(pk=alice.own.access.space.id).exists()


def test_ending_an_unkept_visit_removes_what_was_written(db: None) -> None:
    session = sessions.begin()
    ending.end(session)
    assert not models.Space.objects.exists()
    assert sessions.find(session.cookie) is None


def test_ending_a_kept_visit_leaves_the_space(alice: Session) -> None:
    ending.end(alice)
    assert models.Space.objects.filter(pk=alice.own.access.space.id).exists()


def test_other_visits_of_the_same_account_can_be_ended(alice: Session) -> None:
    elsewhere = sessions.start(
        secret=alice.secret, account=alice.account, expiry=alice.expiry
    )
    other_sessions.end_others(alice)
    assert sessions.find(elsewhere.cookie) is None
    assert sessions.find(alice.cookie) is not None


def test_secrets_never_show_in_a_representation(alice: Session) -> None:
    shown = repr(alice) + repr(alice.own)
    for secret in (alice.secret, alice.cookie, alice.own.access.space.key):
        assert repr(secret) not in shown
    assert sealed_sessions.row_key(alice.cookie).hex() not in shown
