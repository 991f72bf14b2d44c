"""Decide, opened: what both are happy with first, and at most one act that leads."""

from __future__ import annotations

import re

from django.http import HttpResponse
from tests.web.cast import Person, heading_of, html_of, main_of
from tests.web.decide.acts import raised, refs, settled_on, weigh
from tests.web.decide.test_diary import written

MOST_FOLDED = 6


def opened(alice: Person, bob: Person, place: str, hers: str, his: str) -> str:
    """Ask, let both rate and look; `hers` and `his` are one letter an option."""
    where = raised(alice, place)
    weigh(alice, where, *hers, stake="3")
    weigh(bob, where, *his)
    for person in (alice, bob):
        person.post(where, do="look")
    return where


def leading(page: HttpResponse) -> list[str]:
    """What is written on the buttons that lead a page."""
    inside = html_of(page).partition("<main")[2].partition("</main>")[0]
    found = re.findall(r'class="btn first[^>]*>(.*?)</(?:button|a)>', inside)
    return [re.sub("<[^>]*>", "", one).strip() for one in found]


def in_sight(page: HttpResponse) -> str:
    """The page without what is folded."""
    html = re.sub(r"<details>.*?</details>", " ", html_of(page), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", html.partition("<main")[2]).split())


def test_what_both_are_happy_with_leads_and_the_rest_is_folded(
    place: str, alice: Person, bob: Person
) -> None:
    where = opened(alice, bob, place, "615", "165")
    for person, other in ((alice, "Bob"), (bob, "Alice")):
        page = person.get(where)
        assert heading_of(page) == "You’d both be happy with: By the sea"
        assert leading(page) == [f"Suggest “By the sea” to {other}"]
        seen = in_sight(page)
        assert "What you said Alice Bob By the sea Happy Happy" in seen
        assert "Nothing is decided until you both say yes." in seen
        for folded in ("fairest middle", "Why this one", "It’s only a suggestion"):
            assert folded in main_of(page)
            assert folded not in seen
        assert html_of(page).count("<details") <= MOST_FOLDED
        assert "It matters more to Alice" in main_of(page)


def test_of_two_options_neither_is_called_a_middle(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place, option3="")
    weigh(alice, where, "6", "1", stake="3")
    weigh(bob, where, "1", "6", stake="1")
    for person in (alice, bob):
        page = main_of(person.post(where, do="look"))
        assert "Either way, one of you gives up their first choice." in page
        assert "equally fair" not in page


def test_one_tap_suggests_it_and_one_says_yes(
    place: str, alice: Person, bob: Person
) -> None:
    where = opened(alice, bob, place, "615", "165")
    page = alice.post(where, do="propose", option="2")
    assert leading(page) == []
    assert "It’s up to Bob now." in main_of(page)
    page = bob.get(where)
    assert leading(page) == ["Yes, agreed"]
    page = bob.post(where, do="yes", ref=refs(bob, where)[0])
    assert heading_of(page) == "You’ve decided: By the sea"
    assert leading(page) == ["Back to you and Alice"]


def test_where_nothing_makes_both_happy_no_button_leads(
    place: str, alice: Person, bob: Person
) -> None:
    where = opened(alice, bob, place, "604", "063")
    for person in (alice, bob):
        page = person.get(where)
        assert heading_of(page) == "Nothing makes you both really happy yet."
        assert "What comes closest By the sea" in main_of(page)
        assert leading(page) == []
    alice.post(where, do="propose", option="2")
    page = bob.get(where)
    assert "What comes closest" not in main_of(page)
    assert leading(page) == ["Yes, agreed"]


def test_two_that_make_both_happy_stand_side_by_side(
    place: str, alice: Person, bob: Person
) -> None:
    where = opened(alice, bob, place, "055", "055")
    page = alice.get(where)
    heading = heading_of(page)
    assert heading == "You’d both be happy with: With friends or By the sea"
    assert leading(page) == []
    alice.post(where, do="propose", option="1")
    assert "Suggest “By the sea” to Bob" in main_of(alice.get(where))
    assert "Suggest “With friends” to Bob" not in main_of(alice.get(where))


def test_one_that_is_left_is_named_first(
    place: str, alice: Person, bob: Person
) -> None:
    where = opened(alice, bob, place, "6xx", "561")
    page = alice.get(where)
    assert heading_of(page) == "“At home” is the only one you can both live with."
    assert leading(page) == []
    assert "“With friends” is off the list" not in in_sight(page)


def test_why_the_others_are_not_suggested_is_said_once_each(
    place: str, alice: Person, bob: Person
) -> None:
    where = opened(alice, bob, place, "515", "x65")
    text = main_of(alice.get(where))
    assert text.count("“At home” is off the list. Bob can’t live with it.") == 1
    assert text.count("Bob likes “With friends” best. Alice said “Rather not”.") == 1


def test_what_was_written_stands_only_for_who_wrote(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "6", "1", "5", reason="I am tired.")
    weigh(bob, where, "1", "6", "5")
    text = main_of(alice.post(where, do="look"))
    assert "Why, in your own words Alice I am tired." in text
    assert "It matters the same to you both" in text


def test_what_was_rated_alone_names_one_next_thing(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    page = weigh(alice, where, "6", "1", "5")
    assert leading(page) == ["Back to you and Bob"]
    assert leading(bob.get(where)) == ["Rate the options"]


def test_what_was_said_of_a_line_or_afterwards_names_one_next_thing_too(
    place: str, alice: Person, bob: Person
) -> None:
    line = written(alice, place)
    done = settled_on(alice, bob, place)
    for where, said in ((line, {"who": "both"}), (f"{done}review/", {"text": "Good."})):
        assert leading(alice.get(where)) == ["Send my answer"]
        assert leading(alice.post(where, **said)) == ["Back to you and Bob"]
