"""The screen lock of Notes, and what is outside of it."""

from __future__ import annotations

import pytest
from tests.web.cast import Browser, Person, bytes_of, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.notes.acts import (
    AT,
    go,
    in_notes,
    leaf_of,
    unlock,
    write,
)
from tests.web.notes.test_notes import (
    in_form,
    kept,
)

from coequal.core.notes.entries import Reply, Ticked, Tilts
from coequal.people import sessions, throttle
from coequal.people.models import SessionRow
from coequal.web.notes.open_page import OpenPage, View, decode

LOCKED = "Your passphrase once more, please."


def locked(person: Person) -> bool:
    return LOCKED in main_of(person.get(AT))


def test_the_passphrase_is_asked_at_the_first_entry(carol: Person) -> None:
    assert locked(carol)
    assert "to write things down for yourself" in main_of(carol.get(AT))
    unlock(carol)
    assert not locked(carol)


def test_another_passphrase_opens_nothing_and_locks_nobody_out(
    carol: Person, hands: Hands
) -> None:
    for _ in range(throttle.FREE_TRIES):
        page = carol.post(AT, phrase="not quite")
        assert page.status_code == 422
        assert "That’s not your passphrase." in main_of(page)
    page = unlock(carol)
    assert page.status_code == 429
    assert "Please wait 32 seconds" in main_of(page)
    assert carol.sign_in().status_code == 200
    hands.rest()
    unlock(carol)
    assert not locked(carol)


def test_an_empty_passphrase_costs_no_try(carol: Person) -> None:
    for _ in range(throttle.FREE_TRIES + 1):
        assert carol.post(AT, phrase="").status_code == 422
    unlock(carol)
    assert not locked(carol)


def test_it_closes_after_five_idle_minutes(carol: Person, hands: Hands) -> None:
    unlock(carol)
    hands.forward(299)
    go(carol, "signs")
    hands.forward(299)
    assert not locked(carol)
    hands.forward(1)
    assert locked(carol)


def test_a_clock_that_steps_back_closes_it(carol: Person, hands: Hands) -> None:
    unlock(carol)
    hands.forward(-10)
    assert locked(carol)


def test_it_closes_by_a_button_and_opens_at_the_doors(carol: Person) -> None:
    unlock(carol)
    go(carol, "signs")
    page = carol.post(AT, do="lock")
    assert LOCKED in main_of(page)
    assert heading_of(unlock(carol)) == "Notes"


def test_after_idling_one_is_where_one_was(carol: Person, hands: Hands) -> None:
    unlock(carol)
    go(carol, "topics")
    hands.forward(300)
    assert locked(carol)
    assert heading_of(unlock(carol)) == "Questions for yourself"


def test_while_it_is_closed_no_form_shows_moves_or_deletes(
    carol: Person, hands: Hands
) -> None:
    unlock(carol)
    write(carol, "the only one")
    note = leaf_of(carol.get(AT))
    page = html_of(go(carol, "notes", leaf=note))
    drops = leaf_of(go(carol, f"drop/{page.split('note/')[1][:32]}"))
    hands.forward(300)
    for fields in ({"do": "drop", "leaf": drops}, {"to": "notes"}, {"do": "lock"}):
        assert LOCKED in main_of(carol.post(AT, **fields))
    assert kept(carol) == ["the only one"]


def test_what_was_being_written_while_it_closed_is_kept(
    carol: Person, hands: Hands
) -> None:
    unlock(carol)
    leaf = leaf_of(go(carol, "write"))
    hands.forward(600)
    page = carol.post(AT, do="save", leaf=leaf, text="ten minutes of thoughts")
    assert LOCKED in main_of(page)
    assert "ten minutes" not in main_of(page)
    assert kept(carol) == ["ten minutes of thoughts"]
    assert "ten minutes of thoughts" in main_of(unlock(carol))


@pytest.mark.parametrize("leaf", ["group/fear", "tilts", "topic/worries", "write"])
def test_while_it_is_closed_nobody_clears_by_the_name_of_a_page(
    carol: Person, hands: Hands, leaf: str
) -> None:
    """The names are no secret: only a page that was shown can save."""
    in_notes(carol)
    session = sessions.find(bytes.fromhex(carol.client.cookies["s"].value))
    assert session is not None
    before = len(session.own.read(Ticked)) + len(session.own.read(Tilts))
    hands.forward(600)
    for mark in ("", " ", " " + "0" * 32):
        carol.post(AT, do="save", leaf=f"{leaf}{mark}")
    assert len(session.own.read(Ticked)) + len(session.own.read(Tilts)) == before > 1
    assert [one.entry.text for one in session.own.read(Reply)] == ["The rent."]


def test_a_page_of_another_session_of_mine_saves_nothing(carol: Person) -> None:
    unlock(carol)
    leaf = leaf_of(go(carol, "topic/worries"))
    elsewhere = Person("Carol", Browser())
    elsewhere.sign_in()
    page = elsewhere.post(AT, do="save", leaf=leaf, text="The phone.")
    assert page.status_code == 422
    assert in_form(page) == "The phone."


def test_what_is_too_long_comes_back_even_then(carol: Person, hands: Hands) -> None:
    unlock(carol)
    leaf = leaf_of(go(carol, "write"))
    hands.forward(600)
    page = carol.post(AT, do="save", leaf=leaf, text="w" * 30_000)
    assert page.status_code == 422
    assert in_form(page) == "w" * 30_000
    assert locked(carol)


def test_what_was_being_written_for_longer_than_a_visit_stays_awake_is_kept_too(
    carol: Person, hands: Hands
) -> None:
    unlock(carol)
    leaf = leaf_of(go(carol, "write"))
    hands.forward(1200)
    del carol.client.cookies["h"]
    page = carol.post(AT, do="save", leaf=leaf, text="twenty minutes of thoughts")
    assert heading_of(page) == "Sign in"
    carol.sign_in()
    assert kept(carol) == ["twenty minutes of thoughts"]


@pytest.mark.parametrize("fields", [{"to": "notes"}, {"phrase": "x"}, {"do": "drop"}])
def test_an_idle_visit_gets_nothing_else(carol: Person, fields: dict[str, str]) -> None:
    in_notes(carol)
    del carol.client.cookies["h"]
    carol.post(AT, **fields)
    assert carol.where == "/sign-in/"
    assert heading_of(carol.get(AT)) == "Sign in"


@pytest.mark.parametrize("way", ["/leave/", "/sign-out/"])
def test_it_is_closed_with_the_visit(carol: Person, way: str) -> None:
    unlock(carol)
    leaf = leaf_of(go(carol, "write"))
    former = carol.client.cookies["s"].value
    carol.post(way)
    carol.client.cookies.load({"s": former, "h": "1"})
    carol.post(AT, do="save", leaf=leaf, text="too late")
    assert carol.where == "/sign-in/"
    carol.sign_in()
    assert locked(carol)
    assert kept(carol) == []


def test_another_browser_of_mine_has_a_lock_of_its_own(carol: Person) -> None:
    unlock(carol)
    elsewhere = Person("Carol", Browser())
    elsewhere.sign_in()
    assert locked(elsewhere)
    assert not locked(carol)


def test_from_outside_it_is_the_same_to_the_byte_whatever_is_inside(
    carol: Person, alice: Person
) -> None:
    alice.begin()
    alice.keep()
    in_notes(carol)
    carol.post(AT, do="lock")
    assert bytes_of(carol.client.get(AT)) == bytes_of(alice.client.get(AT))


def test_signed_out_it_leads_to_where_one_signs_in(alice: Person) -> None:
    alice.get(AT)
    assert alice.where == "/sign-in/"


def test_who_has_kept_nothing_is_told_what_it_needs(alice: Person) -> None:
    alice.begin()
    page = alice.get(AT)
    assert "it needs a passphrase" in main_of(page)
    assert 'href="/keep/"' in html_of(page)
    alice.post(AT, do="save", text="nowhere to keep it")
    assert alice.where == AT


def test_two_who_share_a_browser_have_no_notes(alice: Person) -> None:
    alice.post("/guess/", first="Alice", second="Bob", pair="partners")
    for answer in (alice.get(AT), alice.post(AT, do="save", text="overheard")):
        assert alice.where == "/guess/1/"
        assert "overheard" not in main_of(answer)
    del alice.client.cookies["h"]
    alice.post(AT, do="save", text="overheard")
    assert alice.where == "/sign-in/"


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/start-here/", "/nowhere/"])
def test_the_same_link_stands_in_every_foot(
    alice: Person, carol: Person, path: str
) -> None:
    new = Person("New")
    new.begin()
    for someone in (alice, new, carol):
        foot = html_of(someone.get(path)).split("<footer")[1]
        assert '<p><a href="/notes/">Notes</a></p>' in foot


def test_what_is_open_is_sealed_and_of_one_size(carol: Person) -> None:
    sizes = set()
    for act in (unlock, in_notes, unlock):
        sizes.add(len(SessionRow.objects.get().view or b""))
        act(carol)
    for _ in range(10):
        go(carol, f"change/{'f' * 32}", leaf="none")
    row = SessionRow.objects.get()
    sizes.add(len(row.view or b""))
    assert len(sizes) == 1
    assert b"change" not in bytes(row.view or b"")


@pytest.mark.parametrize("plain", [b"", b"{}", b"[1,2]", b'["x","doors",[]]', b"\xff"])
def test_what_cannot_be_read_is_a_closed_room(plain: bytes) -> None:
    assert decode(plain) == OpenPage()


def test_what_is_open_reads_as_it_was_written() -> None:
    is_open = OpenPage(used=7, here=View(name="topic", about="fear"))
    assert decode(is_open.encode()) == is_open
