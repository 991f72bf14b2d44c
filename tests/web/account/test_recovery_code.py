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
    code = code_on(carol.post("/account/code/", phrase=carol.phrase))
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}", code)


def test_the_code_stands_there_until_it_is_written_down(carol: Person) -> None:
    code = code_on(carol.post("/account/code/", phrase=carol.phrase))
    assert carol.where == "/account/code/"
    carol.sign_out()
    carol.sign_in()
    assert code.split("-")[0] not in main_of(carol.get("/account/code/"))
    assert code_on(carol.post("/account/code/", phrase=carol.phrase)) == code


def test_once_written_down_it_is_never_shown_again(carol: Person) -> None:
    code = code_on(carol.post("/account/code/", phrase=carol.phrase))
    carol.post("/account/code/", written_down=code)
    assert carol.where == "/us/"
    page = carol.get("/account/code/")
    assert 'class="code"' not in html_of(page)
    assert code.split("-")[0] not in main_of(page)


def test_a_new_code_takes_the_place_of_the_old_one(carol: Person) -> None:
    first = code_on(carol.post("/account/code/", phrase=carol.phrase))
    second = code_on(carol.post("/account/code/", phrase=carol.phrase, replace="1"))
    assert first != second
    fields = {"name": "Carol", "phrase": carol.phrase, "again": carol.phrase}
    elsewhere = Person("Carol")
    assert elsewhere.post("/come-back/", code=first, **fields).status_code == 422
    assert elsewhere.post("/come-back/", code=second, **fields).status_code == 200


def test_that_one_was_made_stays_on_ones_own_account_page(carol: Person) -> None:
    assert "On paper, if you forget your passphrase" in main_of(carol.get("/account/"))
    code = code_on(carol.post("/account/code/", phrase=carol.phrase))
    for _ in range(2):
        carol.post("/account/code/", written_down=code)
        assert "Made on" in main_of(carol.get("/account/"))


def test_who_was_not_shown_the_code_cannot_say_that_it_is_on_paper(
    carol: Person,
) -> None:
    code = code_on(carol.post("/account/code/", phrase=carol.phrase))
    other = ("A" if code[0] != "A" else "B") + code[1:]
    for said in ("1", "", other):
        carol.post("/account/code/", written_down=said)
    assert code_on(carol.post("/account/code/", phrase=carol.phrase)) == code


def test_a_code_on_paper_stays_good_until_a_new_one_is_asked_for(
    carol: Person,
) -> None:
    code = code_on(carol.post("/account/code/", phrase=carol.phrase))
    carol.post("/account/code/", written_down=code)
    page = carol.get("/account/code/")
    assert "You have a recovery code on paper." in main_of(page)
    # As from a page that is loaded anew, or by a key pressed from habit.
    again = carol.post("/account/code/", phrase=carol.phrase)
    assert again.context["code"] is None
    fields = {"name": "Carol", "phrase": carol.phrase, "again": carol.phrase}
    assert Person("Carol").post("/come-back/", code=code, **fields).status_code == 200


def test_after_a_code_was_used_up_another_can_be_made(carol: Person) -> None:
    code = code_on(carol.post("/account/code/", phrase=carol.phrase))
    carol.post("/account/code/", written_down=code)
    fields = {"name": "Carol", "phrase": carol.phrase, "again": carol.phrase}
    carol.post("/come-back/", code=code, **fields)
    page = carol.get("/account/code/")
    assert "Make a recovery code" in html_of(page)
    assert code_on(carol.post("/account/code/", phrase=carol.phrase)) != code


def test_whoever_comes_to_an_open_visit_neither_makes_nor_reads_one(
    carol: Person,
) -> None:
    for fields in ({}, {"make": "1"}, {"phrase": "a guess"}, {"replace": "1"}):
        page = carol.post("/account/code/", **fields)
        assert page.status_code == 422
        assert page.context["code"] is None
    carol.post("/account/code/", phrase=carol.phrase)
    for page in (carol.get("/account/code/"), carol.post("/account/code/")):
        assert page.context["code"] is None
