from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, heading_of, html_of, invited, join, main_of

from coequal.journal import models
from coequal.people.models import Invitation


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    """Bob has joined with Alice's code; she has not been here since."""
    for someone in (alice, bob):
        someone.begin()
        someone.keep()
    code = invited(alice)
    join(bob, code)
    return alice.where


def words_on(page: HttpResponse) -> list[str]:
    listed = html_of(page).partition('<ol class="words"')[2]
    return re.findall(r"<li>(\w+)</li>", listed.partition("</ol>")[0])


def test_both_see_the_same_six_words(place: str, alice: Person, bob: Person) -> None:
    hers, his = words_on(alice.get(place)), words_on(bob.get(place))
    assert len(hers) == 6
    assert hers == his


def test_two_invitations_have_other_words(place: str, alice: Person) -> None:
    other = Person("Dana")
    other.begin()
    other.keep()
    join(other, invited(alice, "Dana"))
    assert words_on(alice.get(alice.where)) != words_on(alice.get(place))


def test_who_joined_reads_that_the_place_opens_later(place: str, bob: Person) -> None:
    page = bob.get(place)
    assert heading_of(page) == "You have joined."
    assert "Until then you can answer, for yourself." in main_of(page)
    assert "Alice Joined" in main_of(bob.get("/us/more/"))


def test_who_invited_reads_that_somebody_joined(place: str, alice: Person) -> None:
    assert heading_of(alice.get(place)) == "Somebody joined with the code for Bob."
    assert "Bob Has used your code" in main_of(alice.get("/us/more/"))


def test_before_they_have_met_there_is_nothing_to_choose(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.answer({"home.mine": 1, "money.mine": 1})
        for page in ("choose", "ready", "look", "picture"):
            assert someone.get(f"{place}{page}/").status_code == 404
        assert someone.be_ready(place, "home").status_code == 404
        assert someone.post(f"{place}not-ready/").status_code == 404


def test_meeting_opens_the_place_for_both(
    place: str, alice: Person, bob: Person
) -> None:
    alice.post(f"{place}meet/")
    for someone in (alice, bob):
        someone.get(place)
        assert heading_of(someone.get(place)) == "Look together"
        assert "You two" in main_of(someone.get("/us/more/"))
    assert not Invitation.objects.exists()


def test_who_joined_cannot_open_the_place_alone(place: str, bob: Person) -> None:
    assert bob.post(f"{place}meet/").status_code == 403
    assert bob.get(f"{place}choose/").status_code == 404


def test_nobody_is_met_before_somebody_joined(carol: Person) -> None:
    invited(carol)
    place = carol.where
    assert carol.post(f"{place}meet/").status_code == 403
    assert heading_of(carol.get(place)) == "A code for Bob"


def test_meeting_twice_changes_nothing(place: str, alice: Person) -> None:
    alice.post(f"{place}meet/")
    before = models.StoredRow.objects.count()
    assert alice.post(f"{place}meet/").status_code == 200
    assert models.StoredRow.objects.count() == before
    assert heading_of(alice.get(place)) == "Look together"


def test_a_joined_code_can_be_taken_back_instead(
    place: str, alice: Person, bob: Person
) -> None:
    alice.post(f"{place}uninvite/")
    assert alice.get(place).status_code == 404
    assert heading_of(bob.get(place)) == "You have joined."


@pytest.fixture
def spoiled(place: str) -> str:
    """Eve has changed the reply that lies under the code."""
    reply = Invitation.objects.get().reply or b""
    Invitation.objects.update(reply=reply[:-1] + bytes([reply[-1] ^ 1]))
    return place


def test_a_reply_that_does_not_hold_is_said_so_and_opens_no_place(
    spoiled: str, alice: Person
) -> None:
    page = alice.get(spoiled)
    assert page.status_code == 409
    assert heading_of(page) == "This code was used, but not as it should be."
    assert alice.post(f"{spoiled}meet/").status_code == 409
    assert alice.get(f"{spoiled}choose/").status_code == 404
    alice.post(f"{spoiled}uninvite/")
    assert alice.get(spoiled).status_code == 404
