"""Nobody finds out by a step of their own whether the other has looked back."""

from __future__ import annotations

import pytest
from tests.web.agree.test_looking_again import later
from tests.web.cast import Person, html_of, main_of, session_of
from tests.web.conftest import Hands
from tests.web.see.steps_acts import HERS, HIS, TWO_WEEKS, answers, both_answer, stepped
from tests.web.spoiling import spoil

from coequal.core.entry import Entry
from coequal.core.see.small_steps import LookedBack, StepStays
from coequal.journal import door as journal
from coequal.people import pairs
from coequal.people.pairs import PairMember

DAMAGED = "Something here can’t be shown"
KEPT = "What you two keep"
OTHER = "Only tea"


@pytest.fixture
def due(alice: Person, bob: Person, hands: Hands) -> str:
    """Their place, two weeks after the cards opened."""
    place = stepped(alice, bob)
    later(hands, TWO_WEEKS, alice, bob)
    return place


def member_of(person: Person, place: str) -> PairMember:
    member = pairs.member(session_of(person), bytes.fromhex(place.split("/")[2]))
    assert member is not None
    return member


def steps(person: Person, place: str) -> str:
    return main_of(person.get(f"{place}steps/"))


def test_no_tick_opens_before_both_have_looked_back_on_these_words(
    due: str, alice: Person, bob: Person
) -> None:
    answers(alice, due, "yes", HERS)
    bob.post(f"{due}cards/step/", do="say", text=OTHER)
    answers(bob, due, "yes", HERS)
    for person in (alice, bob):
        assert KEPT not in steps(person, due)
        found = member_of(person, due).reading.sound(StepStays)
        assert not any(one.open for one in found)
    answers(alice, due, "yes", HERS)
    bob.look(f"{due}steps/")
    assert HERS in steps(bob, due).partition(KEPT)[2]


def test_what_was_said_of_other_words_goes_as_one_answers_anew(
    due: str, alice: Person, bob: Person
) -> None:
    answers(alice, due, "not yet", HERS, HIS)
    bob.post(f"{due}cards/step/", do="say", text=OTHER)
    answers(alice, due, "yes")
    reading = member_of(alice, due).reading
    assert [one.entry.happened for one in reading.sound(LookedBack)] == ["yes"]
    assert reading.sound(StepStays) == []


def test_a_kept_step_stays_when_the_other_step_is_taken_back(
    due: str, alice: Person, bob: Person
) -> None:
    both_answer(alice, bob, due, HERS)
    bob.post(f"{due}cards/step/", do="nothing")
    for person in (alice, bob):
        assert HERS in steps(person, due).partition(KEPT)[2]


@pytest.mark.parametrize("kind", [LookedBack, StepStays])
@pytest.mark.parametrize("both", [False, True])
def test_one_damaged_answer_takes_no_page_away(
    due: str, alice: Person, bob: Person, kind: type[Entry], *, both: bool
) -> None:
    if both:
        both_answer(alice, bob, due, HERS)
    else:
        answers(alice, due, "yes", HERS)
    spoil(member_of(alice, due).reading.sound(kind)[0])
    for path in ("/us/", due, f"{due}steps/", f"{due}cards/4/"):
        page = alice.client.get(path)
        assert page.status_code == 200, path
        assert "It happened." not in main_of(page) or kind is StepStays
    assert HIS in steps(alice, due)
    if kind is LookedBack and both:
        assert "Send my answer" not in html_of(alice.get(f"{due}steps/"))
        assert alice.post(f"{due}steps/", happened="yes").status_code == 422


def test_a_tick_that_opens_mine_and_names_something_else_keeps_nobody_from_answering(
    due: str, alice: Person, bob: Person
) -> None:
    answers(alice, due, "yes", HERS)
    (mine,) = member_of(alice, due).reading.sound(StepStays)
    forged = StepStays(step=mine.ref, steps=(mine.ref,))
    reading = member_of(bob, due).reading
    assert journal.put_in(reading, {mine.subject: forged}, opens_on=mine.subject)
    assert DAMAGED in steps(alice, due)
    assert answers(alice, due, "not yet", HERS, HIS).status_code == 200
    assert "Not yet" in steps(alice, due)
