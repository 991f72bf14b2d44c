"""Two at a time on one machine, a few who wait, and nobody behind them."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from time import sleep

import pytest
from tests.people.waiting import holding

from coequal.people.kdf_slots import AT_A_TIME, Busy, Tickets, ticket, turn

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

    with ThreadPoolExecutor(Tickets.HERE) as people:
        list(people.map(stretch, range(Tickets.HERE)))
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


@pytest.mark.parametrize("who", Tickets)
def test_whoever_finds_the_room_full_is_told_at_once(who: Tickets) -> None:
    with holding(who), pytest.raises(Busy), ticket(who):
        pytest.fail("there is no ticket")


@pytest.mark.parametrize(
    ("many", "one"),
    [(Tickets.JOINING, Tickets.STRANGER), (Tickets.STRANGER, Tickets.HERE)],
)
def test_those_who_fill_their_tickets_leave_others_theirs(
    many: Tickets, one: Tickets
) -> None:
    with holding(many), ticket(one) as mine:
        assert mine >= many


def test_whoever_has_a_choice_leaves_the_first_tickets_to_those_who_have_none() -> None:
    with (
        ticket(Tickets.STRANGER),
        ticket(Tickets.STRANGER),
        ticket(Tickets.JOINING) as mine,
    ):
        assert mine < Tickets.JOINING


def test_whoever_has_a_ticket_needs_no_other() -> None:
    with ticket(Tickets.HERE) as mine, holding(mine), turn():
        assert mine == Tickets.HERE - 1


def test_whoever_has_none_needs_one_for_a_turn() -> None:
    with holding(Tickets.HERE), pytest.raises(Busy), turn():
        pytest.fail("there is no ticket")


def test_a_ticket_is_free_again_when_its_turn_is_over() -> None:
    for _ in range(Tickets.HERE + 1):
        with turn():
            pass


def test_a_worker_has_threads_to_spare_when_the_room_is_full() -> None:
    from coequal.site.server import THREADS  # noqa: PLC0415  of the whole program

    assert THREADS > Tickets.HERE + 1
