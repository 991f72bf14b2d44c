"""What takes long to find out and is the same for everybody: found once in a run.

Each of the processes that share the tests takes on what no other has begun, and reads
what the others found.
"""

from __future__ import annotations

import fcntl
import pickle
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

Found = TypeVar("Found")
_run: list[Path] = []
_known: dict[str, object] = {}


def begin(factory: pytest.TempPathFactory, *, is_one_of_many: bool) -> None:
    """Say where the processes of this run find what the others found."""
    base = factory.getbasetemp()
    folder = (base.parent if is_one_of_many else base) / "together"
    folder.mkdir(exist_ok=True)
    _run[:] = [folder]


def together(things: Mapping[str, Callable[[], Found]]) -> dict[str, Found]:
    """Return all of these by name; each is found out by one process only."""
    wanted = [name for name in things if name not in _known]
    while wanted:
        done = {name for name in wanted if _is_had(name, things[name], wait=False)}
        if not done:
            done = {name for name in wanted[:1] if _is_had(name, things[name])}
        wanted = [name for name in wanted if name not in done]
    return {name: _known[name] for name in things}  # type: ignore[misc]


def _is_had(name: str, find: Callable[[], object], *, wait: bool = True) -> bool:
    """Find it or read it, if nobody else is at it now, or after that."""
    file = _run[0] / f"{name}.found"
    with _alone(file.with_suffix(".lock"), wait=wait) as is_mine:
        if not is_mine:
            return False
        if not file.exists():
            packed = zlib.compress(pickle.dumps(find()), level=1)
            file.with_suffix(".new").write_bytes(packed)
            file.with_suffix(".new").rename(file)
        _known[name] = pickle.loads(zlib.decompress(file.read_bytes()))
    return True


@contextmanager
def _alone(path: Path, *, wait: bool) -> Iterator[bool]:
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True
