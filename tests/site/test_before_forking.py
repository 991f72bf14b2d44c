"""What the workers of a server get from the process that they are forked from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

AS_SERVED = """
import gc, json, os, sys, threading
from pathlib import Path
from coequal.site import server

server.prepare()
server.Server({}).load()

from django.db import connections

open_files = [os.readlink(file) for file in Path("/proc/self/fd").iterdir()
              if file.is_symlink()]
print(json.dumps({
    "connections": [one.alias for one in connections.all() if one.connection],
    "files": [file for file in open_files if "sqlite" in file],
    "threads": [thread.name for thread in threading.enumerate()],
    "tasks": len(os.listdir("/proc/self/task")),
    "modules": sorted(sys.modules),
    "frozen": gc.get_freeze_count(),
}))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("home")
    environment = os.environ | {"COEQUAL_HOME": str(folder), "PYTHONDEVMODE": "0"}
    environment.pop("COEQUAL_DATABASE", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(
        [sys.executable, "-c", AS_SERVED],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "coequal.sqlite3").is_file()
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_no_connection_to_the_database_is_shared(found: dict[str, Any]) -> None:
    assert found["connections"] == []
    assert found["files"] == []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux")
def test_no_thread_is_there_to_be_lost(found: dict[str, Any]) -> None:
    assert found["threads"] == ["MainThread"]
    assert found["tasks"] == 1
    assert "numpy" in found["modules"]


def test_the_pages_are_loaded_and_stay_shared(found: dict[str, Any]) -> None:
    assert {"coequal.web.urls", "coequal.web.decide.question_views"} <= set(
        found["modules"]
    )
    assert found["frozen"] > 0
