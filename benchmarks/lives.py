"""Make the lives that the pages and the writes are measured with.

    python benchmarks/lives.py [ENTRIES ...]

A life is a home of its own with two people in it, who share so many entries spread
over a year. Making one takes long, so a finished one is kept, for one state of the
source: in the folder COEQUAL_LIVES, or in benchmarks/var.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

import coequal

if TYPE_CHECKING:
    from living.year import Life

HERE: Final = Path(__file__).parent
SIZES: Final = (60, 602, 6002)
KEPT: Final = Path(os.environ.get("COEQUAL_LIVES") or HERE / "var" / "lives")
_INTO: Final = "COEQUAL_LIFE_TO_MAKE"


def main() -> None:
    """Make the lives that are not there yet, and say how large each is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("entries", type=int, nargs="*", default=SIZES)
    for entries in options.parse_args().entries:
        if os.environ.pop(_INTO, ""):
            _live_here(entries)
            return
        start = perf_counter()
        folder = kept(entries)
        size = (folder / "coequal.sqlite3").stat().st_size
        seconds = perf_counter() - start
        print(f"{entries:5} entries: {size / 1e6:6.2f} MB, ready in {seconds:.1f} s")


def kept(entries: int) -> Path:
    """Return the folder of a finished life, made if this source has none yet."""
    folder = KEPT / f"{_state()}-{entries}"
    if not folder.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=KEPT) as making:
            asked = [sys.executable, __file__, str(entries)]
            home = {"COEQUAL_HOME": making, _INTO: "1"}
            subprocess.run(asked, env=os.environ | home, check=True)
            shutil.copytree(making, folder.with_suffix(".part"), dirs_exist_ok=True)
        folder.with_suffix(".part").rename(folder)
    return folder


def _state() -> str:
    """Name this state of the source, what is committed and what is not yet."""
    files = [*Path(coequal.__path__[0]).rglob("*.py"), *HERE.glob("living/*.py")]
    digest = hashlib.sha256()
    for one in sorted(files):
        digest.update(one.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def copied(entries: int) -> Iterator[Path]:
    """Lend a home with a finished life in it, to be changed and thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(kept(entries), folder, dirs_exist_ok=True))


def set_up() -> None:
    """Set Django up for the home that COEQUAL_HOME names."""
    from coequal.site import server  # noqa: PLC0415  it reads the environment

    server.prepare()


def _live_here(entries: int) -> Life:
    set_up()
    from living import year  # noqa: PLC0415  after setup

    return year.live(entries)


if __name__ == "__main__":
    main()
