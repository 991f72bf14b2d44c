from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from tests.titles import TITLES
from tests.web.cast import Browser, Person, addresses, html_of, opened, pair, title_of
from tests.web.decide.acts import (
    raised,
)
from tests.web.routes import ROUTES
from tests.web.see.acts import (
    all_of_it,
)

from coequal.web import headers

EXACTLY = {
    "Content-Security-Policy": headers.POLICY,
    "Permissions-Policy": headers.PERMISSIONS,
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
LOUD = re.compile(
    "abus|violen|safe|danger|help|fear|threat|victim|power|couple|partner|"
    "relation|secret|private|control",
    re.IGNORECASE,
)


def of_a_question(person: Person, place: str) -> tuple[str, str]:
    """Raise one, and return its pages."""
    where = raised(person, place)
    return where, f"{where}weigh/"


def check(response: HttpResponse) -> None:
    assert {name: response.get(name) for name in EXACTLY} == EXACTLY
    for name in ("Server", "X-Powered-By", "ETag", "Last-Modified"):
        assert name not in response


def test_the_policy_lets_in_nothing_inline_and_no_other_origin() -> None:
    rules = dict(rule.split(" ", 1) for rule in headers.POLICY.split("; "))
    assert rules.pop("default-src") == "'none'"
    assert {rules.pop("base-uri"), rules.pop("frame-ancestors")} == {"'none'"}
    assert set(rules.values()) == {"'self'"}


def test_every_route_answers_everybody_with_the_same_headers(
    alice: Person, bob: Person, carol: Person
) -> None:
    place = opened(alice, bob)
    nobody = Person("Nobody")
    for path in (*addresses(place).values(), *of_a_question(alice, place)):
        for someone in (nobody, alice, carol):
            check(someone.client.get(path))
    for path in addresses(place).values():
        check(nobody.client.post(path))


def test_answers_to_forms_carry_them_too(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    for path in ("/answers/1/", f"{place}choose/", "/us/invite/", "/sign-out/"):
        check(alice.client.post(path, {"a": "1"}))


def test_error_pages_carry_them_too(carol: Person) -> None:
    check(carol.client.get("/nowhere/"))
    check(carol.client.put("/us/"))
    check(carol.client.get("/", headers={"host": "elsewhere.example"}))
    check(Browser(enforce_csrf_checks=True).post("/begin/"))


def test_after_a_form_the_browser_is_told_to_get_the_next_page(carol: Person) -> None:
    for path in ("/answers/1/", "/begin/", "/chairs/swap/", "/sign-out/"):
        assert carol.client.post(path, {"a": "1"}).status_code == 303


def test_static_files_may_be_kept_and_carry_the_policy(
    db: None, client: Client
) -> None:
    for path in ("css/tokens.css", "js/quiet.js", "icon.svg"):
        response = client.get(f"/static/{path}")
        assert response.status_code == 200
        assert "no-store" not in response["Cache-Control"]
        assert response["Content-Security-Policy"] == headers.POLICY
        assert response["X-Content-Type-Options"] == "nosniff"
        assert not response.cookies
        response.close()


def cookies_of_a_life(alice: Person) -> dict[str, object]:
    """Every cookie that any page sets: to a sign-in, and then with one phone."""
    seen = {}
    for method, path, fields in [
        ("get", "/", {}),
        ("post", "/begin/", {}),
        ("post", "/keep/", KEEP),
        ("post", "/sign-out/", {}),
        ("post", "/sign-in/", KEEP),
        ("get", "/us/", {}),
        ("post", "/sign-out/", {}),
        ("post", "/guess/", PLAY),
    ]:
        seen |= dict(getattr(alice.client, method)(path, fields).cookies)
    return seen


KEEP = {"name": "Alice", "phrase": "four plain words", "again": "four plain words"}


PLAY = {"first": "Alice", "second": "Bob", "pair": "partners"}


def test_there_are_five_cookies_with_names_that_say_nothing(alice: Person) -> None:
    assert set(cookies_of_a_life(alice)) == {"t", "s", "h", "b", "o"}


def test_no_script_reads_a_cookie_but_the_one_it_must_delete(alice: Person) -> None:
    for name, cookie in cookies_of_a_life(alice).items():
        assert bool(cookie["httponly"]) is (name != "h")
        assert cookie["samesite"] == "Strict"
        assert cookie["path"] == "/"
        assert not cookie["domain"]


def test_the_cookie_that_a_script_can_read_holds_nothing(alice: Person) -> None:
    assert cookies_of_a_life(alice)["h"].value == "1"


def test_over_https_every_cookie_is_secure_and_bound_to_the_host(
    tmp_path: Path,
) -> None:
    program = (
        "import django; django.setup();"
        "from django.conf import settings as s; from django.http import HttpResponse;"
        "from coequal.web import sessions as v; r = HttpResponse();"
        "v._set(r, v.HALF, 'x', age=1);"
        "print(v.HALF, v.HERE, v.BROWSER, s.CSRF_COOKIE_NAME, s.CSRF_COOKIE_SECURE,"
        " s.SECURE_HSTS_SECONDS > 0, bool(r.cookies[v.HALF]['secure']))"
    )
    env = os.environ | {
        "COEQUAL_HTTPS": "1",
        "COEQUAL_BEHIND_PROXY": "1",
        "COEQUAL_HOSTS": "coequal.example",
        "COEQUAL_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "coequal.site.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, check=True
    )
    said = done.stdout.decode().split()
    assert said == ["__Host-s", "__Host-h", "__Host-b", "__Host-t", *["True"] * 3]


def test_every_title_is_one_of_six_words(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    all_of_it(alice, place)
    asked = of_a_question(alice, place)
    for path in [*addresses(place).values(), *asked, "/nowhere/"]:
        page = alice.get(path)
        if page.status_code != 405:
            assert title_of(page) in TITLES


def test_no_address_and_no_file_says_anything_loud() -> None:
    for _, pattern in ROUTES:
        assert not LOUD.search(pattern)
    for finder in finders.get_finders():
        for path, _ in finder.list([]):
            assert not LOUD.search(path)


@pytest.mark.parametrize(
    "word", ["reset", "forgot", "mail", "question/secret", "admin"]
)
def test_there_is_no_way_in_by_mail_or_by_somebody_else(word: str) -> None:
    assert not [pattern for _, pattern in ROUTES if word in pattern]


def test_pages_ask_no_other_origin_for_anything(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    all_of_it(alice, place)
    for path in (*addresses(place).values(), *of_a_question(alice, place)):
        html = html_of(alice.get(path))
        assert not re.findall(r'(?:href|src|action)="(?:https?:)?//[^"]*"', html)
        assert not re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", html)
