"""A home that another version made ends the start in one line, as it was."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path


def started(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"COEQUAL_HOME": str(home), "PYTHONDEVMODE": "0"}
    environment.pop("COEQUAL_DATABASE", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.run(
        [sys.executable, *command],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_start_in_a_home_of_another_version_ends_in_one_line(tmp_path: Path) -> None:
    prepare = "from coequal.site import server; server.prepare()"
    assert started(tmp_path, "-c", prepare).returncode == 0
    file = tmp_path / "coequal.sqlite3"
    with sqlite3.connect(file) as database:
        database.execute("ALTER TABLE journal_installation DROP COLUMN form")
        # As if a table were still to come: nothing may be added to such a home.
        database.execute("DELETE FROM django_migrations WHERE app = 'people'")
    database.close()
    before = file.read_bytes()
    ended = started(tmp_path, "-m", "coequal.cli", "serve", "--port", "0")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("coequal: this home was made by an earlier version")
    assert file.read_bytes() == before
