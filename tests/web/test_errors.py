from __future__ import annotations

import pytest
from django.http import HttpResponse
from tests.web.cast import Browser, Person, heading_of, html_of, main_of, pair, title_of

from coequal.errors import Refused, Unreadable, Unsound
from coequal.journal import models
from coequal.people.models import SessionRow
from coequal.web.home import views as door


def test_an_address_that_is_not_there_gets_a_calm_page(alice: Person) -> None:
    page = alice.get("/nowhere/")
    assert page.status_code == 404
    assert heading_of(page) == "There’s nothing here"
    assert 'href="/">Go to the start page' in html_of(page)


def test_what_is_not_yours_reads_like_what_is_not_there(
    alice: Person, bob: Person, carol: Person
) -> None:
    place = pair(alice, bob)
    pages = [carol.get(place), carol.get(f"/us/{'0' * 32}/"), carol.get("/nowhere/")]
    assert len({main_of(page) for page in pages}) == 1
    assert {page.status_code for page in pages} == {404}


@pytest.mark.parametrize("path", ["/us/abc/", f"/us/{'0' * 31}G/", f"/us/{'0' * 33}/"])
def test_an_id_of_another_shape_is_not_there(carol: Person, path: str) -> None:
    assert carol.get(path).status_code == 404


def strict() -> Person:
    return Person("Alice", Browser(enforce_csrf_checks=True))


@pytest.mark.parametrize("path", ["/begin/", "/sign-out/", "/sign-in/", "/join/"])
def test_a_form_from_elsewhere_changes_nothing_and_says_so(db: None, path: str) -> None:
    page = strict().post(path)
    assert page.status_code == 403
    assert heading_of(page) == "This page is out of date"
    assert "Nothing was changed." in main_of(page)
    assert not SessionRow.objects.exists()


def test_a_form_of_ours_is_taken(db: None) -> None:
    alice = strict()
    token = str(alice.get("/").context["csrf_token"])
    alice.post("/begin/", csrfmiddlewaretoken=token)
    assert alice.where == "/whom/"


def test_every_form_carries_a_token(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.answer_all()
    paths = ["/", "/answers/1/", "/mine/", "/us/", "/account/", "/account/code/"]
    for path in [*paths, f"{place}choose/", "/join/", "/sign-in/", "/come-back/"]:
        html = html_of(alice.get(path))
        posting = html.count('method="post"')
        assert posting
        assert html.count('name="csrfmiddlewaretoken"') == posting


RAISED = [
    (Refused("a rule"), 403, "This can’t be done now"),
    (Unreadable("not your key"), 404, "There’s nothing here"),
    (Unsound("row of Alice"), 409, "This page can’t be shown"),
]


@pytest.mark.parametrize(("error", "status", "heading"), RAISED)
def test_each_error_of_the_house_has_its_page_and_tells_nothing_more(
    alice: Person,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    status: int,
    heading: str,
) -> None:
    page = _failing(alice, monkeypatch, error)
    assert page.status_code == status
    assert heading_of(page) == heading
    assert str(error) not in html_of(page)


def test_a_fault_of_ours_says_that_it_is_ours(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice.client.raise_request_exception = False
    page = _failing(alice, monkeypatch, ZeroDivisionError("what somebody wrote"))
    assert page.status_code == 500
    assert heading_of(page) == "Something is broken here"
    assert "what somebody wrote" not in html_of(page)


def _failing(
    person: Person, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> HttpResponse:
    def fail(*_: object, **__: object) -> HttpResponse:
        raise error

    monkeypatch.setattr(door, "render_context", fail)
    return person.get("/")


def test_a_damaged_answer_is_never_shown_and_never_guessed_at(alice: Person) -> None:
    alice.begin()
    alice.answer({"home.mine": 3})
    for row in models.StoredRow.objects.all():
        row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
        row.save()
    page = alice.get("/mine/")
    assert page.status_code == 409
    assert "chair" not in main_of(page)


def test_more_fields_than_any_form_of_ours_has_are_not_read(alice: Person) -> None:
    alice.begin()
    page = alice.post("/answers/1/", area=["home"] * 201)
    assert page.status_code == 400
    assert heading_of(page) == "We couldn’t read what you sent"


def test_another_host_name_is_not_answered(alice: Person) -> None:
    page = alice.client.get("/", headers={"host": "elsewhere.example"})
    assert page.status_code == 400
    assert heading_of(page) == "This isn’t the right address"


def test_the_wrong_way_of_asking_changes_nothing(carol: Person) -> None:
    assert carol.get("/us/invite/").status_code == 405
    assert carol.post("/mine/").status_code == 405
    assert carol.client.put("/answers/1/").status_code == 405
    assert carol.client.delete("/account/").status_code == 405


@pytest.mark.parametrize("path", ["/nowhere/", "/us/invite/"])
def test_error_pages_have_bland_titles_too(carol: Person, path: str) -> None:
    assert title_of(carol.get(path)) in {"Notes", ""}
