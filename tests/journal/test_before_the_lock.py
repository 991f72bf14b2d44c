"""An act is worked out before its lock; what came in meanwhile has it begin once more.

But only what the person may see. What the other has closed changes nothing: neither
how often it is tried, nor what is asked inside the lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from threading import get_ident
from typing import Any, TypeVar

import pytest
from django.db import connection
from tests.journal.cast import Ballot, Couple, Part, Vow, Word
from tests.journal.test_one_moment import elsewhere
from tests.journal.test_twice_at_once import ROUNDS, at_once

from coequal.journal import acting, models, seen, spaces
from coequal.journal import door as journal
from coequal.journal.reading import Reading
from coequal.journal.rests_on import MOST_SUBJECTS
from coequal.sealed.subjects import subject

T = TypeVar("T")
HERE, THERE = subject("here"), subject("there")


def words(reading: Reading) -> list[str]:
    return sorted(one.entry.text for one in reading.read(Word))


@dataclass
class Tried:
    """What an act asked the database inside its lock, and how often it was tried."""

    times: int = 0
    asked: list[str] = field(default_factory=list)


@contextmanager
def in_the_lock(found: list[str]) -> Iterator[None]:
    """Collect what this act asks inside its lock, and no other that acts meanwhile."""
    real, here = spaces.locked, get_ident()

    @contextmanager
    def locked(space: bytes) -> Iterator[None]:
        def ask(execute: Any, sql: str, *more: Any) -> Any:
            if get_ident() == here:
                found.append(sql)
            return execute(sql, *more)

        with real(space), connection.execute_wrapper(ask):
            yield

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spaces, "locked", locked)
        yield


def tried(
    reading: Reading,
    do: Callable[[Reading], object],
    meanwhile: Callable[[], object] = lambda: None,
    *,
    reads: Callable[[Reading], object] = words,
    times: int = 1,
) -> Tried:
    """Do an act; somebody else acts after it read, in each of its first tries."""
    found = Tried()

    def once() -> None:
        found.times += 1
        found.asked.clear()
        reads(reading)
        if found.times <= times:
            elsewhere(meanwhile)
        do(reading)

    with in_the_lock(found.asked):
        reading.act(once)
    return found


@pytest.fixture
def pair(transactional_db: None, couple: Couple) -> Couple:
    return couple


def say(text: str) -> Callable[[Reading], object]:
    return lambda reading: journal.append(reading, Word(text=text))


def put(about: bytes, choice: int = 1) -> Callable[[Reading], bool]:
    def put_in(reading: Reading) -> bool:
        entries = {about: Ballot(choice=choice)}
        return journal.put_in(reading, entries, opens_on=about)

    return put_in


def kinds_of(asked: list[str]) -> list[str]:
    return [" ".join(one.split()[:3]) for one in asked]


INSERTS = ["INSERT INTO journal_row", "INSERT INTO journal_share"]
KEPT = "INSERT INTO journal_kept"


def test_inside_the_lock_it_is_looked_up_once_and_written(pair: Couple) -> None:
    journal.append(pair.bob, Vow(text="before"))

    def do(reading: Reading) -> None:
        reading.read(Vow)
        journal.append(reading, Word(text="one"))
        journal.append(reading, Word(text="two"))
        assert words(reading) == ["one", "two"]

    found = tried(pair.alice, do)
    looks, *writes = kinds_of(found.asked)
    assert looks.startswith("SELECT r.place,")
    assert writes == [*INSERTS, KEPT]
    assert found.times == 1
    assert words(pair.bob) == ["one", "two"]


def test_what_is_put_in_and_opens_asks_one_thing_more(pair: Couple) -> None:
    put(HERE, 2)(pair.bob)
    found = tried(pair.alice, put(HERE))
    looks, *writes = kinds_of(found.asked)
    assert looks.startswith("SELECT r.place,")
    assert writes == [*INSERTS, "INSERT INTO journal_mark", KEPT]
    assert sorted(one.entry.choice for one in pair.bob.read(Ballot)) == [1, 2]


def test_an_act_that_writes_nothing_takes_no_lock(pair: Couple) -> None:
    assert tried(pair.alice, lambda reading: reading.read(Word)).asked == []


def test_what_the_other_says_meanwhile_is_known_to_the_act(pair: Couple) -> None:
    heard: list[list[str]] = []

    def answer(reading: Reading) -> None:
        heard.append(words(reading))
        journal.append(reading, Word(text="hers"))

    found = tried(pair.alice, answer, lambda: say("his")(pair.bob))
    assert found.times == 2
    assert heard == [[], ["his"]]
    assert words(pair.bob) == ["hers", "his"]


@pytest.mark.parametrize("kind", [Ballot, Part])
@pytest.mark.parametrize("does", ["says", "puts in", "takes out"])
def test_what_the_other_puts_in_meanwhile_is_nothing_to_it(
    pair: Couple, kind: type[Ballot | Part], does: str
) -> None:
    """Not there, there, or there meanwhile: the same tries and the same questions."""

    def puts_in() -> None:
        for about in (THERE, subject("elsewhere")):
            journal.put_in(pair.bob, {about: kind(choice=2)}, opens_on=about)

    def do(reading: Reading) -> None:
        if does == "says":
            journal.append(reading, Word(text="hers"))
        elif does == "puts in":
            journal.put_in(reading, {HERE: kind(choice=1)}, opens_on=HERE)
        else:
            journal.withdraw(reading, kind, opens_on=HERE)

    def with_mine(meanwhile: Callable[[], object]) -> Tried:
        journal.put_in(pair.alice, {HERE: kind(choice=0)}, opens_on=HERE)
        found = tried(pair.alice, do, meanwhile, reads=lambda one: one.read(kind))
        journal.withdraw(pair.alice, kind, opens_on=HERE)
        return found

    bare, came_in, there = (
        with_mine(one) for one in (lambda: None, puts_in, lambda: None)
    )
    assert bare.times == came_in.times == there.times == 1
    assert bare.asked == came_in.asked == there.asked


def test_what_the_other_puts_in_meanwhile_opens_with_mine(pair: Couple) -> None:
    opened: list[bool] = []
    found = tried(
        pair.alice,
        lambda reading: opened.append(put(HERE)(reading)),
        lambda: put(HERE, 2)(pair.bob),
        reads=lambda reading: reading.read(Ballot, subject=HERE),
    )
    assert (found.times, opened) == (1, [True])
    for reading in (pair.alice, pair.bob):
        there = reading.read(Ballot, subject=HERE)
        assert sorted(one.entry.choice for one in there) == [1, 2]


@pytest.mark.parametrize(("about", "times"), [(HERE, 2), (THERE, 1)])
def test_what_i_put_in_by_another_window_counts_where_the_act_looked(
    pair: Couple, about: bytes, times: int
) -> None:
    for does in (say("hers"), put(HERE, 1)):
        found = tried(
            pair.alice,
            does,
            lambda: put(about, 3)(pair.alice),
            reads=lambda reading: reading.read(Ballot, subject=HERE),
        )
        assert found.times == times
    here = pair.alice.read(Ballot, subject=HERE)
    assert [one.entry.choice for one in here] == [1]


@pytest.mark.parametrize(("where", "times"), [("here", 2), ("elsewhere", 1)])
def test_what_an_act_looked_at_never_outgrows_a_query(
    pair: Couple, where: str, times: int
) -> None:
    """Of more subjects than fit into one, all of a kind is looked for."""
    many = [subject("one of many", str(number)) for number in range(MOST_SUBJECTS)]
    found = tried(
        pair.alice,
        say("hers"),
        lambda: put(subject(where))(pair.alice),
        reads=lambda reading: reading.fetch(Ballot, subjects=[HERE, *many]),
    )
    assert found.times == times
    assert found.asked[0].count("%s") < MOST_SUBJECTS


def test_what_i_let_go_by_another_window_stays_so(pair: Couple) -> None:
    said = journal.append(pair.alice, Vow(text="gone"))
    models.StoredRow.objects.filter(ref=said).delete()

    def go_on() -> None:
        reading = pair.alice
        with reading.locked():
            assert reading.sight.missing
            reading.sight.go_on()

    assert tried(pair.alice, say("hers"), go_on).times == 2
    assert not pair.alice.sight.missing


def test_going_on_is_nothing_to_the_other(pair: Couple) -> None:
    said = journal.append(pair.alice, Vow(text="gone"))
    models.StoredRow.objects.filter(ref=said).delete()

    def go_on() -> None:
        reading = pair.alice
        with reading.locked():
            reading.sight.go_on()

    assert tried(pair.bob, say("his"), go_on).times == 1


def test_who_writes_without_a_pause_keeps_nobody_out(pair: Couple) -> None:
    said = iter(range(99))
    found = tried(
        pair.alice,
        say("hers"),
        lambda: say(f"his {next(said)}")(pair.bob),
        times=acting.TRIES,
    )
    assert found.times == acting.TRIES + 1
    assert words(pair.bob) == ["hers", "his 0", "his 1"]


def test_without_both_heads_it_is_done_in_the_lock(pair: Couple) -> None:
    models.Kept.objects.filter(author=pair.his.me.id).delete()
    assert tried(pair.alice, say("hers")).times == acting.TRIES + 1
    assert words(pair.bob) == ["hers"]


def test_a_place_that_closes_meanwhile_takes_nothing(pair: Couple) -> None:
    with pytest.raises(journal.Closed):
        tried(pair.alice, say("hers"), lambda: journal.close(pair.her.space.id))
    assert words(pair.alice) == []


def test_what_an_act_could_not_use_up_it_does_not_do(pair: Couple) -> None:
    left, was_there = [True], [False]

    def do(reading: Reading) -> None:
        if was_there[0] and reading.acting.first(lambda: bool(left)):
            journal.append(reading, Word(text="once"))

    def look(_: Reading) -> None:
        was_there[0] = bool(left)

    assert tried(pair.alice, do, left.clear, reads=look).times == 2
    assert words(pair.alice) == []


def test_what_was_refused_wrote_nothing(pair: Couple) -> None:
    def do(reading: Reading) -> None:
        journal.append(reading, Word(text="hers"))
        raise journal.Closed

    with pytest.raises(journal.Closed):
        tried(pair.alice, do)
    assert words(pair.alice) == []


def test_an_act_reads_what_it_wrote_shredded_and_took_out(pair: Couple) -> None:
    journal.append(pair.alice, Word(text="old"))
    put(HERE)(pair.alice)

    def do(reading: Reading) -> None:
        (old,) = reading.read(Word)
        journal.shred(reading, old)
        assert words(reading) == []
        ref = journal.append(reading, Word(text="new"), subject=THERE)
        assert reading.refs(Word)[-1] == ref
        assert [one.ref for one in reading.named(Word, [ref])] == [ref]
        assert [one.ref for one in reading.read(Word, subject=THERE)] == [ref]
        journal.withdraw(reading, Ballot, opens_on=HERE)
        assert reading.read(Ballot, subject=HERE) == []
        put(HERE, 3)(reading)
        assert [one.entry.choice for one in reading.read(Ballot)] == [3]

    tried(pair.alice, do)
    assert words(pair.bob) == ["new"]
    assert [one.entry.choice for one in pair.alice.read(Ballot)] == [3]
    assert not pair.alice.sight.missing
    assert not pair.bob.sight.missing


def said_by(reading: Reading, text: str) -> None:
    reading.act(lambda: say(text)(reading))


def test_words_of_both_at_once_follow_one_another(pair: Couple) -> None:
    said = [f"{number} {n}" for number in range(ROUNDS) for n in range(4)]
    for number in range(ROUNDS):
        here = said[4 * number : 4 * number + 4]
        at_once(
            *(
                partial(said_by, Reading(access=access), text)
                for text in here
                for access in (pair.her, pair.his)
            )
        )
    found = pair.alice.read(Word)
    assert sorted(one.entry.text for one in found) == sorted(said * 2)
    followed = [ref for one in found for ref in one.follows]
    assert len(followed) == len(set(followed)) == len(found) - 2


def test_the_memory_is_of_all_that_was_there(pair: Couple) -> None:
    say("his")(pair.bob)
    tried(pair.alice, say("hers"))
    reading = pair.alice
    assert reading.sight.memory is not None
    assert len(reading.sight.memory.prints) == 2
    assert reading.sight.memory.whole != seen.NOT_WHOLE
