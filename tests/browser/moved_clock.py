"""A server whose clock a test moves: import `clock` and `base` beside `MovedClock`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.site.server import served

DAY = 24 * 60 * 60


@dataclass(slots=True, kw_only=True)
class MovedClock:
    """The clock of a server: `file` tells it by how many seconds it is ahead."""

    file: Path
    ahead: float = 0

    def forward(self, seconds: float) -> None:
        self.ahead += seconds
        self.file.write_text(str(self.ahead), encoding="utf-8")

    def to_sunday(self) -> None:
        """Go on to the next Sunday at noon, as it is in Greenwich."""
        now = datetime.fromtimestamp(time.time() + self.ahead, UTC)
        days = (6 - now.weekday()) % 7 or 7
        noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
        self.forward((noon - now).total_seconds() + days * DAY)

    def to(self, day: int, *, month: int = 0, hour: int = 12) -> datetime:
        """Go on to the next such day, at half past an hour, as it is in Greenwich."""
        now = datetime.fromtimestamp(time.time() + self.ahead, UTC)
        then = now.replace(hour=hour, minute=30, second=0, microsecond=0)
        while then <= now or then.day != day or month not in {0, then.month}:
            then += timedelta(days=1)
        self.forward((then - now).total_seconds())
        return then


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> MovedClock:
    moved = MovedClock(file=tmp_path_factory.mktemp("clock") / "later")
    moved.forward(0)
    return moved


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, clock: MovedClock) -> Iterator[str]:
    """The address of a server whose clock can be moved."""
    command = [sys.executable, "-m", "tests.browser.moved", str(clock.file)]
    with served(tmp_path_factory.mktemp("moved"), command) as server:
        yield server.base
