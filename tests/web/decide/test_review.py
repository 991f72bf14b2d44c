"""Review later: two sentences each on what was settled, opened together."""

from __future__ import annotations

from tests.web.cast import Person, bytes_of, html_of, main_of, pair
from tests.web.decide.acts import (
    raised,
    ref_on,
    settled_on,
)

from coequal.core.decide.limits import REVIEW_LONGEST


def test_what_is_settled_leads_to_its_review(alice: Person, bob: Person) -> None:
    where = settled_on(alice, bob, pair(alice, bob))
    assert f'href="{where}review/"' in html_of(bob.get(where))
    assert "How did it go? By the sea" in main_of(bob.get(f"{where}review/"))


def test_it_opens_when_both_have_written(alice: Person, bob: Person) -> None:
    where = f"{settled_on(alice, bob, pair(alice, bob))}review/"
    assert "Your answer is sent." in main_of(alice.post(where, text="Windy, and good."))
    bob.post(where, text="I missed\nour friends.")
    page = main_of(bob.look(where))
    assert "Alice Windy, and good. Bob I missed our friends." in page
    assert "Windy" not in main_of(alice.get(where))
    assert main_of(alice.look(where)) == page


def test_until_then_the_other_sees_nothing_of_it(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    question = settled_on(alice, bob, place)
    where = f"{question}review/"
    pages = (where, question, f"{place}decide/", f"{place}decide/back/")
    before = [bytes_of(bob.get(page)) for page in pages]
    for change in ({"text": "Good."}, {"text": "So so."}, {"do": "withdraw"}):
        alice.post(where, **change)
        assert [bytes_of(bob.get(page)) for page in pages] == before


def test_mine_can_be_changed_and_taken_out_until_it_opens(
    alice: Person, bob: Person
) -> None:
    where = f"{settled_on(alice, bob, pair(alice, bob))}review/"
    alice.post(where, text="Good.")
    assert "Good." in main_of(alice.get(where))
    alice.post(where, text="Very good.")
    alice.post(where, do="withdraw")
    assert "You haven’t answered yet." in main_of(bob.post(where, do="withdraw"))
    bob.post(where, text="Fine.")
    alice.post(where, text="Well.")
    assert "Alice Well. Bob Fine." in main_of(alice.look(where))


def test_changing_one_or_taking_it_out_leaves_mine_of_other_questions_in(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    first, second = (
        f"{settled_on(alice, bob, place, text=text)}review/"
        for text in ("One?", "Two?")
    )
    for where in (first, second):
        alice.post(where, text="Good.")
    alice.post(first, text="Very good.")
    assert "Your answer is sent." in main_of(alice.get(second))
    alice.post(first, do="withdraw")
    assert "Your answer is sent." in main_of(alice.get(second))


def test_what_is_open_stays_as_it_was_seen(alice: Person, bob: Person) -> None:
    where = f"{settled_on(alice, bob, pair(alice, bob))}review/"
    alice.post(where, text="Good.")
    bob.post(where, text="Fine.")
    alice.look(where)
    for change in ({"text": "Bad."}, {"do": "withdraw"}):
        page = alice.post(where, **change)
        assert page.status_code == 422
        assert "Alice Good. Bob Fine." in main_of(page)


def test_a_text_that_does_not_fit_is_still_there(alice: Person, bob: Person) -> None:
    where = f"{settled_on(alice, bob, pair(alice, bob))}review/"
    long = "a" * (REVIEW_LONGEST + 1)
    page = alice.post(where, text=long)
    assert page.status_code == 422
    assert long in main_of(page)
    assert "Please write something." in main_of(alice.post(where, text=" "))


def test_what_is_not_settled_has_no_review(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    for where in (raised(alice, place), f"{place}decide/{'1' * 32}/"):
        assert alice.get(f"{where}review/").status_code == 404
        assert alice.post(f"{where}review/", text="Good.").status_code == 404


def test_after_an_undoing_the_next_yes_is_reviewed_anew(
    alice: Person, bob: Person
) -> None:
    where = settled_on(alice, bob, pair(alice, bob))
    alice.post(f"{where}review/", text="Good.")
    bob.post(f"{where}review/", text="Fine.")
    alice.post(where, do="undo")
    bob.post(where, do="undo too")
    assert alice.get(f"{where}review/").status_code == 404
    bob.post(where, do="propose", option="0")
    alice.post(where, do="yes", ref=ref_on(alice, where))
    assert "You haven’t answered yet." in main_of(alice.get(f"{where}review/"))
