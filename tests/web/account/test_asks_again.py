"""What takes over, takes out or takes away asks for the passphrase, every time."""

from __future__ import annotations

from typing import Any, Final

import pytest
from django.urls import resolve
from tests.web.cast import Person, addresses, main_of
from tests.web.routes import PATTERNS
from tests.web.see.acts import looked

from coequal.journal import models
from coequal.people.models import Account, Closing, SessionRow

ASKS: Final[dict[str, dict[str, Any]]] = {
    "account:recovery": {"replace": "1"},
    "account:passphrase": dict.fromkeys(("phrase", "again"), "four other words"),
    "account:sessions": {"do": "all"},
    "export:mine": {"notes": "1"},
    "export:ours": {},
    "pairs:end_account": {},
    "pairs:leave": {"way": "now"},
}
"""Every page that takes over, takes out or takes away, and a form without a phrase."""


def counts() -> list[object]:
    tables = (models.StoredRow, models.Share, Account, SessionRow, Closing)
    spaces = models.Space.objects.filter(closed=True).count()
    wraps = list(Account.objects.order_by("id").values_list("phrase", "recovery"))
    return [spaces, wraps, *(table.objects.count() for table in tables)]


def test_the_pages_that_ask_again_are_these() -> None:
    place = "/us/" + "0" * 32 + "/"
    paths = addresses(place)
    asks = {name for name in PATTERNS if _asks(paths[name])}
    assert asks == set(ASKS)


def _asks(path: str) -> bool:
    return bool(getattr(resolve(path).func, "asks_again", False))


@pytest.mark.parametrize("name", ASKS)
def test_without_the_passphrase_it_does_nothing(
    alice: Person, bob: Person, name: str
) -> None:
    place = looked(alice, bob)
    Person("Alice").sign_in()
    path = addresses(place)[name]
    field = "present" if name == "account:passphrase" else "phrase"
    for phrase in ({}, {field: ""}, {field: "a guess of his"}):
        before = counts()
        page = alice.post(path, **{**ASKS[name], **phrase})
        assert page.status_code == 422
        assert counts() == before
    assert "That’s not your passphrase." in main_of(page)


def test_many_wrong_ones_wait_and_say_for_how_long(carol: Person) -> None:
    for _ in range(12):
        page = carol.post("/account/end/", phrase="a guess of his")
    assert page.status_code == 422
    assert "Try again in" in main_of(page)
    assert Account.objects.count() == 1
