"""`coequal serve` as a process of its own, with a folder of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A running server: where it answers, where it writes, and its process."""

    base: str
    folder: Path
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """Pull the plug: no process gets to say goodbye."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


HERE = (sys.executable, "-m", "coequal.cli")


@contextmanager
def served(folder: Path, coequal: Sequence[str] = HERE) -> Iterator[Served]:
    """Serve from a folder that holds the data, the log and all temporary files.

    `coequal` is the command: that of this checkout, unless another is named.
    """
    data, temporary = folder / "data", folder / "tmp"
    temporary.mkdir(exist_ok=True, parents=True)
    port = _free_port()
    environment = os.environ | {
        "COEQUAL_HOME": str(data),
        "TMPDIR": str(temporary),
        "PYTHONDEVMODE": "0",
    }
    environment.pop("COEQUAL_DATABASE", None)
    command = [*coequal, "serve", "--port", str(port)]
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            command, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    running = Served(base=f"http://127.0.0.1:{port}", folder=folder, process=process)
    try:
        _wait(running)
        yield running
    finally:
        running.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(running: Served) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(URLError, ConnectionError, TimeoutError):
            urlopen(f"{running.base}/left/", timeout=5).close()
            return
        assert running.process.poll() is None, (running.folder / "log").read_text()
        time.sleep(0.1)
    raise AssertionError("the server did not answer within a minute")
