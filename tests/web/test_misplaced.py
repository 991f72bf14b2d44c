"""Behind a proxy that is not set up: the visitor reads why, the host which setting."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.http import HttpResponse
from pytest_django.fixtures import Settings
from tests.web.cast import Browser, heading_of, main_of

from coequal.site.logs import Bland
from coequal.web.misplaced import Hint

NAME = "coequal.example"
OURS = f"https://{NAME}"
SAID = {"X-Forwarded-Proto": "https"}


@pytest.fixture(autouse=True)
def behind_a_proxy(settings: Settings, db: None) -> None:
    settings.ALLOWED_HOSTS = [NAME]
    settings.HTTPS = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


def sent(origin: str | None, host: str = NAME, **said: str) -> HttpResponse:
    browser = Browser(enforce_csrf_checks=True)
    headers: dict[str, Any] = {"Host": host, **said}
    form = browser.get("/sign-in/", headers={**headers, **SAID})
    headers |= {} if origin is None else {"Origin": origin}
    data = {"csrfmiddlewaretoken": str(form.context["csrf_token"])}
    answer: HttpResponse = browser.post("/sign-in/", data, headers=headers)
    return answer


def said_by(caplog: pytest.LogCaptureFixture) -> Hint:
    (record,) = [one for one in caplog.records if isinstance(one.msg, Hint)]
    line = Bland().format(record)
    assert record.msg in line
    assert NAME not in line
    return record.msg  # type: ignore[return-value]


WRONG = [
    (f"{OURS}:8443", SAID, Hint.PORT),
    (OURS, {}, Hint.SCHEME),
    (OURS, {"X-Forwarded-Proto": "HTTPS"}, Hint.SCHEME),
    (f"{OURS}:8443", {}, Hint.SCHEME),
    ("https://elsewhere.example", SAID, Hint.HOST),
    ("https://[", SAID, Hint.HOST),
    ("null", SAID, Hint.UNSAID),
    (None, SAID | {"Referer": f"{OURS}:8443/sign-in/"}, Hint.PORT),
    (None, SAID | {"Referer": "https://elsewhere.example/"}, Hint.HOST),
    (None, SAID | {"Referer": "https://["}, Hint.HOST),
    (None, SAID | {"Referer": f"http://{NAME}/sign-in/"}, Hint.HTTP),
    (f"http://{NAME}", SAID, Hint.HTTP),
]


@pytest.mark.parametrize(("origin", "headers", "hint"), WRONG)
def test_a_form_that_comes_otherwise_than_the_proxy_says(
    caplog: pytest.LogCaptureFixture,
    origin: str | None,
    headers: dict[str, str],
    hint: Hint,
) -> None:
    page = sent(origin, **headers)
    assert page.status_code == 403
    assert "Nothing was changed." in main_of(page)
    assert "reload the page" not in main_of(page)
    assert said_by(caplog) is hint


def test_a_proxy_that_writes_the_name_in_capitals(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert sent(OURS, host=NAME.upper(), **SAID).status_code == 403
    assert said_by(caplog) is Hint.HOST


def test_a_page_of_ours_is_enough_where_a_proxy_takes_the_origin_out(
    caplog: pytest.LogCaptureFixture,
) -> None:
    at = {"Referer": f"{OURS}/sign-in/"}
    assert sent(None, **SAID, **at).status_code == 422
    assert [one for one in caplog.records if isinstance(one.msg, Hint)] == []


def test_a_form_that_does_not_say_where_it_comes_from(
    caplog: pytest.LogCaptureFixture,
) -> None:
    for origin in ("null", None):
        caplog.clear()
        page = sent(origin, **SAID)
        assert heading_of(page) == "Your browser hid where this came from"
        assert said_by(caplog) is Hint.UNSAID


def test_https_that_is_not_set_up(
    caplog: pytest.LogCaptureFixture, settings: Settings
) -> None:
    settings.HTTPS = False
    settings.SECURE_PROXY_SSL_HEADER = None
    assert sent(OURS).status_code == 403
    assert said_by(caplog) is Hint.HTTPS


def test_plain_http_where_cookies_ask_for_https(
    caplog: pytest.LogCaptureFixture,
) -> None:
    browser = Browser(enforce_csrf_checks=True)
    at = {"Host": NAME, "Origin": f"http://{NAME}"}
    assert browser.post("/sign-in/", headers=at).status_code == 403
    assert said_by(caplog) is Hint.PLAIN


def test_a_name_that_is_not_written_down(caplog: pytest.LogCaptureFixture) -> None:
    page = Browser().get("/", headers={"Host": "192.168.1.9:8000"})
    assert page.status_code == 400
    assert heading_of(page) == "This isn’t the right address"
    assert said_by(caplog) is Hint.NAME


def test_a_form_as_it_should_come_is_read(caplog: pytest.LogCaptureFixture) -> None:
    assert sent(OURS, **SAID).status_code == 422
    assert [one for one in caplog.records if isinstance(one.msg, Hint)] == []


def test_a_form_that_was_open_long_is_nobodys_fault(
    caplog: pytest.LogCaptureFixture,
) -> None:
    browser = Browser(enforce_csrf_checks=True)
    page = browser.post("/sign-in/", headers={"Host": NAME, "Origin": OURS, **SAID})
    assert heading_of(page) == "This page is out of date"
    assert caplog.records == [] or all(
        not isinstance(one.msg, Hint) for one in caplog.records
    )


def test_what_a_visitor_sends_is_in_no_line() -> None:
    record = logging.makeLogRecord({"msg": "Alice's %s", "args": ("text",)})
    assert "Alice" not in Bland().format(record)
