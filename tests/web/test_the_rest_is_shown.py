"""Where one entry is damaged, a list says so and shows the rest."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, main_of
from tests.web.decide.acts import (
    raised,
    refs,
    settled,
    settled_on,
)
from tests.web.decide.test_diary import (
    tell,
    written,
)
from tests.web.decide.test_looking import (
    bond_of,
)
from tests.web.notes import (
    acts as notes,
)
from tests.web.see.acts import (
    all_of_it,
    looked,
)
from tests.web.spoiling import (
    spoil,
)
from tests.web.test_first_seen import visit_of

from coequal.core.decide.entries import DiaryLine, Lead, Question, Retraction
from coequal.core.notes.entries import Note
from coequal.core.see.entries import Answer, Opening, Sheet
from coequal.core.see.joint_entries import Step
from coequal.core.two.offers import Ended, Yes
from coequal.journal import clock, models
from coequal.journal import door as journal
from coequal.journal.entries import FirstSeen, Opened
from coequal.web.see import joint_picture

LINE = "Something here can’t be shown."


def test_a_page_without_damage_says_nothing_of_it(place: str, alice: Person) -> None:
    for path in ("/us/", f"{place}decide/", "/account/"):
        assert LINE not in main_of(alice.get(path))


def test_a_damaged_note_leaves_the_others(carol: Person) -> None:
    notes.unlock(carol)
    for text in ("The first.", "The second."):
        notes.write(carol, text)
    first, _ = sorted(visit_of(carol).own.read(Note), key=lambda one: one.entry.text)
    spoil(first)
    page = main_of(notes.go(carol, "notes"))
    assert LINE in page
    assert "The second." in page
    assert "The first." not in page
    notes.write(carol, "The third.")
    assert "The third." in main_of(notes.go(carol, "notes"))


@pytest.mark.parametrize("damaged", [Question, DiaryLine])
def test_a_damaged_question_or_line_leaves_the_others(
    place: str, alice: Person, bob: Person, damaged: type[Question | DiaryLine]
) -> None:
    for text in ("One", "Two"):
        raised(alice, place, text=text)
        written(alice, place, text)
    found = bond_of(alice, place).reading.read(damaged)
    spoil(next(one for one in found if one.entry.text == "One"))
    page = f"{place}decide/" if damaged is Question else f"{place}decide/diary/"
    for person in (alice, bob):
        shown = main_of(person.get(page))
        assert LINE in shown
        assert "Two" in shown
        assert "One" not in shown
    raised(alice, place, text="Three")
    assert "Three" in main_of(bob.get(f"{place}decide/"))


def test_what_may_have_been_ended_does_not_seem_to_hold(
    place: str, alice: Person, bob: Person
) -> None:
    """Two lead an area each; of one the end is damaged."""
    where = f"{place}decide/lead/"
    for area in ("free_time", "home"):
        alice.post(where, do="suggest", area=area, seat="B")
        bob.post(where, do="yes", ref=refs(bob, where)[-1])
    alice.post(where, do="end", ref=refs(alice, where)[0])
    (lead,) = alice.get(where).context["leading"]
    reading = bond_of(alice, place).reading
    leads = [one.ref for one in reading.read(Lead)]
    (ended,) = (one for ref in leads for one in reading.read(Ended, subject=ref))
    spoil(ended)
    for person in (alice, bob):
        for page in (where, f"{place}decide/"):
            shown = person.get(page)
            assert [one.ref for one in shown.context["leading"]] == [lead.ref]
            assert LINE in main_of(shown)


@pytest.mark.parametrize("damaged", [Yes, Retraction])
def test_a_question_of_which_the_end_is_damaged_is_on_no_list(
    place: str, alice: Person, bob: Person, damaged: type[Yes | Retraction]
) -> None:
    raised(alice, place, text="The rest")
    if damaged is Yes:
        settled(alice, bob, place)
    else:
        alice.post(raised(alice, place), do="retract")
    reading = bond_of(alice, place).reading
    (ended,) = (
        one
        for asked in reading.read(Question)
        for one in reading.read(damaged, subject=asked.ref)
    )
    spoil(ended)
    for person in (alice, bob):
        for page in ("decide/", "decide/back/"):
            shown = main_of(person.get(f"{place}{page}"))
            assert "The rest" in shown
            assert "Where do we spend New Year?" not in shown
            # What she knows to be taken back is on no list of hers anyway.
            assert LINE in shown or damaged is Retraction


def test_what_i_saw_first_is_missed_on_its_own_page_only(
    place: str, alice: Person, bob: Person
) -> None:
    lines = [written(alice, place, text) for text in ("One", "Two")]
    for where in lines:
        for person in (alice, bob):
            tell(person, where, "both")
        alice.look(where)
    seen = visit_of(alice).own.read(FirstSeen)
    spoil(seen[0])
    statuses = sorted(alice.get(where).status_code for where in lines)
    assert statuses == [200, 409]
    listed = alice.get(f"{place}decide/diary/")
    assert len(listed.context["lines"]) == 1
    assert LINE in main_of(listed)


def test_a_damaged_picture_leaves_every_other_page(alice: Person, bob: Person) -> None:
    place = looked(alice, bob)
    settled_on(alice, bob, place)
    opened = [one for one in bond_of(alice, place).reading.read(Opening) if one.open]
    spoil(opened[0])
    for person in (alice, bob):
        assert person.get(f"{place}picture/").status_code == 409
        for page in ("", "choose/", "decide/", "notice/", "evening/", "leave/"):
            assert person.get(f"{place}{page}").status_code == 200, page


def test_a_damaged_step_is_said_anew(alice: Person, bob: Person) -> None:
    place = looked(alice, bob)
    all_of_it(alice, place)
    alice.post(f"{place}cards/step/", do="say", text="Ask first")
    spoil(bond_of(alice, place).reading.read(Step)[0])
    assert LINE in main_of(bob.get(f"{place}cards/4/"))
    alice.post(f"{place}cards/step/", do="say", text="Ask twice")
    assert "Ask twice" in main_of(bob.get(f"{place}cards/4/"))


def test_a_damaged_answer_costs_that_answer(carol: Person) -> None:
    carol.answer({"home.mine": 3, "home.yours": 1, "money.mine": 2})
    answers = visit_of(carol).own.read(Answer)
    spoil(next(one for one in answers if one.entry.item == "home.mine@2"))
    assert LINE in main_of(carol.get("/mine/"))
    carol.answer({"home.mine": 4})
    given = {one.entry.item for one in visit_of(carol).own.sound(Answer)}
    assert given == {"home.mine@2", "home.yours@2", "money.mine@2"}


def test_a_damaged_sheet_loses_no_answer(carol: Person) -> None:
    carol.answer({"home.mine": 3, "home.yours": 1})
    before = carol.get("/mine/").context["areas"]
    (sheet,) = visit_of(carol).own.read(Sheet)
    spoil(sheet)
    page = carol.get("/mine/")
    assert page.context["areas"] == before
    assert LINE in main_of(page)


@pytest.mark.parametrize("second", [2**40, 2**52])
def test_an_entry_of_a_time_that_cannot_be_is_damaged(
    place: str,
    alice: Person,
    bob: Person,
    monkeypatch: pytest.MonkeyPatch,
    second: int,
) -> None:
    his = bond_of(bob, place).reading
    written(alice, place, "A lamp")
    with monkeypatch.context() as patched:
        patched.setattr(clock, "now", lambda: second)
        journal.append(his, DiaryLine(text="A sofa", area=""))
    page = main_of(alice.get(f"{place}decide/diary/"))
    assert "A lamp" in page
    assert "A sofa" not in page
    assert LINE in page


def test_a_question_until_no_time_there_is_leaves_the_others(
    place: str, alice: Person, bob: Person
) -> None:
    raised(alice, place, text="The rest")
    far = Question(text="Q", area="", meanwhile="M", until=10**18, options=("a", "b"))
    journal.append(bond_of(bob, place).reading, far)
    for page in ("decide/", "decide/back/"):
        shown = main_of(alice.get(f"{place}{page}"))
        assert "The rest" in shown
        assert LINE in shown


@pytest.mark.parametrize("said", [False, True])
def test_a_damaged_picture_does_not_look_as_if_nothing_had_opened(
    alice: Person, bob: Person, *, said: bool
) -> None:
    """Neither by a mark, which is of two rows, nor by the word that it opened."""
    place = looked(alice, bob)
    if said:
        (word,) = bond_of(alice, place).reading.read(Opened)
        spoil(word)
        damaged = [bond_of(one, place) for one in (alice, bob)]
        assert [joint_picture.where(one).round for one in damaged] == [1, 1]
    for mark in () if said else models.StoredMark.objects.all():
        rows = models.StoredMark.objects.filter(id1=mark.id1)
        rows.update(mark=bytes(32))
        damaged = [bond_of(one, place) for one in (alice, bob)]
        assert [joint_picture.where(one).round for one in damaged] == [1, 1]
        assert alice.get(f"{place}picture/").status_code == 409
        rows.update(mark=mark.mark)
