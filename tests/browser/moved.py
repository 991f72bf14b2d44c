"""Serve under a clock that a test moves: `python -m tests.browser.moved FILE serve`.

The file holds by how many seconds it is later here than it is.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from coequal.cli.main import main
from coequal.journal import clock

LATER = Path(sys.argv.pop(1))


def _time() -> float:
    return time.time() + float(LATER.read_text(encoding="utf-8"))


def _run() -> None:
    moved: Any = clock
    moved.time = SimpleNamespace(time=_time)
    main()


if __name__ == "__main__":
    _run()
