from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, heading_of, html_of, main_of, pair, text_of, words_of
from tests.web.conftest import Hands

from coequal.journal import models
from coequal.people.models import SessionRow

WAYS = ("/leave/", "/sign-out/", "/forget/")


@pytest.mark.parametrize("way", WAYS)
def test_every_way_out_takes_the_cookies_and_empties_the_browser(
    alice: Person, way: str
) -> None:
    alice.begin()
    response = alice.client.post(way)
    assert response.status_code == 303
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    for name in ("s", "h"):
        assert response.cookies[name].value == ""
        assert response.cookies[name]["max-age"] == 0


@pytest.mark.parametrize("way", WAYS)
def test_what_was_not_kept_is_gone_with_its_visit(alice: Person, way: str) -> None:
    alice.begin()
    alice.answer({"home.mine": 3})
    former = alice.client.cookies["s"].value
    alice.post(way)
    for table in (models.StoredRow, models.Share, models.Space, SessionRow):
        assert not table.objects.exists()
    alice.client.cookies.load({"s": former, "h": "1"})
    alice.get("/mine/")
    assert alice.where == "/"


@pytest.mark.parametrize("way", ["/leave/", "/sign-out/"])
def test_leaving_a_kept_space_ends_the_session_and_keeps_the_answers(
    carol: Person, way: str
) -> None:
    carol.answer({"home.mine": 3})
    former = carol.client.cookies["s"].value
    carol.post(way)
    carol.client.cookies.load({"s": former, "h": "1"})
    carol.get("/us/")
    assert carol.where == "/sign-in/"
    carol.sign_in()
    assert carol.get("/mine/").context["areas"]


def test_leaving_shows_a_page_that_says_nothing(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.get(place)
    page = alice.post("/leave/")
    assert alice.where == "/left/"
    assert text_of(page) == "Notes Notes Start"


def test_the_page_after_leaving_is_empty_but_for_a_small_way_back(
    alice: Person,
) -> None:
    html = html_of(alice.get("/left/"))
    assert re.findall(r"<(?!/)(\w+)", html[html.index("<main") :]) == [
        *("main", "h1", "p", "a")
    ]
    assert 'href="/"' in html


def test_the_page_after_leaving_is_the_same_for_everybody(
    alice: Person, carol: Person
) -> None:
    assert alice.get("/left/").content == carol.get("/left/").content
    assert b"csrf" not in alice.get("/left/").content


def test_leaving_works_with_nobody_here(alice: Person) -> None:
    for way in WAYS:
        assert alice.post(way).status_code == 200


@pytest.mark.parametrize("way", WAYS)
def test_a_link_or_a_picture_from_elsewhere_cannot_make_one_leave(
    carol: Person, way: str
) -> None:
    assert carol.get(way).status_code == 405
    carol.get("/us/")
    assert carol.where == "/us/"


def test_forgetting_never_touches_what_is_kept(carol: Person) -> None:
    carol.answer({"home.mine": 3})
    carol.post("/forget/")
    carol.sign_in()
    assert carol.get("/mine/").context["areas"]


def test_without_the_cookie_that_a_script_can_delete_nobody_is_here(
    carol: Person,
) -> None:
    del carol.client.cookies["h"]
    assert heading_of(carol.get("/us/")) == "Sign in"


def test_fifteen_idle_minutes_are_the_life_of_that_cookie(carol: Person) -> None:
    response = carol.client.get("/us/")
    assert response.cookies["h"]["max-age"] == 15 * 60


def test_what_is_not_kept_is_gone_after_a_day(alice: Person, hands: Hands) -> None:
    alice.begin()
    alice.answer({"home.mine": 3})
    hands.forward(24 * 3600)
    alice.get("/mine/")
    assert alice.where == "/"
    Person("Bob").begin()
    assert models.Space.objects.count() == 1
    assert models.StoredRow.objects.count() == 1


@pytest.mark.parametrize("path", ["/", "/us/", "/answers/1/", "/account/", "/mine/"])
def test_the_way_out_stands_on_every_page(carol: Person, path: str) -> None:
    carol.answer({"home.mine": 3})
    page = carol.get(path)
    assert heading_of(page)
    html = html_of(page)
    assert html.count('<form class="leaving" method="post" action="/leave/"') == 1


@pytest.mark.parametrize("way", ["/leave/", "/sign-out/"])
def test_leaving_ends_the_visit_even_when_a_script_was_quicker(
    carol: Person, way: str
) -> None:
    del carol.client.cookies["h"]
    carol.post(way)
    assert not SessionRow.objects.exists()


def test_the_first_thing_that_takes_the_focus_leaves(carol: Person) -> None:
    for path in ("/", "/us/", "/start-here/", "/notes/", "/nowhere/"):
        html = html_of(carol.get(path))
        first = re.search(r"<(a|button|input|select|textarea)\b[^>]*>", html)
        assert first is not None
        assert first[0] == '<button class="skip" form="leaving">'
        assert html.count('id="leaving"') == 1


def test_what_was_left_without_a_network_ends_when_the_plain_page_comes(
    carol: Person,
) -> None:
    carol.get("/left/")
    assert SessionRow.objects.count() == 1
    del carol.client.cookies["h"]
    carol.get("/left/")
    assert not SessionRow.objects.exists()
    assert "s" not in carol.client.cookies


TOLD = "To leave at once, from any page"


@pytest.mark.parametrize("path", ["/join/", "/guess/", "/who-can-read/"])
def test_how_to_leave_is_told_before_the_first_page_of_ones_own(
    alice: Person, path: str
) -> None:
    told = how_to_leave(alice.get(path))
    for fact in (
        "press “Leave quickly”",
        "Shift three times",
        "Tab and then Enter",
        "If JavaScript is off",
        "history still shows",
    ):
        assert fact in told
    alice.post("/begin/")
    assert alice.where == "/whom/"
    assert how_to_leave(alice.get("/whom/")) == told


def how_to_leave(page: HttpResponse) -> str:
    """The words that tell it, the same on every page that does."""
    found = re.search(
        r'<section[^>]*aria-label="If you want to leave quickly".*?</section>',
        html_of(page),
        re.DOTALL,
    )
    assert found is not None
    return words_of(found[0])


def test_how_to_leave_is_told_once(carol: Person) -> None:
    for path in ("/whom/", "/join/", "/us/", "/account/", "/answers/1/"):
        assert TOLD not in main_of(carol.get(path))
