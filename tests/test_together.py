"""What takes long is found out once in a run, by whichever process comes first."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest
from tests import together as module
from tests.together import together


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run of its own, of which nothing is known yet."""
    monkeypatch.setattr(module, "_run", [tmp_path])
    monkeypatch.setattr(module, "_known", {})
    return tmp_path


def never() -> str:
    raise AssertionError("this was found out before")


def test_it_is_found_once(folder: Path) -> None:
    assert together({"a": lambda: "one", "b": lambda: "two"}) == {
        "a": "one",
        "b": "two",
    }
    assert together({"a": never, "b": never}) == {"a": "one", "b": "two"}


def test_what_another_process_found_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    together({"a": lambda: "one"})
    monkeypatch.setattr(module, "_known", {})
    assert together({"a": never}) == {"a": "one"}


def test_what_somebody_else_is_at_comes_last(folder: Path) -> None:
    order = []
    with (folder / "a.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)

        def meanwhile() -> None:
            order.append("b")
            fcntl.flock(other, fcntl.LOCK_UN)

        together({"a": lambda: order.append("a"), "b": meanwhile})
    assert order == ["b", "a"]


def test_what_cannot_be_found_is_tried_again(folder: Path) -> None:
    with pytest.raises(AssertionError, match="found out before"):
        together({"a": never})
    assert together({"a": lambda: "one"}) == {"a": "one"}
