"""Does Bob wait longer when Alice has written? N calls a class of pages, each way.

    make prove N=20000

Resumable by class: what was timed is kept in `test-output/timing`. Two copies of one
database differ in nothing but Alice's notes, none or a thousand, and Bob asks now the
one and now the other, by lot. Both are compared by Welch's t, as they are and without
the slowest tenth; below 4.5 nothing is found (Reparaz and others, "Dude, is my code
constant time?", DATE 2017). Nothing else should run on the machine: what runs beside
makes a small difference harder to find. Lock waits are no part of it.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import perf_counter_ns
from typing import Final

import numpy as np
import pytest
from django.db import connection
from tests.web.at_cards import all_of_it
from tests.web.at_notes import unlock, write
from tests.web.cast import Person, addresses, opened

from coequal.journal import models
from coequal.people import visits
from coequal.web.safe import own
from coequal.web.see import joint

WANTED = int(os.environ.get("N") or 2000)
KEPT = Path(__file__).parents[2] / "test-output" / "timing"
LIMIT: Final = 4.5
NOTES: Final = 1000
CLASSES: Final = {
    "the door": ("get", "start"),
    "help": ("get", "help"),
    "all pairs": ("get", "us"),
    "one's own answers": ("get", "question"),
    "one's own picture": ("get", "mine"),
    "what to open": ("get", "open"),
    "a card": ("get", "card"),
    "our picture": ("get", "picture"),
    "the board": ("get", "board"),
    "Notes, closed": ("get", "notes"),
    "account": ("get", "account"),
    "an answer": ("post", "question"),
    "an evening": ("post", "evening"),
}
"""By class of pages: one of them, and how it is asked for."""


class Copies:
    """One database twice: alike, but for what Alice wrote in the second."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._raw: list[sqlite3.Connection] = []

    def take(self) -> None:
        params = connection.get_connection_params()
        path = str(self._folder / f"{len(self._raw)}.sqlite3")
        raw = connection.get_new_connection({**params, "database": path})
        connection.connection.backup(raw)
        self._raw.append(raw)

    @contextmanager
    def used(self, which: int) -> Iterator[None]:
        before = connection.connection
        connection.connection = self._raw[which]
        yield
        connection.connection = before

    def close(self) -> None:
        for raw in self._raw:
            raw.close()


def two_copies(folder: Path) -> tuple[Copies, Person, str]:
    """Let two live; copy; let Alice write; copy. Return also Bob and his place."""
    alice, bob = Person("Alice"), Person("Bob")
    place = opened(alice, bob)
    for person in (alice, bob):
        all_of_it(person, place)
    unlock(alice)
    write(alice, "One note.")
    copies = Copies(folder)
    copies.take()
    visit = visits.find(bytes.fromhex(alice.client.cookies["s"].value))
    assert visit is not None
    for number in range(NOTES):
        own.write(visit, number.to_bytes(16, "big"), "A long day. " * 20)
    copies.take()
    return copies, bob, place


def timed(
    copies: Copies, bob: Person, method: str, path: str, times: int
) -> list[float]:
    """Ask each copy so often, by lot; return both |t|."""
    took: tuple[list[int], list[int]] = ([], [])
    lot = Random(path)
    fields = {"text": "Friday", "a": "1"} if method == "post" else {}
    ask = getattr(bob.client, method)
    for _ in range(times):
        for which in lot.sample((0, 1), 2):
            with copies.used(which):
                began = perf_counter_ns()
                response = ask(path, fields)
                took[which].append(perf_counter_ns() - began)
            assert response.status_code < 400, path
    few, many = (np.array(one, dtype=float) for one in took)
    slow = np.quantile(np.concatenate((few, many)), 0.9)
    return [abs(welch(few, many)), abs(welch(few[few < slow], many[many < slow]))]


def welch(one: np.ndarray, two: np.ndarray) -> float:
    spread = one.var(ddof=1) / len(one) + two.var(ddof=1) / len(two)
    return float((one.mean() - two.mean()) / np.sqrt(spread))


@pytest.fixture
def scene(
    transactional_db: None, tmp_path: Path
) -> Iterator[tuple[Copies, Person, str]]:
    copies, bob, place = two_copies(tmp_path)
    yield copies, bob, place
    copies.close()


def test_what_alice_has_stored_does_not_show_in_how_long_bob_waits(
    scene: tuple[Copies, Person, str], capsys: pytest.CaptureFixture[str]
) -> None:
    copies, bob, place = scene
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    found = kept.get(str(WANTED), {})
    for name, (method, route) in CLASSES.items():
        if name not in found:
            path = addresses(place)[route]
            timed(copies, bob, method, path, 20)
            found[name] = timed(copies, bob, method, path, WANTED)
            KEPT.parent.mkdir(exist_ok=True)
            KEPT.write_text(json.dumps({**kept, str(WANTED): found}))
    with capsys.disabled():
        print(f"\n{WANTED} calls each way; |t|, and without the slowest tenth:")
        for name, (whole, quick) in found.items():
            print(f"  {name:20}{whole:6.2f}{quick:6.2f}")
    assert max(max(both) for both in found.values()) < LIMIT


def test_a_page_that_reads_what_alice_wrote_would_be_found(
    scene: tuple[Copies, Person, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    copies, bob, place = scene
    before = joint.where

    def counting(*given: object) -> object:
        list(models.Row.objects.values_list("id"))
        return before(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(joint, "where", counting)
    assert max(timed(copies, bob, "get", f"{place}choose/", 150)) > LIMIT
