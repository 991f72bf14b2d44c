from __future__ import annotations

from django.conf import settings
from django.core import mail
from django.db import connection
from tests.web.cast import Person, opened
from tests.web.see.acts import (
    all_of_it,
)


def test_a_whole_life_of_two_sends_no_mail(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    for someone in (alice, bob):
        all_of_it(someone, place)
        someone.post("/account/code/", phrase=someone.phrase)
        someone.sign_out()
        someone.sign_in()
    assert mail.outbox == []


def test_there_are_no_tables_but_those_of_the_house(db: None) -> None:
    tables = connection.introspection.table_names()
    assert {name.partition("_")[0] for name in tables} == {
        "django",
        "journal",
        "people",
    }
    assert [name for name in tables if name.startswith("django")] == [
        "django_migrations"
    ]


def test_no_sessions_accounts_messages_or_admin_of_django_are_installed() -> None:
    theirs = [app for app in settings.INSTALLED_APPS if app.startswith("django.")]
    assert theirs == ["django.contrib.staticfiles"]
    chain = " ".join(one for one in settings.MIDDLEWARE if one.startswith("django."))
    for unwanted in ("sessions", "auth", "messages"):
        assert unwanted not in chain
