"""What costs more than it may is said, and nothing else."""

from __future__ import annotations

from typing import Literal

import pytest
from tests.costs import A_ROOM, A_TEST, SPENT, dear

Part = Literal["setup", "call", "teardown"]


def report(
    nodeid: str, when: Part, *, took: float = 0, spent: float = 0
) -> pytest.TestReport:
    return pytest.TestReport(
        nodeid=nodeid,
        location=("", None, ""),
        keywords={},
        outcome="passed",
        longrepr=None,
        when=when,
        duration=took,
        user_properties=[(SPENT, spent)],
    )


def test_a_test_is_told_of_by_all_its_parts_together() -> None:
    half = A_TEST / 2 + 1
    parts: list[Part] = ["setup", "call"]
    slow = [report("tests/x.py::slow", part, took=half) for part in parts]
    fast = report("tests/x.py::fast", "call", took=A_TEST)
    proof = report("tests/prove/x.py::long", "call", took=2 * A_TEST)
    assert [*dear([fast, proof, *slow])] == ["17 s, of 15: tests/x.py::slow"]


def test_a_room_is_told_of_by_all_its_tests_together() -> None:
    half = A_ROOM / 2 + 1
    names = ("tests/web/see/test_a.py::a", "tests/web/see/deep/test_b.py::b")
    dearest = [report(name, "call", spent=half) for name in names]
    elsewhere = [
        report("tests/web/test_crawl.py::c", "call", spent=2 * A_ROOM),
        report("tests/journal/test_d.py::d", "call", spent=2 * A_ROOM),
        report("tests/web/learn/test_e.py::e", "call", spent=A_ROOM),
    ]
    assert [*dear([*elsewhere, *dearest])] == [
        "22 s of processors, of 20: all tests of tests/web/see"
    ]


def test_what_a_test_spends_is_noted_here(request: pytest.FixtureRequest) -> None:
    hooks = request.config.hook.pytest_runtest_makereport.get_hookimpls()
    assert "tests.costs" in {one.function.__module__ for one in hooks}
