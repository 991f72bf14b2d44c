"""Entries that no page writes, and entries that are gone: what the pages make of it.

Alice and Bob are honest; somebody has the server or the database.
"""

from __future__ import annotations

import pytest
from tests.web.cast import Person, heading_of, main_of
from tests.web.decide.acts import questions_of, raised, settled, settled_on, weigh
from tests.web.decide.acts import weighed as both_weighed
from tests.web.decide.test_diary import tell, written
from tests.web.decide.test_looking import BROKEN, bond_of

from coequal.core.decide.entries import (
    DiaryAnswer,
    DiaryLine,
    Option,
    Proposal,
    Question,
    Retraction,
)
from coequal.core.entry import Entry
from coequal.core.two.offers import Yes
from coequal.journal import clock, models
from coequal.journal import door as journal
from coequal.journal.entries import Opened
from coequal.web.decide import lines, overview
from coequal.web.decide.states import VOTES

DAMAGED = "Something here can’t be shown"


def boxes() -> dict[bytes, bytes]:
    return {one.place: one.sealed for one in models.Kept.objects.all()}


def remove(person: Person, place: str, kind: type[Entry], *, row: bool) -> None:
    """Take all rows of a kind out of the database, or only their shares."""
    ids = [one.id for one in bond_of(person, place).reading.read(kind)]
    table = models.StoredRow if row else models.Share
    table.objects.filter(id__in=ids).delete()


def looked_at(alice: Person, bob: Person, place: str) -> str:
    """A question with an added option, which Alice has looked at; its address."""
    where = raised(alice, place)
    alice.post(where, do="add", text="In bed")
    for person in (alice, bob):
        weigh(person, where, "6", "1", "5", "0")
    alice.post(where, do="look")
    return where


def test_looking_changes_no_box_so_that_a_copy_does_not_tell_who_looked(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "6", "1", "5")
    weigh(bob, where, "6", "1", "5")
    before = boxes_of_two(alice, place)
    for person in (alice, bob):
        person.post(where, do="look")
    assert boxes_of_two(alice, place) == before


def boxes_of_two(person: Person, place: str) -> dict[bytes, bytes]:
    """What lies sealed in the space of the two: what is in one's own is one's own."""
    space = bond_of(person, place).space_id
    found = models.Kept.objects.filter(space=space)
    return dict(found.values_list("place", "sealed"))


def test_what_i_looked_at_does_not_vanish_behind_options_of_an_earlier_time(
    place: str, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = looked_at(alice, bob, place)
    his = bond_of(bob, place)
    (state,) = questions_of(his)
    with monkeypatch.context() as early:
        early.setattr(clock, "now", lambda: 1000)
        for number in range(7):
            option = Option(text=f"x{number}")
            journal.append(his.reading, option, subject=state.ref, answers=[state.ref])
    assert heading_of(alice.get(where)) == BROKEN


@pytest.mark.parametrize("row", [True, False])
def test_what_i_looked_at_does_not_vanish_with_an_option_that_is_gone(
    place: str, alice: Person, bob: Person, *, row: bool
) -> None:
    where = looked_at(alice, bob, place)
    remove(alice, place, Option, row=row)
    assert heading_of(alice.get(where)) == BROKEN


@pytest.mark.parametrize("kind", [Yes, Proposal])
def test_numbers_and_lists_say_the_same_when_what_settled_it_is_gone(
    place: str, alice: Person, bob: Person, kind: type[Entry]
) -> None:
    settled_on(alice, bob, place, area="home")
    remove(alice, place, kind, row=False)
    page = main_of(alice.get(f"{place}decide/back/"))
    assert "Still open Where do we spend" in page
    assert "Decided: 0. Open: 1." in page


def test_a_question_whose_text_is_gone_counts_nowhere_and_is_missed(
    place: str, alice: Person, bob: Person
) -> None:
    settled_on(alice, bob, place, area="home")
    remove(alice, place, Question, row=False)
    page = main_of(alice.get(f"{place}decide/back/"))
    assert "Decided: 1" not in page
    assert DAMAGED in page


def test_what_is_settled_is_not_taken_back_by_who_raised_it(
    place: str, alice: Person, bob: Person
) -> None:
    settled(alice, bob, place)
    hers = bond_of(alice, place)
    before = main_of(bob.get(f"{place}decide/"))
    (state,) = questions_of(hers)
    about = state.ref
    journal.append(hers.reading, Retraction(), subject=about, answers=[about])
    assert main_of(bob.get(f"{place}decide/")) == before


def test_a_word_of_an_opening_that_never_was_takes_no_page_away(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    his = bond_of(bob, place)
    (state,) = questions_of(his)
    about, never = VOTES.subject(state.ref), [b"1" * 32, b"2" * 32]
    journal.append(his.reading, Opened(), subject=about, answers=never)
    for page in (where, f"{place}decide/", f"{place}decide/back/"):
        assert alice.get(page).status_code == 200, page


def test_a_line_that_cannot_be_read_takes_no_question_away(
    place: str, alice: Person, bob: Person
) -> None:
    where, line = raised(alice, place), written(alice, place)
    tell(alice, line, "me")
    his = bond_of(bob, place).reading
    (ref,) = his.refs(DiaryLine)
    gate = lines.ANSWERS.subject(ref)
    nobody = DiaryAnswer(line=ref, who="nobody", asked="", fine="")
    assert journal.put_in(his, {gate: nobody}, opens_on=gate)
    assert heading_of(alice.get(line)) == BROKEN
    for page in (where, f"{place}decide/", f"{place}decide/back/"):
        assert alice.get(page).status_code == 200, page
    raised(alice, place, text="And in spring?")


def test_an_area_that_only_looks_like_one_counts_for_none(
    place: str, alice: Person, bob: Person
) -> None:
    odd = Question(text="Q", area="home\0", meanwhile="M", until=0, options=("a", "b"))
    journal.append(bond_of(bob, place).reading, odd)
    assert "Home" not in main_of(alice.get(f"{place}decide/back/"))


def test_a_box_of_nobody_does_not_end_what_one_keeps(
    place: str, alice: Person, bob: Person
) -> None:
    raised(alice, place)
    reading = bond_of(alice, place).reading
    last = models.Kept.objects.filter(author=reading.access.me.id).last()
    assert last is not None
    for name in boxes():
        after = name[:-2] + b"\0\7"
        models.Kept.objects.get_or_create(
            space=last.space, author=last.author, place=after, sealed=b"x" * 300
        )
    raised(alice, place, text="And in spring?")
    assert bond_of(alice, place).reading.kept(overview.INDEX)


def test_a_thousand_questions_of_one_person_are_read_a_part_at_a_time(
    place: str, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "AT_A_TIME", 3)
    for number in range(8):
        both_weighed(alice, bob, place) if not number else raised(
            bob, place, text=f"Q{number}?"
        )
    models.Kept.objects.all().delete()
    assert "Q7?" in main_of(alice.get(f"{place}decide/"))
