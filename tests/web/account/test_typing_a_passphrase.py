"""A passphrase can be long, pasted, and kept by the browser; nobody reads it."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, html_of

from coequal.journal import clock

PHRASES = re.compile(r'<input[^>]*name="(?:phrase|again|present)"[^>]*>')


@pytest.mark.parametrize("path", ["/sign-in/", "/come-back/", "/account/passphrase/"])
def test_it_is_hidden_and_left_to_password_managers(carol: Person, path: str) -> None:
    someone = carol if path.startswith("/account") else Person("Nobody")
    fields = PHRASES.findall(html_of(someone.get(path)))
    assert fields
    for field in fields:
        assert 'type="password"' in field
        assert re.search(r'autocomplete="(?:new|current)-password"', field)
        assert not re.search(r"\son\w+=", field)


def test_two_hundred_signs_open_again_and_none_of_them_is_left_out(db: None) -> None:
    long = "plain words " * 16 + "so long."
    assert len(long) == 200
    alice = Person("Alice")
    alice.begin()
    alice.post("/keep/", name="Alice", phrase=long, again=long)
    alice.sign_out()
    assert alice.post("/sign-in/", name="Alice", phrase=long[:-1]).status_code == 422
    alice.post("/sign-in/", name="Alice", phrase=long)
    assert alice.where == "/us/"


def test_it_is_good_for_as_long_as_one_likes(
    carol: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = clock.now() + 10 * 365 * clock.DAY
    monkeypatch.setattr(clock, "now", lambda: later)
    carol.get("/account/")
    assert carol.where == "/sign-in/"
    carol.sign_in()
    assert carol.where == "/us/"
