"""Two people press at the same moment: exactly one lawful outcome."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest
from django.db import connection
from tests.journal.cast import Ballot, Couple, Word

from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal import models
from coequal.journal.entries import Opened
from coequal.journal.reading import Reading
from coequal.sealed.subjects import subject

ROUNDS = 12


def put(reading: Reading, choice: int, about: bytes) -> Callable[[], bool]:
    entry = Ballot(choice=choice)
    return lambda: journal.put_in(reading, {about: entry}, opens_on=about)


def put_each(reading: Reading, *subjects: bytes) -> Callable[[], None]:
    entries = {about: Ballot(choice=1) for about in subjects}
    return lambda: journal.put_in_each(reading, entries, kind=Ballot)


def add(reading: Reading, about: bytes) -> Callable[[], None]:
    """Put one more in beside what is in, as one act."""

    def act() -> None:
        with reading.locked():
            records = reading.read(Ballot)
            entries = {one.subject: one.entry for one in records if not one.open}
            entries[about] = Ballot(choice=1)
            journal.put_in_each(reading, entries, kind=Ballot)

    return act


def withdraw(reading: Reading, about: bytes) -> Callable[[], None]:
    return lambda: journal.withdraw(reading, Ballot, opens_on=about)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run all acts from one starting shot; a refusal is an outcome too."""
    start = Barrier(len(acts))

    def act(one: Callable[[], object]) -> object:
        try:
            start.wait()
            return one()
        except Refused:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as people:
        return list(people.map(act, acts))


@pytest.fixture
def pair(transactional_db: None, couple: Couple) -> Couple:
    return couple


def test_two_ballots_at_once_open_once(pair: Couple) -> None:
    for number in range(ROUNDS):
        about = subject("question", str(number))
        outcomes = at_once(put(pair.alice, 1, about), put(pair.bob, 2, about))
        assert sorted(outcomes, key=str) == [False, True]
        for reading in (pair.alice, pair.bob):
            found = reading.read(Ballot, subject=about)
            assert sorted(record.entry.choice for record in found) == [1, 2]
            assert all(record.open for record in found)
        assert len(pair.alice.read(Opened, subject=about)) == 1


def test_a_ballot_and_its_withdrawal_at_once_leave_no_half(pair: Couple) -> None:
    for number in range(ROUNDS):
        about = subject("question", str(number))
        journal.put_in(pair.alice, {about: Ballot(choice=1)}, opens_on=about)
        at_once(withdraw(pair.alice, about), put(pair.bob, 2, about))
        seen = [
            len([r for r in reading.read(Ballot, subject=about) if r.open])
            for reading in (pair.alice, pair.bob)
        ]
        assert seen in ([0, 0], [2, 2])
        marks = models.StoredMark.objects.count()
        assert marks == len(pair.alice.read(Opened))
        for reading in (pair.alice, pair.bob):
            if seen == [0, 0]:
                journal.withdraw(reading, Ballot, opens_on=about)


def test_many_put_in_each_at_once_open_once_for_both(pair: Couple) -> None:
    for number in range(ROUNDS):
        shared, hers, his = (
            subject("sign", str(number), name) for name in ("both", "hers", "his")
        )
        at_once(put_each(pair.alice, shared, hers), put_each(pair.bob, his, shared))
        for reading in (pair.alice, pair.bob):
            found = reading.read(Ballot, subject=shared)
            assert [record.open for record in found] == [True, True]
        assert len(pair.alice.read(Opened, subject=shared)) == 1
        assert pair.alice.read(Ballot, subject=his) == []
        assert pair.bob.read(Ballot, subject=hers) == []


def test_two_added_at_once_by_one_person_are_both_there(pair: Couple) -> None:
    for number in range(ROUNDS):
        one, two = (subject("sign", str(number), name) for name in ("one", "two"))
        at_once(add(pair.alice, one), add(pair.alice, two))
        found = {record.subject for record in pair.alice.read(Ballot)}
        assert {one, two} <= found


def test_a_ballot_and_closing_at_once_leave_nothing_waiting(pair: Couple) -> None:
    about = subject("question")

    def close() -> None:
        journal.close(pair.alice.access.space.id)

    def put_in() -> bool | None:
        with suppress(journal.Closed):
            return journal.put_in(pair.bob, {about: Ballot(choice=2)}, opens_on=about)
        return None

    at_once(close, put_in, close)
    assert not models.StoredRow.objects.filter(audience="W").exists()
    assert journal.closed([pair.alice.access.space.id])


def test_words_written_at_once_are_all_there_and_no_two_follow_one(
    pair: Couple,
) -> None:
    said = [f"{number} {n}" for number in range(ROUNDS) for n in range(4)]
    for number in range(ROUNDS):
        acts = [
            lambda access=access, text=text: journal.append(
                Reading(access=access), Word(text=text)
            )
            for text in said[4 * number : 4 * number + 4]
            for access in (pair.her, pair.his)
        ]
        at_once(*acts)
    found = pair.alice.read(Word)
    assert sorted(record.entry.text for record in found) == sorted(said * 2)
    followed = [ref for record in found for ref in record.follows]
    assert len(followed) == len(set(followed)) == len(found) - 2
