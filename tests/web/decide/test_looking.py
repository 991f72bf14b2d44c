"""Looking together: closed until both are in, both sides alike, and never swapped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.web.cast import Person, heading_of, main_of
from tests.web.decide.acts import (
    QUESTION,
    questions_of,
    raised,
    refs,
    weigh,
    weighed,
)

from coequal.core.decide.entries import Vote
from coequal.journal import door as journal
from coequal.journal import models, opening
from coequal.journal.entries import Opened
from coequal.journal.reading import Reading
from coequal.journal.rows import find
from coequal.people import pairs, sessions
from coequal.people.pairs import PairMember
from coequal.web.decide.states import VOTES
from coequal.web.sessions import HALF
from coequal.web.two import first_seen

BROKEN = "This page can’t be shown"


def bond_of(person: Person, place: str) -> PairMember:
    session = sessions.find(bytes.fromhex(person.client.cookies[HALF].value))
    assert session is not None
    found = pairs.member(session, bytes.fromhex(place.split("/")[2]))
    assert found is not None
    return found


def test_there_is_nothing_to_look_at_before_both_are_in(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "6", "1", "5", reason="I am tired.")
    for someone in (alice, bob):
        text = main_of(someone.post(where, do="look"))
        assert "What you each said" not in text
    weigh(bob, where, "6", "1", "5")
    for someone in (alice, bob):
        text = main_of(someone.get(where))
        assert "You’ve both answered." in text
        assert "I am tired." not in text


def test_both_read_the_same_of_both(place: str, alice: Person, bob: Person) -> None:
    where = weighed(alice, bob, place)
    texts = [main_of(someone.get(where)) for someone in (alice, bob)]
    for name in ("Alice", "Bob"):
        texts = [
            text.replace(f"to {name} Then it’s up to {name}.", "") for text in texts
        ]
        texts = [text.replace(f"Suggest it to {name}", "") for text in texts]
    assert texts[0] == texts[1]
    assert "is off the list." in texts[0]
    assert "You’d both be happy with: By the sea" in texts[0]
    assert "With any other option, one of you would be less happy" in texts[0]
    assert "It’s only a suggestion." in texts[0]


def test_what_stands_beside_an_option_never_contradicts_what_was_said_of_it(
    place: str, alice: Person, bob: Person
) -> None:
    """A "rather not" is nothing that somebody gives up all of."""
    where = raised(alice, place)
    weigh(alice, where, "1", "3", "6")
    weigh(bob, where, "6", "3", "1")
    text = main_of(bob.post(where, do="look"))
    assert "Bob likes “At home” best. Alice said “Rather not”." in text
    assert "Alice likes “By the sea” best. Bob said “Rather not”." in text
    assert text.count(" best. ") == 2


def test_to_whom_all_is_alike_likes_none_best(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "3", "3", "3")
    weigh(bob, where, "6", "3", "1")
    text = main_of(bob.post(where, do="look"))
    assert "Alice rated them all the same." in text
    assert "Bob likes “At home” best. Alice said “Fine”." in text
    assert "Alice likes" not in text


def test_where_nothing_is_left_it_says_so_and_some_ways_on(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "x", "6", "x")
    weigh(bob, where, "6", "x", "5")
    text = main_of(bob.post(where, do="look"))
    assert "There’s nothing here that you can both live with." in text
    assert "ask it again with other options" in text
    assert "Suggest “" not in text
    assert "Why this one" not in text


def test_two_questions_may_give_and_take(
    place: str, alice: Person, bob: Person
) -> None:
    for text, hers, his in (("Here?", "420", "024"), ("There?", "024", "420")):
        where = raised(alice, place, text=text)
        weigh(alice, where, *hers, stake="3" if text == "Here?" else "1")
        weigh(bob, where, *his, stake="1" if text == "Here?" else "3")
    text = main_of(bob.post(where, do="look"))
    assert "Give and take" in text
    assert "for “Here?”" in text
    assert "It only works if you decide the two together." in text


def rewritten(access: Reading, gate: bytes, change: Callable[[Vote], Vote]) -> None:
    """Put another ballot in place of one's own with the tables at hand."""
    (mine,) = [one for one in access.read(Vote, subject=gate) if one.mine]
    for table in (models.StoredRow, models.Share):
        table.objects.filter(id=mine.id).delete()
    models.StoredMark.objects.all().delete()
    put_back(access, {gate: change(mine.entry)})


def put_back(reading: Reading, entries: dict[bytes, Vote]) -> None:
    """Lay closed ballots of one's own down, past what is open already."""
    with reading.locked():
        here = opening._Here(reading=reading, kind=Vote, mine=[])
        here.store(opening._seal(reading.access, entries), ())


def test_a_ballot_is_not_rewritten_by_asking_the_journal(
    place: str, alice: Person, bob: Person
) -> None:
    where = weighed(alice, bob, place)
    member = bond_of(bob, place)
    (state,) = questions_of(member)
    assert state.votes is not None
    vote = replace(state.votes.b, scores=(0, 0, 0))
    gate = VOTES.subject(*VOTES.of(vote))
    before = main_of(alice.get(where))
    with pytest.raises(opening.Refused):
        journal.put_in(member.reading, {gate: vote}, opens_on=gate)
    with pytest.raises(opening.Refused):
        journal.withdraw(member.reading, Vote, opens_on=gate)
    assert main_of(alice.get(where)) == before


def opened_anew(alice: Person, bob: Person, place: str) -> str:
    """Let Bob, with the database and the host at hand, open another ballot of his.

    Both ballots are closed again, and he puts in another one: the host opens them.
    """
    where = weighed(alice, bob, place)
    hers, his = bond_of(alice, place).reading, bond_of(bob, place).reading
    (state,) = questions_of(bond_of(bob, place))
    assert state.votes is not None
    gate = VOTES.subject(*VOTES.of(state.votes.a))
    rewritten(hers, gate, lambda vote: vote)
    said = [one.id for one in his.read(Opened, subject=gate)]
    gone = [*said, *_ids(his, gate)]
    models.StoredRow.objects.filter(id__in=gone).delete()
    journal.put_in(his, {gate: replace(state.votes.b, scores=(0, 0, 4))}, opens_on=gate)
    return where


def _ids(access: Reading, gate: bytes) -> list[bytes]:
    rows = [
        one
        for one in find(access.access, {Vote: [gate]})
        if one.row.author == access.access.me.id
    ]
    return [one.row.id for one in rows]


def test_what_changed_after_i_looked_is_not_shown(
    place: str, alice: Person, bob: Person
) -> None:
    where = opened_anew(alice, bob, place)
    for someone in (alice, bob):
        page = someone.get(where)
        assert (page.status_code, heading_of(page)) == (409, BROKEN)


def test_who_had_not_looked_yet_sees_what_opened_last(
    place: str, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So a pin is what shows the swap, and nothing else does."""
    monkeypatch.setattr(first_seen, "remember", lambda *_: None)
    where = opened_anew(alice, bob, place)
    monkeypatch.undo()
    assert "What you each said" in main_of(alice.post(where, do="look"))


def test_what_opened_without_a_word_of_it_is_not_shown(
    place: str, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "6", "1", "5")
    monkeypatch.setattr(opening, "append", lambda *_, **__: b"")
    page = weigh(bob, where, "x", "6", "5")
    assert heading_of(page) == BROKEN
    assert heading_of(alice.get(where)) == BROKEN
    listed = main_of(alice.get(f"{place}decide/"))
    assert "Something here can’t be shown." in listed
    assert QUESTION not in listed


@pytest.mark.parametrize("scores", [(4,), (4, 1, 9), (4, 1), (4, 1, 5, 2)])
def test_a_ballot_that_cannot_be_shown_opens_nothing_by_halves(
    place: str, alice: Person, bob: Person, scores: tuple[int, ...]
) -> None:
    where = raised(alice, place)
    weigh(alice, where, "6", "1", "5", reason="I am tired.")
    member = bond_of(bob, place)
    (state,) = questions_of(member)
    vote = Vote(
        question=state.ref, added=(), scores=scores, stake=1, cannot=(), reason=""
    )
    gate = VOTES.subject(*VOTES.of(vote))
    assert journal.put_in(member.reading, {gate: vote}, opens_on=gate)
    for someone in (alice, bob):
        assert heading_of(someone.get(where)) == BROKEN
    assert len(member.reading.read(Opened)) == 1


def test_a_question_is_looked_at_by_each_in_their_own_time(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    for someone in (alice, bob):
        weigh(someone, where, "6", "1", "5")
    bob.post(where, do="look")
    bob.post(where, do="look")
    assert "What you each said" in main_of(bob.get(where))
    assert "What you each said" not in main_of(alice.get(where))
    assert refs(alice, where) == []
