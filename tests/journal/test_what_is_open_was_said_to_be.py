"""Whoever reads what has opened gets all of it, or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from tests.journal.cast import Ballot, Couple, Part, Wish

from coequal.core.entry import Entry
from coequal.errors import Unsound
from coequal.journal import door as journal
from coequal.journal import models, rows
from coequal.journal.entries import Opened
from coequal.journal.reading import Reading
from coequal.sealed.subjects import subject

TEA = subject("tea or coffee")
SEA = subject("sea or hills")
GATE = subject("gate")


def both_wish(couple: Couple, about: bytes = TEA) -> list[bytes]:
    """Let both put in a wish, and return what opened."""
    for reading in (couple.alice, couple.bob):
        entry = Wish(text=f"on {about.hex()}")
        journal.put_in(reading, {about: entry}, opens_on=about)
    return [one.ref for one in couple.bob.read(Wish, subject=about)]


def remove(reading: Reading, kind: type[Any], about: bytes | None = None) -> None:
    """Take rows of an author away, with the tables at hand."""
    subjects = None if about is None else [about]
    for stored in rows.find(reading.access, {kind: subjects}):
        if stored.row.author != reading.access.me.id:
            continue
        models.StoredRow.objects.filter(id=stored.row.id).delete()


def refused(
    reading: Reading, about: bytes | None = None, *, kind: type[Entry] = Wish
) -> bool:
    try:
        reading.read(kind, subject=about)
    except Unsound:
        return True
    return False


def test_what_opened_without_a_word_of_it_is_not_read(couple: Couple) -> None:
    both_wish(couple)
    remove(couple.bob, Opened)
    assert refused(couple.alice)
    assert refused(couple.bob)


def test_what_is_said_of_one_alone_is_not_enough(couple: Couple) -> None:
    refs = both_wish(couple)
    remove(couple.bob, Opened)
    journal.append(couple.bob, Opened(), subject=TEA, answers=refs[:1])
    assert refused(couple.alice)


def test_what_shows_the_other_and_hides_ones_own_is_not_read(couple: Couple) -> None:
    both_wish(couple)
    (his,) = (one.ref for one in couple.bob.read(Wish) if one.mine)
    remove(couple.alice, Wish)
    assert refused(couple.bob)
    journal.append(couple.alice, Opened(), subject=TEA, answers=[his])
    assert refused(couple.bob)


def test_what_opened_with_its_gate_is_read_as_a_whole(couple: Couple) -> None:
    for reading in (couple.alice, couple.bob):
        entries = {about: Part(choice=1) for about in (TEA, SEA, GATE)}
        journal.put_in(reading, entries, opens_on=GATE)
    assert len(couple.alice.read(Part)) == 6
    assert len(couple.alice.read(Part, subject=SEA)) == 2
    for reading in (couple.alice, couple.bob):
        remove(reading, Part, TEA)
    assert refused(couple.alice, kind=Part)
    assert refused(couple.alice, SEA, kind=Part)


def test_what_opened_each_by_itself_stays_when_one_is_taken_back(
    couple: Couple,
) -> None:
    for reading in (couple.alice, couple.bob):
        journal.put_in_each(
            reading, {TEA: Ballot(choice=1), SEA: Ballot(choice=2)}, kind=Ballot
        )
    hers = [one for one in couple.alice.read(Ballot, subject=TEA) if one.mine]
    journal.shred(couple.alice, *hers)
    assert len(couple.bob.read(Ballot, subject=TEA)) == 1
    assert len(couple.bob.read(Ballot)) == 3


def test_what_may_be_taken_back_is_not_read_without_a_word_of_it(
    couple: Couple,
) -> None:
    for reading in (couple.alice, couple.bob):
        journal.put_in(reading, {TEA: Ballot(choice=1)}, opens_on=TEA)
    remove(couple.bob, Opened)
    with pytest.raises(Unsound):
        couple.alice.read(Ballot)


def test_another_opening_that_is_gone_whole_is_nobodys_fault(couple: Couple) -> None:
    both_wish(couple, TEA)
    both_wish(couple, SEA)
    for reading in (couple.alice, couple.bob):
        remove(reading, Wish, SEA)
    assert len(couple.alice.read(Wish)) == 2


def test_what_is_closed_needs_no_word(couple: Couple) -> None:
    journal.put_in(couple.alice, {TEA: Wish(text="tea")}, opens_on=TEA)
    (mine,) = couple.alice.read(Wish)
    assert not mine.open
    assert couple.bob.read(Wish) == []


def test_looking_for_what_was_said_costs_a_query_or_none(
    couple: Couple, django_assert_num_queries: Any
) -> None:
    both_wish(couple)
    with django_assert_num_queries(2):
        couple.alice.read(Wish)
    with django_assert_num_queries(1):
        couple.alice.read(Wish, subject=TEA)
