from __future__ import annotations

from tests.web.cast import (
    FORM,
    Person,
    heading_of,
    html_of,
    main_of,
    number_of,
    shortened,
)

from coequal.core.see.instrument import GUESS


def test_with_everything_answered_the_answers_are_listed(alice: Person) -> None:
    alice.begin()
    alice.answer_all()
    page = alice.get("/answers/")
    assert alice.where == "/answers/"
    assert heading_of(page) == "Your answers"
    assert len(page.context["asked"]) == len(FORM.pages)


def test_each_line_says_what_was_answered_and_leads_to_its_question(
    alice: Person,
) -> None:
    alice.begin()
    alice.answer_all()
    alice.answer({"home.mine": 4, "money.mine": "skip", "plans.mine": "na"})
    alice.guess("people")
    page = alice.get("/answers/")
    said = {
        shortened(one.url, alice.client.sheet): one.said
        for one in page.context["asked"]
    }
    assert said[f"/answers/{number_of('home.mine')}/"] == "The final word"
    assert said[f"/answers/{number_of('money.mine')}/"] == "Rather not say"
    assert said[f"/answers/{number_of('plans.mine')}/"] == "Doesn’t apply"
    assert said[f"/answers/{number_of(GUESS)}/"] == "Family and friends"
    assert all(one.text in main_of(page) for one in FORM.pages)
    assert all(f'href="{url}"' in html_of(page) for url in said)


def test_with_one_question_open_it_is_asked_instead(alice: Person) -> None:
    alice.begin()
    alice.answer_all()
    assert alice.get("/answers/").status_code == 200
    other = Person("Alice")
    other.begin()
    other.answer({"home.mine": 1})
    other.get("/answers/")
    assert other.where == "/answers/2/"
