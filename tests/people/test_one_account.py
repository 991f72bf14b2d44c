"""One secret has one account, and nothing leads from it to what its owner writes."""

from __future__ import annotations

from itertools import product

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from tests.people.clock import move
from tests.people.conftest import HERE, NOBODYS, PHRASE, keep

from coequal.core.people import PairType
from coequal.errors import Unreadable
from coequal.journal import clock
from coequal.journal.host import host
from coequal.people import (
    accounts,
    ending,
    invitations,
    other_sessions,
    recovery_codes,
    sessions,
    throttle,
)
from coequal.people.asker import Asker
from coequal.people.models import Account
from coequal.people.sessions import Session
from coequal.sealed.hashing import LABELS, digest

FORM = Asker(browser=b"", network=HERE, form=b"the very form")
OTHER = "four other plain words"


def values(app: str, *, but: frozenset[str] = frozenset()) -> set[bytes]:
    """Everything of 8 bytes and more that stands in a column of some tables."""
    return {
        bytes(one)
        for model in apps.get_app_config(app).get_models()
        if model.__name__ not in but
        for row in model.objects.values_list()
        for one in row
        if isinstance(one, bytes | memoryview) and len(one) >= 8
    }


def test_a_second_account_of_one_secret_cannot_be_made(alice: Session) -> None:
    row = Account.objects.get()
    row.id = b"another of it..."
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_no_value_of_an_account_stands_in_the_journal_nor_leads_there(
    alice: Session,
) -> None:
    recovery_codes.code(alice)
    invitations.invite(
        alice,
        label="Bob",
        own_label="Me",
        pair=PairType.PARTNERS,
        choose_sheet=lambda: b"s" * 16,
    )
    mine = values("people", but=frozenset({"SessionRow", "Invitation", "Installation"}))
    there = values("journal", but=frozenset({"Installation"}))
    assert mine
    assert there
    found = set(mine)
    for one, label, size in product(mine, LABELS, (16, 32)):
        found.add(digest(label, one, size=size))
        if len(one) <= 32:
            found.add(digest(label, key=one, size=size))
    assert not found & there


def test_a_second_press_gets_the_session_of_the_first(db: None) -> None:
    new = sessions.begin()
    kept = accounts.keep(new, name="Alice", phrase=PHRASE, asker=FORM)
    again = accounts.sign_in(name="Alice", phrase=PHRASE, asker=FORM)
    assert again.cookie == kept.cookie
    assert other_sessions.others(again) == []


def test_a_form_pressed_again_after_leaving_wakes_no_cookie(alice: Session) -> None:
    """Who copied it, or made the browser send the form before, gets nothing by it."""
    first = accounts.sign_in(name="Alice", phrase=f"{PHRASE} Alice", asker=FORM)
    ending.end(first)
    second = accounts.sign_in(name="Alice", phrase=f"{PHRASE} Alice", asker=FORM)
    assert second.cookie != first.cookie
    assert sessions.find(first.cookie) is None


def test_one_form_begins_another_session_for_whoever_else_sends_it(
    alice: Session, carol: Session
) -> None:
    """Carol sent the form that stands open in Alice's browser for herself."""
    hers = accounts.sign_in(name="Carol", phrase=f"{PHRASE} Carol", asker=FORM)
    ending.end(hers)
    alices = accounts.sign_in(name="Alice", phrase=f"{PHRASE} Alice", asker=FORM)
    assert alices.cookie != hers.cookie
    assert sessions.find(hers.cookie) is None


def test_a_passphrase_that_was_changed_while_it_was_tried_begins_nothing(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    stretch = accounts._stretch

    def changed_meanwhile(phrase: str, column: bytes) -> bytes:
        monkeypatch.setattr(accounts, "_stretch", stretch)
        stretched = stretch(phrase, column)
        accounts.change_phrase(alice, phrase=OTHER, asker=NOBODYS)
        return stretched

    monkeypatch.setattr(accounts, "_stretch", changed_meanwhile)
    with pytest.raises(Unreadable):
        accounts.sign_in(name="Alice", phrase=f"{PHRASE} Alice", asker=NOBODYS)


def test_a_session_that_ended_meanwhile_makes_no_recovery_code(alice: Session) -> None:
    other = accounts.sign_in(name="Alice", phrase=f"{PHRASE} Alice", asker=NOBODYS)
    accounts.confirm(other, f"{PHRASE} Alice")
    accounts.change_phrase(alice, phrase=OTHER, asker=NOBODYS)
    with pytest.raises(sessions.SessionOver):
        recovery_codes.code(other)


def test_shortening_a_session_gives_neither_time_nor_tries(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It asks for nothing, so it must give nothing to whoever is at an open session."""
    lasting = sessions.last(alice, b"")
    short = sessions.shorten(lasting)
    assert short.expiry < lasting.expiry
    for _ in range(3):
        move(monkeypatch, clock.HOUR)
        assert sessions.shorten(short).expiry == short.expiry
    for _ in range(throttle.FREE_TRIES):
        guess_after(short, Unreadable)
    guess_after(short, throttle.Wait)


def guess_after(session: Session, error: type[Exception]) -> None:
    here = sessions.find(sessions.shorten(session).cookie)
    assert here is not None
    with pytest.raises(error):
        accounts.confirm(here, "a guess of his")


def test_who_kept_in_another_window_keeps_no_second_time(db: None) -> None:
    new = sessions.begin()
    keep(new, "Alice", PHRASE)
    with pytest.raises(sessions.SessionOver):
        keep(new, "Another name", OTHER)
    assert Account.objects.count() == 1


def test_who_read_a_form_in_her_browser_gets_nothing_by_its_token(
    alice: Session,
) -> None:
    """Bob knows her name, and the token of the form by which she came back."""
    code = recovery_codes.code(alice)
    back = accounts.recover(name="Alice", code=code, phrase=OTHER, asker=FORM)
    assert back.secret == alice.secret
    for guess in (code, bytes(20)):
        with pytest.raises((sessions.SessionOver, Unreadable)):
            accounts.recover(name="Alice", code=guess, phrase="a guess", asker=FORM)
    with pytest.raises(Unreadable):
        accounts.sign_in(name="Alice", phrase="a guess", asker=FORM)
    unused = accounts.new_phrase("Bob", "a guess of his", FORM)
    with pytest.raises(sessions.SessionOver):
        accounts.first_press(FORM, unused)
    with pytest.raises(sessions.SessionOver):
        accounts.first_press(
            FORM, accounts.UnusedPhrase(column=_column(), stretched=bytes(32))
        )


def _column() -> bytes:
    return bytes(Account.objects.get().name)


def test_whose_account_it_is_follows_from_the_host_too(alice: Session) -> None:
    assert Account.objects.get().one != digest("one", alice.secret)
    assert Account.objects.get().one == digest("one", alice.secret, key=host().name)
