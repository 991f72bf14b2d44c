"""These homes are looked at on a day on which nothing is due by the calendar."""

from __future__ import annotations

from time import time
from types import SimpleNamespace
from typing import Final

import pytest

from coequal.journal import clock
from coequal.people import zones

TUESDAY: Final = 1
MIDDLE: Final = range(10, 21)
"""Thirteen weeks on it is the middle of a month as well."""


@pytest.fixture(autouse=True)
def an_ordinary_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a Tuesday, neither at the beginning nor at the end of a month."""
    ahead = 0
    while not _is_ordinary(int(time()) + ahead):
        ahead += clock.DAY
    monkeypatch.setattr(clock, "time", SimpleNamespace(time=lambda: time() + ahead))


def _is_ordinary(second: int) -> bool:
    day = zones.day_of(second, zones.WORLD)
    return day.weekday() == TUESDAY and day.day in MIDDLE
