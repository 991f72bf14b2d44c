"""How long somebody waits at a served home while strangers load it on purpose.

    python benchmarks/load.py [--seconds N] [--only KIND ...]

A home served as `coequal serve` does, on loopback, and one kind of load after the
other beside it, each for so many seconds. Meanwhile somebody who is signed in reads
pages, and others leave, one after the other; every answer has to be right. Printed
are seconds, what the home took in memory with all that it shares counted once, what
it wrote to its folder for temporary files, and what the strangers were answered.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import sleep
from typing import Any, Final

from loading.attacks import KINDS

HERE: Final = Path(__file__).parent
QUIET: Final = "nobody else"
BARS: Final = {"leaving": 0.5, "pages": 1.0}
"""Seconds within which 99 of 100 answers have to come."""
MEMORY: Final = 500
"""MiB that the home may take, whatever is sent to it."""
WIDE: Final = 22


@dataclass(slots=True, kw_only=True)
class Watch:
    """The most that a process and its children took, looked at again and again."""

    process: int
    temporary: Path
    memory: float = 0
    written: float = 0
    stop: Event = field(default_factory=Event)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look until it is over, from nothing."""
        self.memory, self.written = 0, 0
        self.stop.clear()
        thread = Thread(target=self._look)
        thread.start()
        yield
        self.stop.set()
        thread.join()

    def _look(self) -> None:
        while not self.stop.wait(0.1):
            self.memory = max(self.memory, sum(map(_memory, _family(self.process))))
            files = [one for one in self.temporary.rglob("*") if one.is_file()]
            with suppress(OSError):
                self.written = max(
                    self.written, sum(one.stat().st_size for one in files) / 2**20
                )


def _family(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children")
    with suppress(OSError):
        found = [int(one) for one in children.read_text().split()]
        return [process, *(two for one in found for two in _family(one))]
    return [process]


def _memory(process: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0


def main() -> None:
    """Load a home in each way, then print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=8.0)
    options.add_argument("--only", nargs="*", choices=KINDS, default=list(KINDS))
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(_measured(Path(folder), chosen.only, chosen.seconds))
    print("\n".join(table(rows)))


def _measured(
    folder: Path, kinds: list[str], seconds: float
) -> Iterator[Mapping[str, Any]]:
    os.environ.pop("COEQUAL_DATABASE", None)
    os.environ["COEQUAL_HOME"] = str(folder / "data")
    from coequal.site import server  # noqa: PLC0415  where the home is, is set now

    server.prepare()
    from loading import visitors  # noqa: PLC0415  after setup

    gathered = visitors.gather(visitors.LEAVES * (len(kinds) + 1) * 2)
    with _served(folder) as (port, watch):
        for kind in (QUIET, *kinds):
            with watch.watching(), _attacked(kind, port) as answers:
                found = visitors.measure(port, gathered, seconds)
            yield {
                "kind": kind,
                "watch": (watch.memory, watch.written),
                **found,
                **answers,
            }


@contextmanager
def _attacked(kind: str, port: int) -> Iterator[dict[str, Any]]:
    """Let strangers load the home meanwhile; what they were answered is told after."""
    answers: dict[str, Any] = {"answers": {}}
    if kind == QUIET:
        yield answers
        return
    command = [sys.executable, str(HERE / "loading" / "attacks.py"), kind, str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as strangers:
        sleep(1)  # until all of them are there
        yield answers
        strangers.terminate()
        said, _ = strangers.communicate()
    answers["answers"] = json.loads(said)


@contextmanager
def _served(folder: Path) -> Iterator[tuple[int, Watch]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    temporary = folder / "tmp"
    temporary.mkdir()
    serve = [sys.executable, "-m", "coequal.cli", "serve", "--port", str(port)]
    environment = os.environ | {"TMPDIR": str(temporary)}
    with subprocess.Popen(serve, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield port, Watch(process=server.pid, temporary=temporary)
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        sleep(0.1)
    raise TimeoutError("the home is not served")


def table(rows: list[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines of a table, and whether the bars are reached."""
    cells = f"{'median':>8}{'p99':>8}{'worst':>8}{'n':>6}{'wrong':>6}"
    yield f"{'seconds':{WIDE}} | {'leaving':>35} | {'pages':>35} |  MiB  written"
    yield f"{'':{WIDE}} |{cells} |{cells} |"
    for row in rows:
        memory, written = row["watch"]
        waits = " |".join(_cells(row[what]) for what in BARS)
        said = ", ".join(f"{count} x {what}" for what, count in row["answers"].items())
        yield f"{row['kind']:{WIDE}} |{waits} |{memory:5.0f}{written:9.0f}  {said}"
    short = [f"{row['kind']}: {what}" for row in rows for what in _short(row)]
    bars = f"leaving < {BARS['leaving']} s, pages < {BARS['pages']} s, {MEMORY} MiB"
    yield f"to reach: {bars}; " + (
        f"not reached by {'; '.join(short)}" if short else "reached under every load"
    )


def _cells(waited: Any) -> str:
    times = f"{waited.median:8.3f}{waited.late:8.3f}{waited.worst:8.3f}"
    return f"{times}{waited.number:6}{waited.wrong:6}"


def _short(row: Mapping[str, Any]) -> Iterator[str]:
    for what, bar in BARS.items():
        if row[what].late >= bar or row[what].wrong:
            yield what
    memory, _ = row["watch"]
    if memory >= MEMORY:
        yield "memory"


if __name__ == "__main__":
    main()
