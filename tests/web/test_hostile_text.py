"""Whatever somebody types: kept sign by sign or refused with a sentence, never lost."""

from __future__ import annotations

import pytest
from django.utils.html import escape
from tests.web.cast import (
    Browser,
    Person,
    addresses,
    invited,
    join,
    met,
)
from tests.web.conftest import Hands
from tests.web.hostile import NASTY, SCRIPT, TEXTS, Field, line, send
from tests.web.hostile_fields import amiss
from tests.web.see.acts import (
    all_of_it,
)

from coequal.errors import Refused
from coequal.people.names import plain


def test_every_field_keeps_or_refuses_every_text(
    alice: Person, bob: Person, hands: Hands
) -> None:
    assert amiss(alice, bob, hands, TEXTS) == {}


@pytest.mark.parametrize(
    ("html", "status", "wrong"),
    [
        (f"<p>{SCRIPT}</p>", 200, "page 0 shows something else"),
        (f"<p>{SCRIPT}</p>", 200, f"not escaped: {SCRIPT}"),
        (f'<input value="{escape(SCRIPT)}">', 422, "no sentence says why"),
        ('<p class="errors">That is too long.</p>', 422, "what was typed is gone"),
        ("", 500, "status 500"),
    ],
)
def test_a_field_that_does_neither_would_be_noticed(
    carol: Person, html: str, status: int, wrong: str
) -> None:
    page = carol.get("/")
    page.content, page.status_code = html.encode(), status
    assert wrong in Field(send=lambda _text: page).faults(SCRIPT)


@pytest.mark.parametrize("text", [one for one in TEXTS if 8 <= len(one) <= 200])
def test_a_passphrase_is_kept_sign_by_sign(db: None, text: str) -> None:
    kept_and_found_again("Alice", text)


@pytest.mark.parametrize("text", [one for one in TEXTS if 8 <= len(one) <= 200])
def test_a_name_is_kept_or_told_what_to_do(db: None, text: str) -> None:
    """It is refused only for a sign in it that stands for nothing."""
    if kept_and_found_again(text, "four plain words here"):
        assert plain(text.encode("utf-8", "replace").decode())  # as it was sent
    elif "\x00" not in text:
        with pytest.raises(Refused):
            plain(text)


def kept_and_found_again(name: str, phrase: str) -> bool:
    """Keep under a name, and come back in another browser by this phrase alone."""
    person = Person("New")
    person.begin()
    fields = {"name": name, "phrase": f"{phrase} x", "again": f"{phrase} x"}
    kept = send(person, "/keep/", **fields)
    if kept.status_code == 422:
        assert "\x00" in phrase or name != "Alice"
        return False
    again = Person("Again", Browser())
    send(again, "/sign-in/", name=name, phrase=f"{phrase} y")
    assert again.where == "/sign-in/"
    send(again, "/sign-in/", name=name, phrase=f"{phrase} x")
    assert again.where == "/us/"
    return True


def test_what_somebody_is_called_breaks_no_page(alice: Person, bob: Person) -> None:
    for person in (alice, bob):
        person.begin()
        person.keep()
    code = invited(alice, NASTY)
    place = alice.where
    join(bob, code, NASTY)
    met(alice, place)
    for person in (alice, bob):
        person.answer_all()
        person.be_ready(place, "home", "money")
        all_of_it(person, place)
    named = 0
    for path in addresses(place).values():
        page = alice.get(path)
        if page.status_code != 405:
            html = page.content.decode()
            assert page.status_code in {200, 404}  # no question was raised
            assert "<b>\"'" not in html
            named += escape(line(NASTY)) in html
    assert named > 5


def test_too_much_for_any_form_is_said_calmly(carol: Person) -> None:
    page = send(carol, "/us/invite/", label="x" * 300_000)
    assert page.status_code == 413
    assert "Go back and make it shorter." in page.content.decode()
