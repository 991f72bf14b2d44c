"""Too much, or too many at once: told before anything is read, asked or spent."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.people.waiting import holding
from tests.web.cast import Browser, Person, heading_of, main_of, title_of
from tests.web.routes import PATTERNS

from coequal.people.kdf_slots import Tickets
from coequal.people.models import Account, Throttle
from coequal.web.turned_away import TICKETS

MOST = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
KEEP = {"name": "Carol", "phrase": "four plain words", "again": "four plain words"}
JOIN = {"code": "0000-0000-0000-0000", "label": "Alice", "own_label": "Carol", **KEEP}


class Unread(BytesIO):
    """A body that nobody may read."""

    def read(self, *_: object) -> bytes:
        pytest.fail("the body was read")

    readline = read


@pytest.fixture
def strangers() -> Iterator[None]:
    """Strangers have taken all tickets that they may have."""
    with holding(Tickets.STRANGER):
        yield


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/begin/", "/nowhere/"])
@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"CONTENT_LENGTH": str(MOST + 1)}, 413),
        ({"CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "gzip, Chunked"}, 411),
    ],
)
def test_a_body_that_is_too_long_or_says_no_length_is_not_read(
    path: str, said: dict[str, str], status: int
) -> None:
    page = Browser().request(
        REQUEST_METHOD="POST", PATH_INFO=path, **{"wsgi.input": Unread()}, **said
    )
    assert page.status_code == status
    assert heading_of(page) == "That’s too long for one page"
    assert title_of(page) == "Notes"


def test_the_longest_body_that_is_read_is_read(db: None) -> None:
    body = f"name={'a' * (MOST - 5)}"
    page = Browser().post(
        "/sign-in/", body, content_type="application/x-www-form-urlencoded"
    )
    assert len(body) == MOST
    assert page.status_code == 422


@pytest.mark.parametrize(
    ("path", "fields"), [("/sign-in/", KEEP), ("/keep/", KEEP), ("/join/", JOIN)]
)
def test_when_many_stretch_a_stranger_is_asked_to_come_again(
    db: None, strangers: None, path: str, fields: dict[str, str]
) -> None:
    with CaptureQueriesContext(connection) as asked:
        page = Browser().post(path, fields)
    assert page.status_code == 503
    assert page["Retry-After"] == "5"
    assert heading_of(page) == "It’s very busy here right now"
    assert "try again in a few seconds" in main_of(page)
    assert len(asked) == 0
    assert not Throttle.objects.exists()


def test_pages_are_read_as_ever_when_many_stretch(db: None, strangers: None) -> None:
    for path in ("/", "/sign-in/", "/join/"):
        assert Browser().get(path).status_code == 200


def test_whoever_is_here_finds_a_ticket_that_strangers_cannot_take(
    carol: Person, strangers: None
) -> None:
    carol.post("/account/end/", phrase=carol.phrase, sure="on")
    assert not Account.objects.exists()


def test_whoever_is_here_reads_the_same_when_even_those_are_taken(
    carol: Person, strangers: None
) -> None:
    with holding(Tickets.HERE - Tickets.STRANGER, first=Tickets.STRANGER):
        page = carol.post("/account/end/", phrase=carol.phrase, sure="on")
        code = carol.post("/join/", **JOIN)
    assert {page.status_code, code.status_code} == {503}
    assert Account.objects.exists()


def test_every_form_that_is_counted_is_there() -> None:
    assert set(TICKETS) <= set(PATTERNS)
