"""Make the lives that the pages and the writes are measured with.

    python benchmarks/lives.py [ENTRIES ...]

A life is a home of its own with two people in it, who share so many entries spread
over a year. Making one takes long, so a finished one is kept, for one state of the
source: in the folder COEQUAL_BENCH, or in benchmarks/var.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import coequal

HERE: Final = Path(__file__).parent
SIZES: Final = (60, 602, 6002)
CACHE: Final = Path(os.environ.get("COEQUAL_BENCH") or HERE / "var")


def main() -> None:
    """Make the lives that are not there yet, and say how large each is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("entries", type=int, nargs="*", default=SIZES)
    options.add_argument("--here", action="store_true", help="into COEQUAL_HOME")
    chosen = options.parse_args()
    for entries in chosen.entries:
        if chosen.here:
            _live_here(entries)
            continue
        start = perf_counter()
        size = (finished(entries) / "coequal.sqlite3").stat().st_size
        seconds = perf_counter() - start
        print(f"{entries:5} entries: {size / 1e6:6.2f} MB, ready in {seconds:.1f} s")


def finished(entries: int) -> Path:
    """Return the folder of a finished life, made if this source has none yet."""
    folder = CACHE / "lives" / f"{_state()}-{entries}"
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Named only when it is finished: whatever was cut short is nobody's life.
        with tempfile.TemporaryDirectory(dir=folder.parent) as making:
            _run(Path(__file__), str(entries), home=Path(making))
            shutil.copytree(making, folder.with_suffix(".part"), dirs_exist_ok=True)
        folder.with_suffix(".part").rename(folder)
    return folder


def _state() -> str:
    """Name this state of the source: what is committed, and what is not yet."""
    files = [*Path(coequal.__path__[0]).rglob("*.py"), HERE / "living" / "year.py"]
    digest = hashlib.sha256()
    for one in sorted(files):
        digest.update(one.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def copied(entries: int) -> Iterator[Path]:
    """Lend a home with a finished life in it, to be changed and thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(finished(entries), folder, dirs_exist_ok=True))


def asked(program: str, entries: int, *words: str) -> Any:
    """Run a program in a life, in a process of its own, and return what it measured.

    It is run with `--here` and these words, and prints that as JSON.
    """
    with copied(entries) as home:
        return json.loads(_run(Path(program), *words, home=home))


def _run(program: Path, *words: str, home: Path) -> str:
    asked = [sys.executable, str(program), "--here", *words]
    environ = os.environ | {"COEQUAL_HOME": str(home)}
    return subprocess.run(
        asked, env=environ, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def set_up() -> None:
    """Set Django up for the home that COEQUAL_HOME names."""
    from coequal.site import server  # noqa: PLC0415  it reads the environment

    server.prepare()


def _live_here(entries: int) -> None:
    set_up()
    from living import year  # noqa: PLC0415  after setup

    year.live(entries)


if __name__ == "__main__":
    main()
