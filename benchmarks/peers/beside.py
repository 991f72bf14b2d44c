"""Running a peer in a process of its own, with what it needs in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lives import CACHE

HERE: Final = Path(__file__).parent
SOURCE: Final = HERE.parents[1] / "src"
BILLS: Final = "ihatemoney==7.2.1"
LEVELS: Final = ("simdkalman==1.0.4", "statsmodels==0.15.0")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerCost:
    """What one page of a peer costs: ms of the processor, and bytes."""

    ms: float
    size: int


def bare_page() -> PeerCost:
    """Measure a page of Django and nothing else."""
    return _measured(Path(sys.executable), "bare_page.py")


def bills_page() -> PeerCost | None:
    """Measure a page of a hundred bills, or say loudly why not and return None."""
    python = _installed(BILLS)
    return None if python is None else _measured(python, "bills_page.py")


def levels_beside() -> dict[str, Any] | None:
    """Smooth levels beside two peers; or say loudly why not and return None."""
    python = _installed(*LEVELS)
    return None if python is None else _said(python, "levels_beside.py", SOURCE)


def _measured(python: Path, program: str) -> PeerCost:
    return PeerCost(**_said(python, program, HERE.parent))


def _said(python: Path, program: str, path: Path) -> dict[str, Any]:
    """Return what a program prints as JSON, with this folder on its path."""
    environ = os.environ | {"PYTHONPATH": str(path)}
    found = subprocess.run(
        [python, "-W", "ignore", HERE / program],
        env=environ,
        check=True,
        capture_output=True,
        text=True,
    )
    said: dict[str, Any] = json.loads(found.stdout)
    return said


def _installed(*peers: str) -> Path | None:
    """Return the Python of a folder of its own that has the peers, made if absent."""
    folder = CACHE / "peers" / "+".join(peers)
    python, stamp = folder / "bin" / "python", folder / "installed"
    if not stamp.exists():
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        done = subprocess.run(
            [*pip, *peers], check=False, capture_output=True, text=True
        )
        if done.returncode:
            why = done.stderr.strip().splitlines()[-1:] or ["pip failed"]
            names = " AND ".join(peers)
            print(
                f"SKIPPED: {names} CANNOT BE INSTALLED, NOTHING IS COMPARED: {why[0]}"
            )
            return None
        stamp.touch()
    return python
