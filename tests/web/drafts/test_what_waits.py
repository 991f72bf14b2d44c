"""What was typed when nobody was signed in: who gets it, where, and what deletes it."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, Final

import pytest
from django import forms
from django.db import OperationalError
from django.http import HttpResponse
from tests.web.cast import (
    Browser,
    Person,
    bytes_of,
    heading_of,
    html_of,
    invited,
    main_of,
    text_of,
)
from tests.web.conftest import Hands
from tests.web.notes.acts import AT, go, leaf_of, unlock

from coequal.journal import clock, door
from coequal.people import drafts, sessions
from coequal.people.drafts import Happened, Typed
from coequal.people.models import Draft
from coequal.people.sessions import Session
from coequal.web.drafts.slips import SECRET
from coequal.web.rooms import ROOMS

TEXT: Final = "Who gets up at six?"
AGAIN: Final = "What you filled in is here again."


def slip_of(page: HttpResponse) -> str:
    found = re.search(r'name="slip" value="([^"]+)"', html_of(page))
    assert found is not None
    return found[1]


def session_of(person: Person) -> Session:
    found = sessions.find(bytes.fromhex(person.client.cookies["s"].value))
    assert found is not None
    return found


def lapse(person: Person) -> None:
    """What fifteen idle minutes do."""
    del person.client.cookies["h"]


def end(person: Person) -> None:
    """What another window does that signs out."""
    person.sign_out()


def send(person: Person, path: str, text: str = TEXT, slip: str = "") -> HttpResponse:
    """Fill in the evening of two, as it is shown, and send it."""
    fields = {"do": "say", "text": text, "slip": slip}
    return person.client.post(f"{path}evening/", fields)


@pytest.fixture
def slip(alice: Person, place: str) -> str:
    """That of Alice's open page."""
    return slip_of(alice.get(f"{place}evening/"))


def test_the_sign_in_page_looks_the_same_with_and_without(
    alice: Person, place: str, slip: str
) -> None:
    nobody = Person("nobody", Browser())
    plain = bytes_of(nobody.get("/sign-in/"))
    lapse(alice)
    send(alice, place, slip=slip)
    assert bytes_of(alice.get("/sign-in/")) == plain
    assert bytes_of(alice.get(f"{place}evening/")) == plain
    end(alice)
    assert bytes_of(alice.get("/sign-in/")) == plain


def test_one_is_back_where_a_link_led_and_reads_why(
    alice: Person, place: str, hands: Hands
) -> None:
    lapse(alice)
    where = f"{place}decide/"
    came = slip_of(alice.get(where))
    fields = {"name": alice.name, "phrase": "wrong", "slip": came}
    came = slip_of(alice.post("/sign-in/", **fields))
    fields = {"name": alice.name, "phrase": alice.phrase, "slip": came}
    page = alice.post("/sign-in/", **fields)
    assert alice.where == where
    told = "You were signed out after 15 quiet minutes. You’re back where you were."
    assert told in main_of(page)
    assert "Your last tap" not in main_of(page)
    hands.forward(121)
    assert told not in main_of(alice.get(where))


def test_a_tap_that_came_too_late_is_told(alice: Person, place: str, slip: str) -> None:
    lapse(alice)
    alice.client.post(f"{place}evening/", {"do": "ready", "slip": slip})
    page = main_of(alice.sign_in())
    assert alice.where == f"{place}evening/"
    assert "Your last tap didn’t go through." in page


def test_who_else_signs_in_there_goes_home(
    alice: Person, carol: Person, place: str
) -> None:
    lapse(alice)
    came = slip_of(alice.get(f"{place}decide/"))
    fields = {"name": carol.name, "phrase": carol.phrase, "slip": came}
    carol.client.cookies.clear()
    page = carol.post("/sign-in/", **fields)
    assert carol.where == "/us/"
    assert "You were signed out" not in main_of(page)


def test_the_other_of_the_two_sees_no_byte_of_it(
    alice: Person, bob: Person, place: str, slip: str
) -> None:
    paths = ["/us/", f"{place}evening/", f"{place}decide/", "/account/", AT]
    before = [bytes_of(bob.get(path)) for path in paths]
    lapse(alice)
    send(alice, place, slip=slip)
    alice.sign_in()
    assert [bytes_of(bob.get(path)) for path in paths] == before


def test_the_two_at_one_browser_never_speak_for_each_other(
    alice: Person, bob: Person, place: str, slip: str
) -> None:
    """Alice's window is open still, and Bob signed in at another one."""
    alice.client.remember(*bob.client.remembered())
    answer = send(alice, place, slip=slip)
    assert answer["Location"] == "/us/"
    assert TEXT not in text_of(bob.get(f"{place}evening/"))
    alice.client.cookies.clear()
    assert TEXT in html_of(alice.sign_in())


def test_nobody_joins_by_a_form_that_another_filled_in(
    alice: Person, bob: Person, carol: Person
) -> None:
    bob.begin()
    bob.keep()
    slip = slip_of(bob.get("/join/"))
    alice.begin()
    alice.keep()
    code = invited(alice)
    bob.client.remember(*carol.client.remembered())
    fields = {"code": code, "slip": slip}
    assert bob.client.post("/join/", fields)["Location"] == "/us/"
    carol.get("/join/asked/")
    assert carol.where == "/join/"


def test_what_is_thrown_away_is_gone(alice: Person, place: str, slip: str) -> None:
    lapse(alice)
    send(alice, place, slip=slip)
    page = alice.sign_in()
    assert AGAIN in main_of(page)
    assert "You can’t get it back after that." in main_of(page)
    key = re.search(r'name="draft" value="([^"]+)"', html_of(page))
    assert key is not None
    alice.post("/account/unsent/", draft=key[1], slip=slip_of(page))
    assert alice.where == f"{place}evening/"
    assert AGAIN not in main_of(alice.get(f"{place}evening/"))
    assert not Draft.objects.exists()


def test_nobody_throws_away_what_is_another_s(
    alice: Person, bob: Person, place: str, slip: str
) -> None:
    lapse(alice)
    send(alice, place, slip=slip)
    (row,) = Draft.objects.all()
    bob.post("/account/unsent/", draft=row.key.hex())
    assert Draft.objects.exists()


def test_it_waits_until_it_was_sent_and_taken(
    alice: Person, place: str, slip: str
) -> None:
    lapse(alice)
    send(alice, place, slip=slip)
    page = alice.sign_in()
    key = re.search(r'name="draft" value="([^"]+)"', html_of(page))
    assert key is not None
    fields = {"do": "say", "slip": slip_of(page), "draft": key[1]}
    alice.client.post(f"{place}evening/", {**fields, "text": ""})
    assert Draft.objects.exists()
    alice.client.post(f"{place}evening/", {**fields, "text": "x"})
    assert not Draft.objects.exists()


def test_of_two_on_one_page_the_newer_comes_first_and_then_the_other(
    alice: Person, place: str, slip: str, hands: Hands
) -> None:
    end(alice)
    for text in ("The first text", "The second text"):
        send(alice, place, text, slip)
        hands.forward(1)
    page = html_of(alice.sign_in())
    assert "The second text" in page
    assert "The first text" not in page
    key = re.search(r'name="draft" value="([^"]+)"', page)
    assert key is not None
    alice.post("/account/unsent/", draft=key[1])
    assert "The first text" in html_of(alice.get(f"{place}evening/"))


def test_what_waits_elsewhere_is_named_and_led_to(
    alice: Person, place: str, slip: str
) -> None:
    drafts.keep(
        read(slip_of(alice.get(f"{place}decide/raise/"))),
        Typed(
            page=f"{place}decide/raise/", to=f"{place}decide/raise/", why=Happened.OVER
        ),
    )
    end(alice)
    send(alice, place, slip=slip)
    page = alice.sign_in()
    page = page if AGAIN in main_of(page) else alice.get(f"{place}evening/")
    assert "There’s something else you haven’t sent." in main_of(page)
    assert f'href="{place}decide/raise/">See what it is' in html_of(page)


def read(slip: str) -> Any:
    found = drafts.read_slip(slip)
    assert found is not None
    return found


# What is not kept is handed back at once.


def handed_back(answer: HttpResponse, text: str = TEXT) -> None:
    assert heading_of(answer) == "This wasn’t sent"
    assert text in main_of(answer)
    assert not Draft.objects.exists() or Draft.objects.count() == drafts.MOST


def test_what_is_too_long_is_handed_back(alice: Person, place: str, slip: str) -> None:
    lapse(alice)
    long = "many words " * 6_000
    handed_back(send(alice, place, long, slip), long.strip())


def test_when_nothing_can_be_written_it_is_handed_back(
    alice: Person, place: str, slip: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OperationalError("disk is full")

    monkeypatch.setattr(drafts, "keep", full)
    lapse(alice)
    handed_back(send(alice, place, slip=slip))


def test_when_the_program_breaks_it_waits_and_with_a_full_disk_it_is_handed_back(
    alice: Person, place: str, slip: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OperationalError("disk is full")

    monkeypatch.setattr(door, "append", full)
    alice.client.raise_request_exception = False
    page = send(alice, place, slip=slip)
    assert page.status_code == 500
    assert "What you typed is kept for a day." in main_of(page)
    monkeypatch.setattr(drafts, "keep", full)
    page = send(alice, place, slip=slip)
    assert page.status_code == 500
    assert TEXT in main_of(page)


def test_when_nobody_can_be_asked_who_is_here_it_is_handed_back(
    alice: Person, place: str, slip: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_cookie: bytes) -> None:
        raise OperationalError("the server is away")

    monkeypatch.setattr(sessions, "find", away)
    alice.client.raise_request_exception = False
    answer = send(alice, place, slip=slip)
    assert answer.status_code == 500
    handed_back(answer)
    broken = "Something is broken here"
    without = alice.client.post(f"{place}evening/", {"text": TEXT})
    assert heading_of(without) == broken
    assert heading_of(alice.client.get("/us/")) == broken


def test_of_a_page_that_is_too_old_it_is_handed_back(
    alice: Person, place: str, slip: str, hands: Hands
) -> None:
    hands.forward(2 * clock.DAY)
    handed_back(send(alice, place, slip=slip))


def test_who_has_kept_nothing_gets_it_back_at_once(alice: Person) -> None:
    alice.begin()
    slip = slip_of(alice.get("/decide/"))
    alice.client.cookies.clear()
    fields = {"text": TEXT, "who": "me", "slip": slip}
    handed_back(alice.client.post("/decide/", fields))


def test_a_stranger_with_a_slip_fills_eight_places_and_no_more(
    alice: Person, place: str, slip: str
) -> None:
    stranger = Person("Eve", Browser())
    answers = [
        send(stranger, place, f"{TEXT} {number}", slip).status_code
        for number in range(drafts.MOST + 3)
    ]
    assert answers == [303] * drafts.MOST + [200] * 3
    assert Draft.objects.count() == drafts.MOST


def test_a_slip_does_not_tell_whether_its_account_is_still_there(
    alice: Person, carol: Person, place: str, slip: str
) -> None:
    carols = slip_of(carol.get("/us/"))
    carol.post("/account/end/", phrase=carol.phrase)
    stranger = Browser()
    path = f"{place}evening/"
    answers = [
        stranger.post(path, {"text": TEXT, "slip": one})
        for one in (slip, carols, "", "no slip", slip[:-4] + "AAAA")
    ]
    assert {(one.status_code, one["Location"]) for one in answers} == {
        (303, "/sign-in/")
    }


# What deletes it.


def test_leaving_quickly_deletes_it_from_a_page_and_from_the_sign_in_page(
    alice: Person, place: str, slip: str
) -> None:
    lapse(alice)
    send(alice, place, slip=slip)
    assert Draft.objects.exists()
    alice.client.post("/leave/")
    assert not Draft.objects.exists()


@pytest.mark.parametrize("ended", [end, lambda one: one.client.cookies.clear()])
def test_leaving_deletes_it_where_nobody_was_signed_in(
    alice: Person, place: str, slip: str, ended: Any
) -> None:
    ended(alice)
    send(alice, place, slip=slip)
    assert Draft.objects.exists()
    alice.client.post("/leave/")
    assert not Draft.objects.exists()


def test_who_signs_in_and_leaves_deletes_what_is_theirs_and_nobody_else_s(
    alice: Person, carol: Person, place: str, slip: str
) -> None:
    end(alice)
    send(alice, place, slip=slip)
    carol.client.remember(*alice.client.remembered())
    carol.sign_in()
    carol.client.post("/leave/")
    assert TEXT in html_of(alice.sign_in())
    alice.client.post("/leave/")
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("path", "fields"), [("leave/", {"way": "now"}), ("/account/end/", {})]
)
def test_closing_now_and_deleting_the_account_delete_it(
    alice: Person, place: str, slip: str, path: str, fields: dict[str, str]
) -> None:
    lapse(alice)
    send(alice, place, slip=slip)
    alice.sign_in()
    where = path if path.startswith("/") else f"{place}{path}"
    alice.post(where, phrase=alice.phrase, **fields)
    assert not Draft.objects.exists()


# Where its page has changed.


def kept_for(person: Person, page: str, **fields: str) -> None:
    typed = Typed(page=page, to=page, why=Happened.IDLE, fields=tuple(fields.items()))
    here = session_of(person)
    drafts.keep(read(drafts.slip(here, page)), typed, here=here)


def test_on_a_page_that_leads_on_it_stands_on_a_page_of_its_own(alice: Person) -> None:
    alice.begin()
    alice.keep()
    kept_for(alice, "/answers/", text=TEXT)
    page = alice.get("/answers/")
    assert heading_of(page) == "This page has changed"
    assert TEXT in main_of(page)


def test_on_a_page_that_is_gone_it_can_be_copied(alice: Person, place: str) -> None:
    gone = f"{place}decide/{'1' * 32}/"
    kept_for(alice, gone, text=TEXT)
    page = alice.get(gone)
    assert page.status_code == 404
    assert TEXT in main_of(page)
    assert "Copy what you need." in main_of(page)


@pytest.mark.parametrize("page", ["//evil.example/", "https://evil.example/", ""])
def test_nobody_is_led_to_another_site(alice: Person, page: str) -> None:
    alice.begin()
    alice.keep()
    kept_for(alice, page or "x", text=TEXT)
    alice.sign_out()
    alice.sign_in()
    assert alice.where == "/us/"


# Notes.


def writing(carol: Person) -> dict[str, str]:
    """Fields of a new note that is being written."""
    unlock(carol)
    page = go(carol, "write")
    return {"do": "save", "leaf": leaf_of(page), "slip": slip_of(page), "text": TEXT}


def test_before_notes_are_opened_nothing_of_a_note_shows(carol: Person) -> None:
    fields = writing(carol)
    end(carol)
    carol.client.post(AT, fields)
    page = carol.sign_in()
    assert carol.where == AT
    assert "What you typed is kept. Open Notes, and it’s there." in main_of(page)
    assert TEXT not in html_of(page)
    page = unlock(carol)
    assert AGAIN in main_of(page)
    assert TEXT in html_of(page)
    assert TEXT not in html_of(go(carol, "doors"))


def test_a_note_that_was_saved_while_idle_is_told_until_notes_are_opened(
    carol: Person,
) -> None:
    fields = writing(carol)
    lapse(carol)
    carol.client.post(AT, fields)
    page = carol.sign_in()
    assert carol.where == AT
    told = "You were signed out after 15 quiet minutes. Your note is saved."
    assert told in main_of(page)
    key = re.search(r'name="draft" value="([^"]+)"', html_of(page))
    assert key is not None
    carol.post(AT, phrase=carol.phrase, draft=key[1], slip=slip_of(page))
    assert not Draft.objects.exists()


def test_a_note_that_is_gone_goes_on_as_a_new_one(carol: Person) -> None:
    unlock(carol)
    fields = {"do": "save", "leaf": f"change/{'1' * 32} x", "text": TEXT}
    kept_for(carol, AT, **fields)
    carol.sign_out()
    carol.sign_in()
    page = unlock(carol)
    assert TEXT in html_of(page)
    assert leaf_of(page).startswith("write/")


# What is never kept.


def test_every_secret_field_of_a_form_is_known_as_one() -> None:
    found = set()
    for room in {room.name for room in ROOMS} | {"export", "demo"}:
        for part in ("forms", "leaving", "views", "joining"):
            try:
                module = import_module(f"coequal.web.{room}.{part}")
            except ModuleNotFoundError:
                continue
            for one in vars(module).values():
                if isinstance(one, type) and issubclass(one, forms.Form):
                    found |= {
                        name
                        for name, field in one.base_fields.items()
                        if isinstance(field.widget, forms.PasswordInput)
                        or name == "code"
                    }
    assert {"phrase", "again", "present", "code"} <= found <= SECRET


def test_a_passphrase_is_in_no_draft(alice: Person, place: str) -> None:
    slip = slip_of(alice.get("/account/passphrase/"))
    fields = {"present": alice.phrase, "phrase": "new one here", "again": "new one"}
    lapse(alice)
    alice.client.post("/account/passphrase/", {**fields, "slip": slip, "more": TEXT})
    alice.sign_in()
    (found,) = drafts.waiting(session_of(alice))
    assert found.typed.fields == (("more", TEXT),)


def test_every_form_carries_one_slip_whoever_sees_it(
    alice: Person, place: str, slip: str
) -> None:
    for person in (alice, Person("nobody", Browser())):
        for path in ("/", "/us/", "/sign-in/", f"{place}evening/", "/learn/", "/join/"):
            html = html_of(person.get(path))
            found = re.findall(r'name="slip" value="([^"]+)"', html)
            assert len(found) == html.count('method="post"')
            assert {len(one) for one in found} == {len(slip)}


def test_a_session_that_was_open_elsewhere_all_the_while_shows_nothing(
    alice: Person, place: str, slip: str
) -> None:
    elsewhere = Person("Alice", Browser())
    elsewhere.sign_in()
    end(alice)
    send(alice, place, slip=slip)
    assert TEXT not in html_of(elsewhere.get(f"{place}evening/"))
    assert TEXT in html_of(alice.sign_in())


def test_a_new_passphrase_keeps_what_waits(
    alice: Person, place: str, slip: str
) -> None:
    end(alice)
    send(alice, place, slip=slip)
    alice.sign_in()
    new = dict.fromkeys(("phrase", "again"), "four other plain words")
    alice.post("/account/passphrase/", present=alice.phrase, **new)
    assert TEXT in html_of(alice.get(f"{place}evening/"))
