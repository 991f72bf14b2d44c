"""A page of Bob's takes the very same work, whatever Alice has closed or in Notes.

Time is too coarse to look at in every run, and `make prove` does. Here the steps are
counted: those that SQLite takes, one by one, and the calls that Python makes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest
from django.db import connection
from tests.people.clock import move
from tests.worlds import (
    copied,
)
from tests.worlds.copied import (
    ANOTHER,
    SCENES,
    Scene,
    beside_closed,
)

import coequal
from coequal.journal import models
from coequal.web.decide import states

OURS: Final = str(Path(coequal.__file__).parent)
"""Calls elsewhere are not counted: a new token takes a few more or less by chance."""
ACTS: Final = (
    ("decide:question", {"do": "add", "text": "In the woods"}),
    ("decide:weigh", {"do": "withdraw"}),
    ("decide:question", {"do": "retract"}),
    ("decide:diary", {"text": "We went home.", "area": "home"}),
    ("decide:diary_line", {"do": "withdraw"}),
    ("see:board", {"do": "put", "sign": ANOTHER}),
    ("see:unready", {}),
)
"""What he does where Alice is in with all and he with nothing.

With *put*, and with a ballot beside hers, it is looked up whether she is in there too:
once, inside the lock, by the same steps wherever else she is in.
"""
ID_STEPS: Final = 5
"""New ids are random, and putting them in order takes a step more or less."""
WARM: Final = 3
"""What a page reads once in a process and keeps is read before it is counted."""


@pytest.mark.parametrize("what", SCENES)
def test_no_page_takes_a_step_more_or_less(
    transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(copied, "NOTES", 100)
    begin, asked = SCENES[what]
    with closing(begin(tmp_path)) as scene:
        for name, (method, route) in asked.items():
            bare, full = both(scene, method, scene.paths[route])
            assert bare == full, name


def test_nothing_that_bob_does_takes_more_or_less_either(
    transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(beside_closed(tmp_path)) as scene:
        # What he adds now is later than all there is. Within one second random ids
        # put it before or after, and looking for it takes a few calls more or less.
        move(monkeypatch, 60)
        for route, fields in (*ACTS, ("a ballot beside hers", scene.ballot)):
            path = scene.paths[route]
            (steps, calls), (same, called) = (
                work(scene, which, "post", path, **fields) for which in (0, 1)
            )
            assert calls == called, fields
            assert abs(steps - same) <= ID_STEPS, fields


def test_a_page_that_counts_what_alice_has_in_would_be_found(
    transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = states.named

    def counting(*given: Any, **more: Any) -> Any:
        models.StoredRow.objects.filter(audience="W").count()
        return before(*given, **more)

    with closing(beside_closed(tmp_path)) as scene:
        path = scene.paths["decide:questions"]
        assert len(set(both(scene, "get", path))) == 1
        monkeypatch.setattr(states, "named", counting)
        (steps, calls), (more, same) = both(scene, "get", path)
        assert steps < more
        assert calls == same


def both(scene: Scene, method: str, path: str) -> list[tuple[int, int]]:
    """Return the steps of the database and the calls of Python, in either copy."""
    for which in (0, 1) * WARM:
        scene.ask(which, method, path)
    return [work(scene, which, method, path) for which in (0, 1)]


def work(
    scene: Scene, which: int, method: str, path: str, **fields: str
) -> tuple[int, int]:
    steps = calls = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    def call(frame: FrameType, event: str, _given: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code.co_filename.startswith(OURS)

    with scene.copies.used(which), watched(step):
        sys.setprofile(call)
        try:
            scene.ask(which, method, path, **fields)
        finally:
            sys.setprofile(None)
    return steps, calls


@contextmanager
def watched(step: Callable[[], None]) -> Iterator[None]:
    """Be told of every single step of the database that is in use."""
    raw = connection.connection
    raw.set_progress_handler(step, 1)
    yield
    raw.set_progress_handler(None, 1)
