from __future__ import annotations

import re

from tests.web.cast import Person, code_on, heading_of, html_of, main_of


def test_right_after_keeping_a_way_back_is_offered_and_can_wait(
    carol: Person,
) -> None:
    page = carol.get("/account/code/")
    assert heading_of(page) == "A way back"
    assert 'class="code"' not in html_of(page)
    assert 'href="/us/">Later' in html_of(page)


def test_a_code_has_eight_groups_of_four_signs(carol: Person) -> None:
    code = code_on(carol.post("/account/code/", make=1))
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}", code)


def test_the_code_stands_there_until_it_is_written_down(carol: Person) -> None:
    code = code_on(carol.post("/account/code/", make=1))
    assert carol.where == "/account/code/"
    carol.sign_out()
    carol.sign_in()
    assert code_on(carol.get("/account/code/")) == code


def test_once_written_down_it_is_never_shown_again(carol: Person) -> None:
    code = code_on(carol.post("/account/code/", make=1))
    carol.post("/account/code/", written_down=1)
    assert carol.where == "/us/"
    page = carol.get("/account/code/")
    assert 'class="code"' not in html_of(page)
    assert code.split("-")[0] not in main_of(page)


def test_a_new_code_takes_the_place_of_the_old_one(carol: Person) -> None:
    first = code_on(carol.post("/account/code/", make=1))
    second = code_on(carol.post("/account/code/", make=1))
    assert first != second
    fields = {"name": "Carol", "phrase": carol.phrase, "again": carol.phrase}
    elsewhere = Person("Carol")
    assert elsewhere.post("/come-back/", code=first, **fields).status_code == 422
    assert elsewhere.post("/come-back/", code=second, **fields).status_code == 200


def test_the_account_page_leads_to_it_whether_there_is_a_code_or_not(
    carol: Person,
) -> None:
    before = main_of(carol.get("/account/"))
    carol.post("/account/code/", make=1)
    carol.post("/account/code/", written_down=1)
    assert main_of(carol.get("/account/")) == before
