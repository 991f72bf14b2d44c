"""Settling: a yes to exact words, taken back until then, and undone only by both."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, html_of, main_of
from tests.web.decide.acts import (
    marked,
    raised,
    refs,
    settled,
    weigh,
    weighed,
)

from coequal.core.characters import tamed

HOSTILE = "<img src=x onerror=alert(1)> %(name)s {% now %} \u202eabc"


@pytest.fixture
def where(place: str, alice: Person, bob: Person) -> str:
    """Both have weighed it and looked."""
    return weighed(alice, bob, place)


def test_words_of_ones_own_can_be_settled_on(
    where: str, alice: Person, bob: Person
) -> None:
    alice.post(where, do="propose", option="-1", text="We ask my sister.")
    text = main_of(bob.get(where))
    assert "Alice suggests: We ask my sister. Yes, agreed" in text
    (ref,) = refs(bob, where)
    text = main_of(bob.post(where, do="yes", ref=ref))
    assert "You’ve decided: We ask my sister. You both said yes on" in text
    assert "I suggest" not in text


def test_a_yes_is_to_the_words_that_were_read(
    where: str, alice: Person, bob: Person
) -> None:
    alice.post(where, do="propose", text="We ask my sister.")
    (ref,) = refs(bob, where)
    alice.post(where, do="back", ref=ref)
    alice.post(where, do="propose", text="We ask my brother.")
    page = bob.post(where, do="yes", ref=ref)
    assert page.status_code == 422
    assert "That has changed in the meantime." in main_of(page)
    assert "We ask my brother." in main_of(page)
    assert "You both said yes" not in main_of(page)


@pytest.mark.parametrize("ref", ["", "00", "xyz"])
def test_a_yes_to_nothing_settles_nothing(where: str, bob: Person, ref: str) -> None:
    for do in ("yes", "back"):
        page = bob.post(where, do=do, ref=ref)
        assert page.status_code == 422
        assert "That has changed in the meantime." in main_of(page)


def test_nobody_says_yes_to_their_own_words(where: str, alice: Person) -> None:
    alice.post(where, do="propose", option="2")
    (ref,) = refs(alice, where)
    page = alice.post(where, do="yes", ref=ref)
    assert page.status_code == 422
    assert "You suggested this yourself, so the yes isn’t yours to give." in main_of(
        page
    )


def test_only_its_author_takes_a_proposal_back(
    where: str, alice: Person, bob: Person
) -> None:
    alice.post(where, do="propose", option="2")
    (ref,) = refs(bob, where)
    assert bob.post(where, do="back", ref=ref).status_code == 422
    assert "Alice suggests:" in main_of(bob.get(where))
    text = main_of(alice.post(where, do="back", ref=ref))
    assert "Alice suggests:" not in text
    assert refs(bob, where) == []


def test_the_same_is_proposed_once_by_each(
    where: str, alice: Person, bob: Person
) -> None:
    alice.post(where, do="propose", option="2")
    page = alice.post(where, do="propose", text="by the SEA")
    assert page.status_code == 422
    assert "You’ve said so already." in main_of(page)
    assert bob.post(where, do="propose", option="2").status_code == 200
    assert len(refs(bob, where)) == 2


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"option": "", "text": ""}, "Please write something."),
        ({"option": "-1", "text": "x" * 161}, "This is too long."),
        ({"option": "2", "text": "Or else"}, "Not both at once."),
        ({"option": "0", "text": ""}, "One of you can’t live with this."),
        ({"option": "-1", "text": "At home"}, "One of you can’t live with this."),
    ],
)
def test_bad_input_says_why_and_keeps_what_was_typed(
    where: str, alice: Person, sent: dict[str, str], said: str
) -> None:
    page = alice.post(where, do="propose", **sent)
    assert page.status_code == 422
    assert said in main_of(page)
    assert f'value="{sent["text"]}"' in html_of(page)
    assert marked(page).get("option", "0") in {sent["option"] or "-1", "0"}
    assert refs(alice, where) == []


def test_what_is_off_the_table_is_not_there_to_propose(
    where: str, alice: Person
) -> None:
    html = html_of(alice.get(where))
    assert 'name="option" value="0"' not in html
    assert 'name="option" value="1"' in html


def test_nothing_is_proposed_before_both_are_in(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "6", "1", "5")
    for someone in (alice, bob):
        page = someone.post(where, do="propose", option="2")
        assert page.status_code == 422
        assert "You haven’t both answered yet." in main_of(page)


def test_hostile_words_are_kept_and_shown_as_text(
    where: str, alice: Person, bob: Person
) -> None:
    alice.post(where, do="propose", text=HOSTILE)
    page = bob.get(where)
    assert tamed(HOSTILE) in main_of(page)
    assert "<img src=x" not in html_of(page)
    page = bob.post(where, do="yes", ref=refs(bob, where)[0])
    assert f"You’ve decided: {tamed(HOSTILE)}" in main_of(page)
    assert "<img src=x" not in html_of(page)


def test_what_is_settled_takes_nothing_more(
    place: str, alice: Person, bob: Person
) -> None:
    where = settled(alice, bob, place)
    for fields in (
        {"do": "propose", "option": "1"},
        {"do": "yes", "ref": "00"},
        {"do": "back", "ref": "00"},
        {"do": "add", "text": "In bed"},
    ):
        page = bob.post(where, **fields)
        assert page.status_code == 422
        assert "You’ve decided this already." in main_of(page)
    bob.get(f"{where}weigh/")
    assert bob.where == where


def test_undoing_it_takes_both(place: str, alice: Person, bob: Person) -> None:
    where = settled(alice, bob, place)
    text = main_of(alice.post(where, do="undo"))
    assert "You’d like to undo this. It’s undone once Bob agrees." in text
    assert "Bob would like to undo" not in text
    for do in ("undo", "undo too"):
        assert alice.post(where, do=do).status_code == 422
    text = main_of(bob.get(where))
    assert "Alice would like to undo this. It’s undone once you agree." in text
    assert "You’ve decided: By the sea" in text
    text = main_of(bob.post(where, do="undo too"))
    assert "You both said yes" not in text
    assert "What you each said" in text
    assert (
        main_of(bob.post(where, do="undo")).count("This isn’t decided any more.") == 1
    )


def test_a_wish_to_undo_can_be_taken_back(
    place: str, alice: Person, bob: Person
) -> None:
    where = settled(alice, bob, place)
    assert alice.post(where, do="stay").status_code == 422
    alice.post(where, do="undo")
    assert bob.post(where, do="stay").status_code == 422
    text = main_of(alice.post(where, do="stay"))
    assert "I’d like to undo it" in text
    assert "Alice would like to undo" not in main_of(bob.get(where))
    assert bob.post(where, do="undo too").status_code == 422


def test_after_undoing_one_yes_alone_settles_nothing_again(
    place: str, alice: Person, bob: Person
) -> None:
    where = weighed(alice, bob, place)
    bob.post(where, do="propose", option="2")
    (ref,) = refs(alice, where)
    alice.post(where, do="yes", ref=ref)
    bob.post(where, do="undo")
    alice.post(where, do="undo too")
    assert refs(alice, where) == []
    assert alice.post(where, do="yes", ref=ref).status_code == 422
    bob.post(where, do="propose", option="2")
    (again,) = refs(alice, where)
    assert again != ref
    text = main_of(alice.post(where, do="yes", ref=again))
    assert "You’ve decided: By the sea" in text


def test_a_button_that_is_none_changes_nothing(where: str, alice: Person) -> None:
    before = main_of(alice.get(where))
    assert main_of(alice.post(where, do="win")) == before
