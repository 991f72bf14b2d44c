"""Looking together, for the one who asked: one press checks, tells, and puts in."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from tests.web.cast import (
    Person,
    bytes_of,
    chosen,
    heading_of,
    html_of,
    invited,
    join,
    main_of,
    session_of,
)
from tests.worlds.snapshots import once

from coequal.content.gentle_words import words_to_compare
from coequal.journal import models
from coequal.people import invitations
from coequal.people.models import Invitation
from coequal.sealed import codes
from coequal.web.see import joint_picture

DONE = "Your part is done."


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    return joined(alice, bob)


@once
def joined(alice: Person, bob: Person) -> str:
    """Both have chosen what they share, and Bob has joined with Alice's code."""
    for someone in (alice, bob):
        someone.begin()
        someone.keep()
    code = invited(alice)
    where = alice.where
    chosen(alice)
    chosen(bob)
    join(bob, code)
    return where


def words_on(page: HttpResponse) -> list[str]:
    listed = html_of(page).partition('<ol class="aloud"')[2]
    return re.findall(r"<li>(\w+)</li>", listed.partition("</ol>")[0])


def put_in() -> int:
    return models.StoredRow.objects.filter(audience="W").count()


def test_both_see_the_same_eight_gentle_words_without_a_tap(
    place: str, alice: Person, bob: Person
) -> None:
    hers, his = alice.get(place), bob.get(place)
    assert len(words_on(hers)) == 8
    assert set(words_on(hers)) <= set(words_to_compare())
    assert words_on(hers) == words_on(his)
    for page in (hers, his):
        html = html_of(page)
        before = html[: html.index('<ol class="aloud"')]
        assert before.rpartition("<details")[2].startswith(" open>")


def test_two_invitations_have_other_words(place: str, alice: Person) -> None:
    other = Person("Dana")
    other.begin()
    other.keep()
    join(other, invited(alice, "Dana"))
    assert words_on(alice.get(alice.where)) != words_on(alice.get(place))


def test_who_joined_reads_that_their_part_is_done(place: str, bob: Person) -> None:
    page = bob.get(place)
    assert heading_of(page) == DONE
    assert "Come back whenever you like." in main_of(page)
    assert "Alice taps Look together first." in main_of(page)
    assert "Alice Joined" in main_of(bob.get("/us/more/"))


def test_who_asked_reads_what_they_share_and_how_much_stays_hidden(
    place: str, alice: Person
) -> None:
    page = alice.get(place)
    assert heading_of(page) == "Bob has joined."
    text = main_of(page)
    assert "You share these two. The rest stays hidden." in text
    assert "Home Money six stay hidden" in text
    assert "Free time" not in text
    for name in ("Look together", "Change these", "Not now"):
        assert name in text
    assert "Once you tap, Bob’s page shows Look together too." in text
    assert "Until then you can take it back. We don’t tell Bob if you do." in text


def test_pages_that_wait_put_nothing_in_and_never_move_on(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        for path in (place, "/us/"):
            someone.get(path)
        someone.sign_out()
        someone.sign_in()
        page = someone.get(place)
        assert someone.where == place
        assert "Refresh" not in page
        assert "http-equiv" not in html_of(page)
    assert put_in() == 0
    assert not models.StoredRow.objects.filter(audience="B").exists()


def test_before_anybody_looks_there_is_nothing_of_two(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        for page in ("choose", "together", "ready", "look", "picture"):
            assert someone.get(f"{place}{page}/").status_code == 404
        assert someone.post(f"{place}together/").status_code == 404
        assert someone.post(f"{place}not-ready/").status_code == 404


def test_one_press_of_the_one_who_asked_is_ready(place: str, alice: Person) -> None:
    page = alice.post(f"{place}meet/")
    assert alice.where == f"{place}ready/"
    assert heading_of(page) == DONE
    assert put_in() > 0
    assert not Invitation.objects.exists()


def test_the_press_of_the_second_turns_the_first_card(
    place: str, alice: Person, bob: Person
) -> None:
    alice.post(f"{place}meet/")
    bob.get(f"{place}together/")
    assert bob.where == f"{place}together/"
    page = bob.post(f"{place}together/")
    assert bob.where == f"{place}cards/1/"
    assert "Card 1 of 4" in main_of(page)
    assert heading_of(alice.get(place)) == "Your four cards are open."


def test_whether_she_took_it_back_changes_no_byte_for_him(
    place: str, alice: Person, bob: Person
) -> None:
    alice.post(f"{place}meet/")
    paths = ("/us/", place, f"{place}together/", f"{place}choose/")
    before = [bytes_of(bob.get(path)) for path in paths]
    alice.post(f"{place}not-ready/")
    assert [bytes_of(bob.get(path)) for path in paths] == before
    bob.post(f"{place}together/")
    assert bob.where == f"{place}ready/"


def test_without_a_choice_that_can_stand_one_is_asked_to_choose(
    alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.begin()
        someone.keep()
    join(bob, invited(alice))
    place = alice.where
    assert "First choose what you share." in main_of(alice.get(place))
    alice.answer({"home.mine": 1, "money.mine": 1})
    alice.post(f"{place}meet/")
    assert alice.where == "/answers/share/"
    assert not models.StoredRow.objects.filter(audience="B").exists()
    assert Invitation.objects.exists()


def test_who_joined_cannot_look_first(place: str, bob: Person) -> None:
    assert bob.post(f"{place}meet/").status_code == 403
    assert bob.post(f"{place}together/").status_code == 404


def test_nobody_looks_before_somebody_joined(carol: Person) -> None:
    invited(carol)
    place = carol.where
    chosen(carol)
    assert carol.post(f"{place}meet/").status_code == 403
    assert heading_of(carol.get(place)) == "Ask Bob to join you"


def test_pressed_twice_is_pressed_once(place: str, alice: Person) -> None:
    alice.post(f"{place}meet/")
    before = models.StoredRow.objects.count()
    assert alice.post(f"{place}meet/").status_code == 200
    assert models.StoredRow.objects.count() == before
    assert alice.where == f"{place}ready/"


def test_the_press_is_about_the_one_whose_words_were_shown(
    place: str, alice: Person, carol: Person
) -> None:
    """Eve lays the reply of somebody who joined first in place of Bob's."""
    who = re.search(r'name="who" value="([0-9a-f]+)"', html_of(alice.get(place)))
    assert who is not None
    words = words_on(alice.get(place))
    found = Invitation.objects.get()
    reply = found.reply
    Invitation.objects.update(reply=b"")
    join(carol, code_of_invitation(alice))
    assert Invitation.objects.get().reply != reply
    alice.post(f"{place}meet/", who=who[1])
    assert alice.where == place
    assert put_in() == 0
    assert not models.StoredRow.objects.filter(audience="B").exists()
    assert words_on(alice.get(place)) != words


def code_of_invitation(person: Person) -> str:
    (record,) = invitations.mine(session_of(person))
    return codes.encode(record.entry.code)


def test_it_is_all_of_it_or_nothing(
    place: str, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = models.StoredRow.objects.count()

    def fails(*_: object, **__: object) -> None:
        message = "the disk is full"
        raise OSError(message)

    monkeypatch.setattr(joint_picture, "put_in", fails)
    alice.client.raise_request_exception = False
    assert alice.post(f"{place}meet/").status_code == 500
    assert models.StoredRow.objects.count() == rows
    assert Invitation.objects.count() == 1


def test_a_code_can_be_taken_back_instead(
    place: str, alice: Person, bob: Person
) -> None:
    alice.post(f"{place}uninvite/")
    assert alice.get(place).status_code == 404
    assert heading_of(bob.get(place)) == DONE


@pytest.fixture
def spoiled(place: str) -> str:
    """Eve has changed the reply that lies under the code."""
    reply = Invitation.objects.get().reply or b""
    Invitation.objects.update(reply=reply[:-1] + bytes([reply[-1] ^ 1]))
    return place


def test_a_reply_that_does_not_hold_is_said_so_and_puts_nothing_in(
    spoiled: str, alice: Person
) -> None:
    page = alice.get(spoiled)
    assert page.status_code == 409
    assert heading_of(page) == "Something went wrong with this code."
    assert alice.post(f"{spoiled}meet/").status_code == 409
    assert put_in() == 0
    assert alice.get(f"{spoiled}choose/").status_code == 404
    alice.post(f"{spoiled}uninvite/")
    assert alice.get(spoiled).status_code == 404
