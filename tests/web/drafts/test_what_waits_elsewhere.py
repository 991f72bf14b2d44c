"""What was typed and lost: typed again, on another device, or on another sheet."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Browser, Person, html_of, main_of
from tests.web.conftest import Hands
from tests.web.drafts.test_what_waits import (
    AGAIN,
    TEXT,
    end,
    lapse,
    send,
    slip_of,
)
from tests.web.notes.acts import AT, go, leaf_of, reply, unlock, write

from coequal.people.models import Draft


@pytest.fixture
def slip(alice: Person, place: str) -> str:
    return slip_of(alice.get(f"{place}evening/"))


def test_the_same_text_typed_again_is_kept_again(
    alice: Person, place: str, slip: str, hands: Hands
) -> None:
    lapse(alice)
    send(alice, place, slip=slip)
    page = alice.sign_in()
    key = re.search(r'name="draft" value="([^"]+)"', html_of(page))
    assert key is not None
    alice.post("/account/unsent/", draft=key[1], slip=slip_of(page))
    assert not Draft.objects.exists()
    hands.forward(60 * 60)
    again = slip_of(alice.get(f"{place}evening/"))
    lapse(alice)
    send(alice, place, slip=again)
    assert TEXT in html_of(alice.sign_in())


def test_an_open_session_does_not_show_what_was_lost_elsewhere(
    alice: Person, place: str, slip: str
) -> None:
    phone = Person("Alice", Browser())
    phone.sign_in()
    end(alice)
    send(alice, place, slip=slip)
    phone.client.post(
        "/nowhere/", {"text": "x y", "slip": slip_of(phone.get("/account/"))}
    )
    assert TEXT not in html_of(phone.get(f"{place}evening/"))


def test_a_name_that_is_typed_at_the_sign_in_page_is_kept_for_nobody(
    alice: Person, place: str, slip: str
) -> None:
    lapse(alice)
    alice.client.post("/sign-in/", {"name": "Robert", "phrase": "x", "slip": slip})
    assert not Draft.objects.exists()


def test_a_change_of_one_note_fills_no_other_sheet(carol: Person) -> None:
    unlock(carol)
    write(carol, "The first of two")
    write(carol, "The second of two")
    reply(carol, "worries", "A reply of mine")
    ids = re.findall(r'value="note/([0-9a-f]{32})"', html_of(go(carol, "notes")))
    page = go(carol, f"change/{ids[-1]}")
    was = re.search(r'name="was" value="([^"]+)"', html_of(page))
    assert was is not None
    lost = {"do": "save", "text": "Changed, and lost", "was": was[1]}
    end(carol)
    carol.client.post(AT, lost | {"leaf": leaf_of(page), "slip": slip_of(page)})
    carol.sign_in()
    assert AGAIN in main_of(unlock(carol))
    for elsewhere in (f"change/{ids[0]}", "topic/worries"):
        assert "Changed, and lost" not in html_of(go(carol, elsewhere))
    assert "Changed, and lost" in html_of(go(carol, f"change/{ids[-1]}"))
