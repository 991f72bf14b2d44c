from __future__ import annotations

import pytest
from tests.people.clock import move

from coequal.journal import clock
from coequal.people import used_forms
from coequal.people.models import UsedForm
from coequal.people.sessions import Session
from coequal.people.tidying import tidy


def test_a_form_is_used_once(alice: Session) -> None:
    assert used_forms.use(alice.cookie, b"a form")
    assert not used_forms.use(alice.cookie, b"a form")


def test_another_form_or_another_person_is_not_used_with_it(
    alice: Session, bob: Session
) -> None:
    used_forms.use(alice.cookie, b"a form")
    assert used_forms.use(alice.cookie, b"another form")
    assert used_forms.use(bob.cookie, b"a form")


def test_what_was_sent_cannot_be_read_from_the_row(alice: Session) -> None:
    used_forms.use(alice.cookie, b"a form")
    (row,) = UsedForm.objects.all()
    assert b"a form" not in bytes(row.key)
    assert row.expiry % clock.DAY == 0


def test_it_is_known_for_a_day_and_forgotten_after_two(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    used_forms.use(alice.cookie, b"a form")
    move(monkeypatch, clock.DAY)
    tidy()
    assert not used_forms.use(alice.cookie, b"a form")
    move(monkeypatch, 2 * clock.DAY)
    tidy()
    assert not UsedForm.objects.exists()
