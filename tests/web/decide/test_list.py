"""What two people have to settle: the list, and one question from end to end."""

from __future__ import annotations

import re

from django.http import HttpResponse
from tests.web.cast import Person, html_of, main_of
from tests.web.conftest import Hands
from tests.web.decide.acts import (
    OPTIONS,
    QUESTION,
    raised,
    refs,
    settled,
    weigh,
)


def listed(page: HttpResponse) -> list[str]:
    """The questions of the list, from top to bottom."""
    return re.findall(r"<span><b><bdi[^>]*>(.*?)</bdi></b>", html_of(page))


def test_two_people_settle_where_they_spend_new_year(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    page = weigh(alice, where, "6", "1", "5", stake="2", reason="I am tired.")
    assert "Your answer is sent." in main_of(page)
    assert "You haven’t answered yet." in main_of(bob.get(where))
    page = weigh(bob, where, "x", "6", "5")
    assert "You’ve both answered." in main_of(page)
    text = main_of(bob.post(where, do="look"))
    assert "I am tired." in text
    assert "I can’t live with this" in text
    assert "You’d both be happy with: By the sea" in text
    assert "By the sea" in main_of(bob.post(where, do="propose", option="2"))
    alice.post(where, do="look")
    (ref,) = refs(alice, where)
    page = alice.post(where, do="yes", ref=ref)
    assert "You’ve decided: By the sea" in main_of(page)
    assert "You’ve decided: By the sea" in main_of(bob.get(where))


def test_an_empty_list_says_how_small_a_question_can_be(
    place: str, alice: Person
) -> None:
    text = main_of(alice.get(f"{place}decide/"))
    assert "A question can be as small as that." in text
    assert "Nobody needs a yes for that." in text


def test_the_list_is_by_age_and_the_same_for_both(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    first = raised(alice, place, text="First?")
    hands.forward(60)
    raised(bob, place, text="Second?")
    hands.forward(60)
    raised(alice, place, text="Third?")
    weigh(bob, first, *"012")
    pages = [someone.get(f"{place}decide/") for someone in (alice, bob)]
    assert listed(pages[0]) == ["First?", "Second?", "Third?"]
    texts = [main_of(page) for page in pages]
    waits, sent = "You haven’t answered yet.", "Your answer is hidden until"
    assert [(text.count(waits), text.count(sent)) for text in texts] == [(3, 0), (2, 1)]
    assert texts[0].count("Until you decide: We book nothing.") == 3
    weigh(alice, first, *"012")
    assert listed(bob.get(f"{place}decide/")) == ["First?", "Second?", "Third?"]
    assert "You’ve both answered." in main_of(bob.get(f"{place}decide/"))


def test_what_was_settled_last_stands_first_below(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    early, late = (raised(alice, place, text=text) for text in ("Early?", "Late?"))
    for where in (late, early):
        hands.forward(60)
        for someone in (alice, bob):
            weigh(someone, where, *"012")
        alice.post(where, do="look")
        bob.post(where, do="propose", option="2")
        alice.post(where, do="yes", ref=refs(alice, where)[0])
    assert listed(bob.get(f"{place}decide/")) == ["Early?", "Late?"]
    assert OPTIONS[2] in main_of(bob.get(f"{place}decide/"))


def test_what_was_undone_is_open_again_where_it_was(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    where = settled(alice, bob, place)
    hands.forward(60)
    raised(bob, place, text="Another?")
    alice.post(where, do="undo")
    assert listed(bob.get(f"{place}decide/")) == ["Another?", QUESTION]
    bob.post(where, do="undo too")
    assert listed(bob.get(f"{place}decide/")) == [QUESTION, "Another?"]


def test_a_question_of_others_is_not_here(
    place: str, alice: Person, bob: Person, carol: Person
) -> None:
    where = raised(alice, place)
    assert carol.get(where).status_code == 404
    nowhere = f"{place}decide/{'0' * 32}/"
    for path in (nowhere, f"{nowhere}weigh/"):
        assert alice.get(path).status_code == 404
        assert alice.post(path, do="yes", ref="00").status_code == 404
