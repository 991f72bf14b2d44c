"""N pages are read while both write: none shows half an act.

    make prove N=10000

Resumable: how many were read is counted in `test-output/reads` and gone on from. Each
couple writes lines of a diary, says how it was, changes it and opens it, as fast as it
can; beside them each of the two reads the diary over and over, slowly. Half an act
would be answers that are open while nothing says so, or the other way round: an error
page, or a line that was open and is so no more.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any, Final

import pytest
from django.db import connection
from tests.web.cast import Browser, Person, main_of, pair

from coequal.journal import reading
from coequal.journal.access import SpaceAccess
from coequal.journal.rows import Found, Stored, Wanted, visible

WANTED = int(os.environ.get("N") or 200)
COUNT = Path(__file__).parents[2] / "test-output" / "reads"
A_COUPLE: Final = 100
"""So many pages of each couple: a diary takes only so many lines a day."""
LINES: Final = 15
SLOW: Final = 0.004


def write(alice: Person, bob: Person, place: str, over: Event) -> None:
    """Write, answer, change and open lines, until the pages are read."""
    try:
        for number in range(LINES):
            if over.is_set():
                return
            alice.post(f"{place}decide/diary/", text=f"Line {number}.", area="")
            where = alice.where
            for who in ("me", "other", "both", "me"):
                alice.post(where, who=who)
            bob.post(where, who="both")
    finally:
        connection.close()


def _slowly(execute: Callable[..., Any], *query: Any) -> Any:
    """Leave the others time to write between two statements of one page."""
    sleep(SLOW)
    return execute(*query)


def read(person: Person, place: str, wanted: int) -> list[int]:
    """Read the diary over and over; return how many lines were open each time."""
    try:
        with connection.execute_wrapper(_slowly):
            pages = [person.get(f"{place}decide/diary/") for _ in range(wanted)]
        assert {page.status_code for page in pages} == {200}
        return [main_of(page).count("Who decided Alice") for page in pages]
    finally:
        connection.close()


def beside(name: str) -> Person:
    """Return somebody with a browser that shares nothing with any other."""
    return Person(name, Browser())


def one_couple(number: int) -> None:
    alice, bob = beside(f"Alice {number}"), beside(f"Bob {number}")
    place = pair.__wrapped__(alice, bob)
    readers = [beside(one.name) for one in (alice, bob)]
    for reader, person in zip(readers, (alice, bob), strict=True):
        reader.phrase = person.phrase
        reader.sign_in()
    over = Event()
    with ThreadPoolExecutor(3) as people:
        writing = people.submit(write, alice, bob, place, over)
        pages = [people.submit(read, one, place, A_COUPLE // 2) for one in readers]
        opened = [one.result() for one in pages]
        over.set()
        writing.result()
    for counts in opened:
        # What was open once stays so, on every later page.
        assert counts == sorted(counts)
        assert counts[0] < counts[-1], "nobody wrote while this was read"


def _last_first(access: SpaceAccess, wanted: Wanted) -> Found:
    kinds = [replace(wanted, kinds=[one], named={}, index=None) for one in wanted.kinds]
    parts = [*reversed(kinds), replace(wanted, kinds=[], index=None)]
    found = [
        visible(access, part)
        for part in parts
        if part.kinds or any(part.named.values())
    ]
    found += [visible(access, Wanted(index=wanted.index))] if wanted.index else []
    return Found(
        rows=sorted((row for one in found for row in one.rows), key=_id),
        refs={tag: refs for one in found for tag, refs in one.refs.items()},
        kept={place: box for one in found for place, box in one.kept.items()},
    )


def _id(stored: Stored) -> bytes:
    return stored.row.id


def test_no_page_shows_half_an_act(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Our pages read a pair in one statement, which is of one moment by itself. Here
    # each kind is read by itself, what says that answers opened before the answers, so
    # that nothing but the snapshot holds.
    monkeypatch.setattr(reading, "visible", _last_first)
    COUNT.parent.mkdir(exist_ok=True)
    done = int(COUNT.read_text()) if COUNT.exists() else 0
    for number in range(done, WANTED, A_COUPLE):
        one_couple(number)
        COUNT.write_text(str(number + A_COUPLE))
    assert int(COUNT.read_text()) >= WANTED
