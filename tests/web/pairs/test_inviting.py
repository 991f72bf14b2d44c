from __future__ import annotations

import re

import pytest
from tests.web.cast import (
    Person,
    code_on,
    heading_of,
    html_of,
    invited,
    join,
    main_of,
    pair,
)

from coequal.people.models import Invitation


def test_with_nobody_invited_the_page_says_that_this_is_fine(carol: Person) -> None:
    assert "Nobody yet, and that’s fine." in main_of(carol.get("/us/more/"))


def test_a_code_to_say_aloud_has_four_groups_of_four_signs(carol: Person) -> None:
    code = invited(carol)
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", code)


def test_the_page_of_an_invitation_shows_code_picture_link_and_last_day(
    carol: Person,
) -> None:
    page = carol.post("/us/invite/", label="Bob", own_label="Carol", pair="friends")
    html = html_of(page)
    assert heading_of(page) == "A code for Bob"
    assert '<svg class="qr"' in html or 'class="qr"' in html
    assert "http://testserver/join/" in main_of(page)
    assert "The code works once, until" in main_of(page)
    assert code_on(carol.get(carol.where)) == code_on(page)


def test_the_code_is_in_no_address_that_reaches_the_server(carol: Person) -> None:
    code = invited(carol)
    assert code not in carol.where
    links = re.findall(r'(?:href|action|src)="([^"]*)"', _page(carol))
    assert not [link for link in links if code in link]


def _page(person: Person) -> str:
    return html_of(person.get(person.where))


def test_whoever_is_invited_stands_in_the_list(carol: Person) -> None:
    invited(carol, "My dear")
    page = carol.get("/us/more/")
    assert "My dear Invited" in main_of(page)
    (listed,) = page.context["relations"]
    carol.get(listed.url)
    assert heading_of(carol.get(listed.url)) == "A code for My dear"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"label": "Bob", "pair": "friends"},
        {"own_label": "Carol", "pair": "friends"},
        {"label": "Bob", "own_label": "Carol"},
        {"label": " ", "own_label": "Carol", "pair": "friends"},
        {"label": "x" * 61, "own_label": "Carol", "pair": "friends"},
        {"label": "Bob", "own_label": "Carol", "pair": "strangers"},
        {"label": "Sam", "own_label": " sam", "pair": "friends"},
        {"label": "Sam", "own_label": "S\u0430m", "pair": "friends"},
    ],
)
def test_without_a_name_for_both_and_a_type_no_code_is_made(
    carol: Person, fields: dict[str, str]
) -> None:
    page = carol.post("/us/invite/", **fields)
    assert page.status_code == 422
    assert "Please look at this again" in main_of(page)
    assert not Invitation.objects.exists()


def test_a_name_is_shown_as_text_whatever_it_holds(carol: Person) -> None:
    name = "<b>&amp;'\"</b>"
    page = carol.post("/us/invite/", label=name, own_label=f"{name}!", pair="friends")
    assert heading_of(page) == f"A code for {name}"
    assert name.encode() not in page.content


def test_a_code_can_be_taken_back(carol: Person, bob: Person) -> None:
    code = invited(carol)
    place = carol.where
    carol.post(f"{place}uninvite/")
    assert carol.where == "/us/"
    assert carol.get(place).status_code == 404
    assert "Nobody yet" in main_of(carol.get("/us/more/"))
    bob.begin()
    bob.keep()
    assert join(bob, code).status_code == 422


def test_nobody_takes_back_or_reads_the_invitation_of_another(
    carol: Person, bob: Person
) -> None:
    code = invited(carol)
    place = carol.where
    bob.begin()
    bob.keep()
    bob.post(f"{place}uninvite/")
    assert bob.get(place).status_code == 404
    assert code_on(carol.get(place)) == code


def test_several_people_can_be_invited_at_once(carol: Person) -> None:
    codes = {invited(carol, label) for label in ("Bob", "Dana")}
    assert len(codes) == 2
    assert len(carol.get("/us/more/").context["relations"]) == 2


def test_a_pair_cannot_be_taken_back_as_an_invitation(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    for someone in (alice, bob):
        someone.post(f"{place}uninvite/")
        assert heading_of(someone.get(place)) == "Look together"
