from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from tests.web.cast import (
    Person,
    code_on,
    heading_of,
    html_of,
    invited,
    join,
    kept_as,
    main_of,
    pair,
)

from coequal.journal import models
from coequal.people.models import Account, Invitation


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
    assert heading_of(page) == "Ask Bob to join you"
    assert '<svg class="qr"' in html or 'class="qr"' in html
    assert "http://testserver/join/" in main_of(page)
    assert "It works once, until" in main_of(page)
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
    assert heading_of(carol.get(listed.url)) == "Ask My dear to join you"


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
    assert heading_of(page) == f"Ask {name} to join you"
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
        someone.get(place)
        assert someone.get(place).status_code == 200


# After one's own picture: choosing first, then asking.


@pytest.fixture
def answered(alice: Person) -> str:
    """Alice has answered, and kept nothing; the address of her sheet."""
    alice.begin()
    alice.answer_all()
    return f"/answers/{alice.client.sheet}/"


def asks(person: Person, sheet: str, **given: str) -> HttpResponse:
    names = {"label": "Bob", "own_label": person.name}
    return person.post(f"{sheet}invite/", **{**names, **given})


def test_choosing_comes_before_asking(answered: str, alice: Person) -> None:
    alice.get(f"{answered}invite/")
    assert alice.where == "/answers/share/"
    alice.post(f"{answered}share/", part=["home", "money"])
    assert alice.where == "/answers/invite/"
    assert not Invitation.objects.exists()


def test_who_has_kept_nothing_keeps_it_first(answered: str, alice: Person) -> None:
    alice.post(f"{answered}share/", part=["home"])
    form = alice.get(f"{answered}invite/").context["form"]
    assert list(form.fields) == ["name", "phrase", "again"]
    page = alice.post(f"{answered}invite/", **kept_as(alice))
    assert heading_of(page) == "Who would you like to ask?"
    assert alice.where == "/answers/invite/"
    page = asks(alice, answered)
    assert heading_of(page) == "Ask Bob to join you"
    place = alice.where
    alice.sign_out()
    alice.sign_in()
    assert code_on(alice.get(place)) == code_on(page)


@pytest.mark.parametrize(
    "given", [{}, {"phrase": "password", "again": "password"}, {"again": "x"}], ids=str
)
def test_what_cannot_keep_keeps_nothing(
    answered: str, alice: Person, given: dict[str, str]
) -> None:
    alice.post(f"{answered}share/", part=["home"])
    fields = {**kept_as(alice), **given} if given else {"label": "Bob"}
    assert alice.post(f"{answered}invite/", **fields).status_code == 422
    assert not Account.objects.exists()


@pytest.mark.parametrize("given", [{"label": " "}, {"own_label": "Bob"}], ids=str)
def test_names_that_do_not_fit_make_no_code(
    answered: str, alice: Person, given: dict[str, str]
) -> None:
    alice.post(f"{answered}share/", part=["home"])
    alice.post(f"{answered}invite/", **kept_as(alice))
    assert asks(alice, answered, **given).status_code == 422
    assert not Invitation.objects.exists()


def test_a_name_that_is_taken_keeps_nothing(
    answered: str, alice: Person, carol: Person
) -> None:
    alice.post(f"{answered}share/", part=["home"])
    page = alice.post(f"{answered}invite/", **kept_as(carol))
    assert page.status_code == 422
    assert "Sign in instead." in main_of(page)
    assert not Invitation.objects.exists()


def test_who_asks_before_answering_is_led_to_their_own_answers(carol: Person) -> None:
    assert "can come before or after" in main_of(carol.get("/us/more/"))
    invited(carol, "Bob")
    place = carol.where
    page = carol.get(place)
    assert "Bob can begin at once." in main_of(page)
    assert "Change what I share" not in main_of(page)
    assert 'href="/answers/share/"' in html_of(page)
    carol.get("/answers/share/")
    assert carol.where == "/answers/1/"


def test_who_has_chosen_is_not_asked_for_answers_again(
    answered: str, alice: Person
) -> None:
    alice.keep()
    alice.post(f"{answered}share/", part=["home"])
    page = asks(alice, answered)
    assert "And your own answers?" not in main_of(page)
    assert "Change what I share" in main_of(page)


def test_a_sheet_asks_once(answered: str, alice: Person) -> None:
    alice.keep()
    alice.post(f"{answered}share/", part=["home"])
    asks(alice, answered)
    place = alice.where
    alice.get(f"{answered}invite/")
    assert alice.where == place
    asks(alice, answered, label="Dana")
    assert Invitation.objects.count() == 1


def test_changing_what_one_shares_leads_back_to_the_code(
    answered: str, alice: Person
) -> None:
    alice.keep()
    alice.post(f"{answered}share/", part=["home"])
    asks(alice, answered)
    place = alice.where
    alice.post(f"{answered}share/", part=["plans"])
    assert alice.where == place


def test_nothing_is_put_in_by_choosing_or_asking(answered: str, alice: Person) -> None:
    alice.keep()
    alice.post(f"{answered}share/", part=["home"])
    asks(alice, answered)
    assert not models.StoredRow.objects.exclude(audience="N").exists()


def test_a_choice_with_none_hidden_is_refused_kindly(
    answered: str, alice: Person
) -> None:
    page = alice.get(f"{answered}share/")
    usual = [part.value for part in page.context["parts"] if part.picked]
    page = alice.post(f"{answered}share/", part=usual)
    assert page.status_code == 422
    assert "Hide at least one more" in main_of(page)
    again = [part.value for part in page.context["parts"] if part.picked]
    assert again == usual


def test_without_answers_there_is_nothing_to_choose(alice: Person) -> None:
    alice.begin()
    alice.get(f"/answers/{alice.client.sheet}/share/")
    assert alice.where == "/answers/1/"


def test_the_message_holds_address_and_code_apart(carol: Person) -> None:
    code = invited(carol)
    message = re.search(r"<textarea[^>]*>(.*?)</textarea>", _page(carol), re.DOTALL)
    assert message is not None
    assert "Five minutes each, then we look together?" in message[1]
    assert "http://testserver/join/" in message[1]
    assert f"Code: {code.replace('-', ' ')}" in message[1].replace("-", " ")


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000"])
def test_no_picture_is_drawn_that_no_phone_can_open(carol: Person, host: str) -> None:
    invited(carol)
    page = carol.client.get(carol.where, headers={"host": host})
    html = page.content.decode()
    assert 'class="qr"' not in html
    assert "coequal serve --home" in html


def test_who_was_asked_is_told_the_name_that_was_meant_for_them(
    carol: Person, bob: Person
) -> None:
    code = invited(carol, "My dear old Bob")
    bob.post("/join/", code=code)
    page = main_of(bob.get("/join/asked/"))
    assert "Carol has a question for you." in page
    assert "dear" not in page
