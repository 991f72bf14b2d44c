"""Leaving quickly depends on nothing that can fail or wait.

The database may be locked by somebody else, full, or not there at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connection, connections
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from tests.web.cast import Browser, Person, html_of, text_of

from coequal.journal import brief, models
from coequal.people import left, sessions
from coequal.people.models import SessionRow
from coequal.web.home import leaving

Trouble = Callable[[], AbstractContextManager[None]]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def short_moment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody has to wait here; and what was left is forgotten afterwards."""
    monkeypatch.setattr(brief, "MOMENT", 20)
    yield
    for key in left.remembered():
        left.discard(key)


@contextmanager
def locked() -> Iterator[None]:
    """Somebody else holds what a session is ended with."""
    other = connections.create_connection("default")
    other.inc_thread_sharing()
    sqlite = other.vendor == "sqlite"
    with other.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE" if sqlite else "BEGIN")
        if not sqlite:
            cursor.execute("SELECT key FROM people_session FOR UPDATE")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
    other.close()


@contextmanager
def full() -> Iterator[None]:
    """Everything can be read, and nothing written."""
    with connection.execute_wrapper(_no_writing):
        yield


@contextmanager
def away() -> Iterator[None]:
    """Nothing can be read or written."""
    with connection.execute_wrapper(_nothing):
        yield


def _no_writing(execute: Any, sql: str, *rest: Any) -> Any:
    if sql.startswith(("DELETE", "INSERT", "UPDATE")):
        raise OperationalError("database or disk is full")
    return execute(sql, *rest)


def _nothing(*_: Any) -> Any:
    raise OperationalError("the server is away")


TROUBLES = [locked, full, away]


def is_bland(page: HttpResponse) -> bool:
    return "Coequal" not in html_of(page) and text_of(page) == "Notes Notes Start"


def forgets(response: HttpResponse) -> bool:
    gone = all(response.cookies[name]["max-age"] == 0 for name in ("s", "h", "o"))
    return gone and response["Clear-Site-Data"] == '"cache", "storage"'


def comes_back(cookie: str) -> str:
    """Where a copied cookie gets somebody."""
    eve = Person("Eve")
    eve.client.cookies.load({"s": cookie, "h": "1"})
    eve.get("/answers/")
    return eve.where


@pytest.mark.parametrize("trouble", TROUBLES)
def test_leaving_is_answered_whatever_the_database_says(trouble: Trouble) -> None:
    alice = begun()
    with trouble():
        response = alice.client.post("/leave/")
        assert response.status_code == 303
        assert response["Location"] == "/left/"
        assert forgets(response)
        assert is_bland(alice.get("/left/"))


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_script_that_left_first_finds_the_bland_page_too(trouble: Trouble) -> None:
    alice = begun()
    del alice.client.cookies["h"]
    with trouble():
        response = alice.client.get("/left/")
        assert response.status_code == 200
        assert forgets(response)
        assert is_bland(response)


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_could_not_be_ended_opens_nothing_and_goes_when_it_can(
    trouble: Trouble,
) -> None:
    alice = begun()
    cookie = alice.client.cookies["s"].value
    with trouble():
        alice.client.post("/leave/")
    assert SessionRow.objects.count() == 1
    assert comes_back(cookie) == "/"
    Person("Bob").begin()
    assert SessionRow.objects.count() == 1
    assert models.Space.objects.count() == 1
    assert left.remembered() == []


def test_it_is_ended_by_the_next_one_who_leaves() -> None:
    alice, bob = begun(), begun()
    with full():
        alice.client.post("/leave/")
    bob.client.post("/leave/")
    assert not SessionRow.objects.exists()
    assert not models.Space.objects.exists()


def test_two_in_one_browser_are_both_gone_when_it_can_be_done() -> None:
    alice = Person("Alice")
    alice.post("/guess/", first="Alice", second="Bob", pair="partners")
    assert SessionRow.objects.count() == 2
    with full():
        alice.client.post("/leave/")
    Person("Carol").begin()
    assert SessionRow.objects.count() == 1


def test_the_other_chair_opens_nothing_either_until_then() -> None:
    alice = Person("Alice")
    alice.post("/guess/", first="Alice", second="Bob", pair="partners")
    halves = [bytes.fromhex(alice.client.cookies[name].value) for name in ("s", "o")]
    assert all(sessions.find(half) for half in halves)
    with full():
        alice.client.post("/leave/")
    assert [sessions.find(half) for half in halves] == [None, None]


def test_nothing_is_asked_of_the_database_before_the_answer_is_there() -> None:
    alice = begun()
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/leave/",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "http",
        "HTTP_COOKIE": alice.client.cookies.output(header="", sep=";"),
    }
    with CaptureQueriesContext(connection) as asked:
        response = WSGIHandler()(environ, lambda *_: None)
    assert isinstance(response, HttpResponse)
    assert forgets(response)
    assert len(asked) == 0
    response.close()
    assert not SessionRow.objects.exists()


def test_a_form_without_a_token_leaves_as_well() -> None:
    alice = begun()
    strict = Browser(enforce_csrf_checks=True)
    strict.cookies = alice.client.cookies
    assert forgets(strict.post("/leave/"))
    assert not SessionRow.objects.exists()


def test_whoever_is_sent_there_from_elsewhere_loses_nothing() -> None:
    # From elsewhere a browser sends none of our cookies, for they are `Strict`.
    for method in ("post", "get"):
        path = "/leave/" if method == "post" else "/left/"
        response = getattr(Browser(enforce_csrf_checks=True), method)(path)
        assert not response.cookies
        assert "Clear-Site-Data" not in response


@pytest.mark.parametrize("path", ["/leave/", "/left/"])
def test_no_error_on_the_way_out_shows_a_page_of_ours(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "goodbye", _nothing)
    alice = begun()
    del alice.client.cookies["h"]
    alice.client.raise_request_exception = False
    page = alice.client.get(path) if path == "/left/" else alice.client.post(path)
    assert page.status_code == 500
    assert is_bland(page)
    elsewhere = alice.client.get(path, headers={"host": "elsewhere.example"})
    assert elsewhere.status_code == 400
    assert is_bland(elsewhere)


def begun() -> Person:
    """Somebody with an answer that is not kept."""
    alice = Person("Alice")
    alice.begin()
    alice.answer({"home.mine": 3})
    return alice
