"""What every answer has in common, whatever was asked for."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from tests.web.cast import Browser, Person, addresses, opened
from tests.web.routes import ROUTES

from coequal.site.logs import Bland


def test_every_page_says_that_it_is_html_in_utf_8(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    for someone in (alice, Person("Nobody")):
        for path in (*addresses(place).values(), "/nowhere/"):
            page = someone.client.get(path)
            if page.content:
                assert page["Content-Type"] == "text/html; charset=utf-8", path


@pytest.mark.parametrize("path", ["", "css/", "js", "../", "%2e%2e/", "css/../js/"])
def test_no_folder_is_listed(db: None, client: Client, path: str) -> None:
    assert client.get(f"/{settings.STATIC_URL.strip('/')}/{path}").status_code == 404


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PATCH", "MADE-UP"])
def test_a_way_of_asking_that_no_page_needs_is_refused(
    alice: Person, bob: Person, method: str
) -> None:
    place = opened(alice, bob)
    paths = addresses(place)
    assert len(paths) >= len(ROUTES) // 2
    for name, path in paths.items():
        answer = alice.client.generic(method, path)
        assert answer.status_code == 405, name
        assert b"MADE-UP" not in answer.content


def test_no_other_origin_may_read_a_page(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    asking = {"origin": "https://elsewhere.example"}
    for path in (*addresses(place).values(), "/nowhere/"):
        for ask in (alice.client.get, alice.client.options):
            answer = ask(path, headers=asking)
            assert not [
                name for name in answer.headers if "access-control" in name.lower()
            ]


def test_a_form_is_read_from_its_body_and_the_last_value_counts(carol: Person) -> None:
    good = {"name": carol.name, "phrase": carol.phrase}
    nobody = Browser()
    query = f"?name={carol.name}&phrase={carol.phrase.replace(' ', '+')}"
    assert nobody.post(f"/sign-in/{query}", {"a": "1"}).status_code == 422
    twice = {name: [value, "made up"] for name, value in good.items()}
    assert nobody.post("/sign-in/", twice).status_code == 422
    turned = {name: values[::-1] for name, values in twice.items()}
    assert nobody.post("/sign-in/", turned).status_code == 303


def test_debugging_cannot_be_turned_on(tmp_path: Path) -> None:
    program = "from coequal.site import settings; print(settings.DEBUG)"
    on = dict.fromkeys(("DEBUG", "DJANGO_DEBUG", "COEQUAL_DEBUG"), "1")
    env = os.environ | on | {"COEQUAL_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, check=True
    )
    assert done.stdout.decode().split() == ["False"]


def test_an_error_of_ours_is_logged_by_kind_and_place(
    alice: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("what somebody wrote")

    monkeypatch.setattr("coequal.web.home.views.render_context", fail)
    alice.client.raise_request_exception = False
    with caplog.at_level(logging.ERROR, "django.request"):
        alice.get("/")
    lines = [Bland().format(one) for one in caplog.records]
    assert [one for one in lines if f"ZeroDivisionError at {__file__}:" in one]
    assert "what somebody wrote" not in "".join(lines)
