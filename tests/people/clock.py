"""A clock that tests can move."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coequal.journal import clock


def move(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    """Let this much time pass."""
    before: Callable[[], int] = clock.now
    monkeypatch.setattr(clock, "now", lambda: before() + seconds)
