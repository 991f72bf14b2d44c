"""What tests cost: where it is more than it may be, a warning is printed.

It is never a failure: what a test takes depends on what else the machine does. The
hooks are handed to pytest by `conftest.py`. The long proofs may take what they take.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import PurePath
from typing import Final

import pytest

A_TEST: Final = 15
"""Seconds that a test may take."""
A_ROOM: Final = 20
"""Seconds of processors that the tests of a folder of `tests/web` may take together."""
SPENT: Final = "seconds of processors"

_spent: Final = [0.0]


def pytest_runtest_logstart() -> None:
    _spent[0] = _now()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Note what this part of a test took, so that a worker hands it on."""
    report = yield
    before, _spent[0] = _spent[0], _now()
    report.user_properties.append((SPENT, _spent[0] - before))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    told = chain.from_iterable(terminalreporter.stats.values())
    found = [one for one in told if isinstance(one, pytest.TestReport)]
    for line in dear(found):
        terminalreporter.write_line(f"!! WARNING: {line}", yellow=True)


def dear(reports: Iterable[pytest.TestReport]) -> Iterator[str]:
    """Say which tests and which rooms cost more than they may, the dearest first."""
    tests: defaultdict[str, float] = defaultdict(float)
    rooms: defaultdict[str, float] = defaultdict(float)
    for one in reports:
        if not one.nodeid.startswith("tests/prove/"):
            tests[one.nodeid] += one.duration
        if room := _room(one.nodeid):
            noted = dict(one.user_properties).get(SPENT, 0)
            rooms[room] += float(str(noted))
    for took, name in _over(A_TEST, tests):
        yield f"{took:.0f} s, of {A_TEST}: {name}"
    for took, name in _over(A_ROOM, rooms):
        yield f"{took:.0f} s of processors, of {A_ROOM}: all tests of {name}"


def _over(most: float, found: Mapping[str, float]) -> list[tuple[float, str]]:
    much = [(took, name) for name, took in found.items() if took > most]
    return sorted(much, reverse=True)


def _room(nodeid: str) -> str:
    """Return the folder of `tests/web` that a test is in, or nothing."""
    path = PurePath(nodeid.partition("::")[0])
    in_a_room = path.parts[:2] == ("tests", "web") and len(path.parts) > 3
    return "/".join(path.parts[:3]) if in_a_room else ""


def _now() -> float:
    """Seconds of processors that this process and those that it started have had."""
    return sum(os.times()[:4])
