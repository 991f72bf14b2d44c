"""One secret has one account, and nothing leads from it to what its owner writes."""

from __future__ import annotations

from itertools import product

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from tests.people.conftest import HERE, PHRASE, keep

from coequal.core.people import PairType
from coequal.errors import Unreadable
from coequal.journal.host import host
from coequal.people import accounts, invitations, sessions
from coequal.people.asker import Asker
from coequal.people.models import Account
from coequal.people.sessions import Session
from coequal.sealed.hashing import LABELS, digest

FORM = Asker(browser=b"", network=HERE, cookie=b"c" * 32)
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
    accounts.recovery_code(alice)
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
    kept = [
        accounts.keep(new, name="Alice", phrase=PHRASE, asker=FORM) for _ in range(1)
    ]
    again = accounts.sign_in(name="Alice", phrase=PHRASE, asker=FORM)
    assert again.cookie == kept[0].cookie
    assert sessions.others(again) == []


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
    code = accounts.recovery_code(alice)
    back = accounts.recover(name="Alice", code=code, phrase=OTHER, asker=FORM)
    assert back.cookie == FORM.cookie
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
