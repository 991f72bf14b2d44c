"""Two at a time on one machine, whoever asks."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from time import sleep

from coequal.people.kdf_slots import AT_A_TIME, turn

HOLD = """
import sys, time, fcntl, os
file = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
fcntl.flock(file, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


def test_never_more_than_two_stretch_at_once() -> None:
    lock, now, most = Lock(), 0, 0

    def stretch(_: int) -> None:
        nonlocal now, most
        with turn():
            with lock:
                now += 1
                most = max(most, now)
            sleep(0.02)
            with lock:
                now -= 1

    with ThreadPoolExecutor(8) as people:
        list(people.map(stretch, range(8)))
    assert most == AT_A_TIME


def test_another_process_takes_one_of_the_two_places(settings: object) -> None:
    folder = Path(settings.COEQUAL_HOME)  # type: ignore[attr-defined]
    path = str(folder / "stretch-0.lock")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with turn():
            locked = subprocess.run(
                ["flock", "--nonblock", str(folder / "stretch-1.lock"), "true"],
                check=False,
            )
            assert locked.returncode == 1
        assert other.stdin is not None
        other.stdin.close()
