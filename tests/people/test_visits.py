from __future__ import annotations

import pytest
from tests.people.clock import move

from coequal.journal import clock, models
from coequal.people import visits
from coequal.people.models import Session
from coequal.people.tidying import tidy
from coequal.people.visits import Visit
from coequal.sealed import sessions


def test_a_new_person_is_found_again_by_their_cookie(db: None) -> None:
    visit = visits.begin()
    found = visits.find(visit.cookie)
    assert found == visit
    assert not visit.kept


def test_another_cookie_finds_nobody(db: None) -> None:
    visits.begin()
    assert visits.find(bytes(32)) is None


def test_the_row_alone_opens_nothing(db: None) -> None:
    visit = visits.begin()
    row = Session.objects.get()
    assert visit.secret not in bytes(row.sealed)
    assert visit.cookie not in bytes(row.key)


def test_a_row_that_was_given_to_somebody_else_opens_nothing(alice: Visit) -> None:
    Session.objects.update(owner=bytes(16))
    assert visits.find(alice.cookie) is None


def test_a_row_whose_end_was_moved_opens_nothing(alice: Visit) -> None:
    Session.objects.update(expiry=2**40)
    assert visits.find(alice.cookie) is None


def test_who_keeps_nothing_is_gone_after_a_day(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = visits.begin()
    move(monkeypatch, clock.DAY)
    assert visits.find(visit.cookie) is None
    tidy()
    assert not Session.objects.exists()
    assert not models.Space.objects.exists()


def test_a_signed_in_visit_ends_after_twelve_hours(
    alice: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(monkeypatch, 12 * clock.HOUR)
    assert visits.find(alice.cookie) is None


def test_tidying_leaves_what_is_kept(
    alice: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(monkeypatch, 2 * clock.DAY)
    tidy()
    assert models.Space.objects.filter(pk=alice.own.space.id).exists()


def test_ending_an_unkept_visit_removes_what_was_written(db: None) -> None:
    visit = visits.begin()
    visits.end(visit)
    assert not models.Space.objects.exists()
    assert visits.find(visit.cookie) is None


def test_ending_a_kept_visit_leaves_the_space(alice: Visit) -> None:
    visits.end(alice)
    assert models.Space.objects.filter(pk=alice.own.space.id).exists()


def test_other_visits_of_the_same_account_can_be_ended(alice: Visit) -> None:
    elsewhere = visits.start(
        secret=alice.secret, account=alice.account, expiry=alice.expiry
    )
    visits.end_others(alice)
    assert visits.find(elsewhere.cookie) is None
    assert visits.find(alice.cookie) is not None


def test_secrets_never_show_in_a_representation(alice: Visit) -> None:
    shown = repr(alice) + repr(alice.own)
    for secret in (alice.secret, alice.cookie, alice.own.space.key):
        assert repr(secret) not in shown
    assert sessions.row_key(alice.cookie).hex() not in shown
