"""`coequal serve` as somebody starts it, from nothing but these settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SETTINGS = (
    *("COEQUAL_HOME", "XDG_DATA_HOME", "COEQUAL_DATABASE", "COEQUAL_HOSTS"),
    *("COEQUAL_HTTPS", "COEQUAL_BEHIND_PROXY", "COEQUAL_HOST_NAME", "PORT"),
    *("DJANGO_SETTINGS_MODULE", "SCRIPT_NAME"),
)


def environment(**settings: str) -> dict[str, str]:
    """Return an environment with these settings of the program and no others."""
    others = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return others | settings


def started(
    *words: str, cwd: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Start a server that is to end by itself."""
    return subprocess.run(
        [sys.executable, "-m", "coequal.cli", "serve", *words],
        env=environment(**settings),
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )


def refused(*words: str, cwd: Path | None = None, **settings: str) -> str:
    """Start a server that cannot work; return its one line."""
    ended = started(*words, cwd=cwd, **settings)
    assert ended.returncode in {1, 2}, ended.stderr
    assert ended.stdout == ""
    (line,) = ended.stderr.splitlines()
    return line
