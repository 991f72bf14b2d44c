"""What a page reads is as it lay at one moment, and keeps nobody from writing."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from django.db import connection
from tests.journal.cast import Couple, Word

from coequal.journal import door as journal


def elsewhere(act: Callable[[], object]) -> None:
    """Let somebody else act meanwhile, over a connection of their own."""

    def alone() -> None:
        try:
            act()
        finally:
            connection.close()

    other = Thread(target=alone)
    other.start()
    other.join()


def words(couple: Couple) -> list[str]:
    return sorted(record.entry.text for record in couple.alice.read(Word))


def test_what_is_written_meanwhile_is_not_in_it(
    transactional_db: None, couple: Couple
) -> None:
    journal.append(couple.bob, Word(text="before"))
    with journal.snapshot():
        assert words(couple) == ["before"]
        elsewhere(lambda: journal.append(couple.bob, Word(text="meanwhile")))
        assert words(couple) == ["before"]
    assert words(couple) == ["before", "meanwhile"]


def test_what_is_removed_meanwhile_is_in_it(
    transactional_db: None, couple: Couple
) -> None:
    journal.append(couple.bob, Word(text="before"))
    with journal.snapshot():
        assert words(couple) == ["before"]
        (record,) = couple.bob.read(Word)
        elsewhere(lambda: journal.shred(couple.bob, record))
        assert words(couple) == ["before"]
    assert words(couple) == []


def test_it_is_over_when_the_page_is_read(
    transactional_db: None, couple: Couple
) -> None:
    with journal.snapshot():
        words(couple)
    journal.append(couple.alice, Word(text="mine"))
    assert words(couple) == ["mine"]
