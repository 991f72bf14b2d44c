"""The year that benchmarks measure can be lived: no benchmark runs here, but by it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LIVES = Path(__file__).parents[1] / "benchmarks" / "lives.py"


def test_a_year_is_lived_with_as_many_entries_as_were_asked_for(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, str(LIVES), "60"],
        env=os.environ | {"COEQUAL_BENCH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert said.startswith("   60 entries: ")
