from __future__ import annotations

import pytest
from tests.journal.cast import Ballot, Couple, Word

from coequal.errors import Unreadable
from coequal.journal import door as journal
from coequal.journal import models

ROUND = b"r" * 32


def test_what_waited_is_deleted_for_both_and_what_was_open_stays(
    couple: Couple,
) -> None:
    journal.append(couple.alice, Word(text="tea"))
    journal.put_in(couple.alice, {ROUND: Ballot(choice=1)}, opens_on=ROUND)
    journal.put_in(couple.bob, {ROUND: Ballot(choice=2)}, opens_on=ROUND)
    later = b"l" * 32
    for reading, other in ((couple.alice, later), (couple.bob, b"o" * 32)):
        journal.put_in(reading, {other: Ballot(choice=3)}, opens_on=other)
    journal.close(couple.alice.access.space.id)
    for reading in (couple.alice, couple.bob):
        assert [one.entry.text for one in reading.read(Word)] == ["tea"]
        ballots = reading.read(Ballot)
        assert sorted(one.entry.choice for one in ballots) == [1, 2]
    assert models.StoredRow.objects.filter(audience="W").count() == 2
    assert models.Share.objects.count() == models.StoredRow.objects.count()


def test_nothing_new_comes_into_a_closed_space(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="tea"))
    (word,) = couple.alice.read(Word)
    journal.close(couple.alice.access.space.id)
    before = models.StoredRow.objects.count()
    with pytest.raises(journal.Closed):
        journal.append(couple.bob, Word(text="more"))
    with pytest.raises(journal.Closed):
        journal.put_in(couple.bob, {ROUND: Ballot(choice=1)}, opens_on=ROUND)
    with pytest.raises(journal.Closed):
        journal.withdraw(couple.bob, Ballot, opens_on=ROUND)
    with pytest.raises(journal.Closed):
        journal.shred(couple.alice, word)
    assert models.StoredRow.objects.count() == before


def test_closing_twice_changes_nothing_and_only_one_space_closes(
    couple: Couple,
) -> None:
    space = couple.alice.access.space.id
    other = b"o" * 16
    journal.found(other)
    for _ in range(2):
        journal.close(space)
        assert journal.closed([space, other, b"nowhere at all 1"]) == {space}
    assert journal.closed([]) == set()


def test_a_space_that_is_not_there_cannot_be_closed(db: None) -> None:
    with pytest.raises(Unreadable):
        journal.close(b"nowhere at all 1")
