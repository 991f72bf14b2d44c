"""The file of a new home has pages in which a closed entry fits."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path


def test_a_new_file_has_pages_in_which_a_closed_entry_fits(tmp_path: Path) -> None:
    environment = os.environ | {"COEQUAL_HOME": str(tmp_path), "PYTHONDEVMODE": "0"}
    environment.pop("COEQUAL_DATABASE", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    prepare = "from coequal.site import server; server.prepare()"
    subprocess.run(
        [sys.executable, "-c", prepare], env=environment, timeout=60, check=True
    )
    database = sqlite3.connect(tmp_path / "coequal.sqlite3")
    assert database.execute("PRAGMA page_size").fetchone() == (16384,)
    database.close()
