"""Which sessions were left is known to every process of the server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256

import pytest

from coequal.people import left

IN_ANOTHER_PROCESS = """
import os
from coequal.people import left
child = os.fork()
if not child:
    left.add(b"k" * left.SIZE)
    os._exit(0)
os.waitpid(child, 0)
print(left.is_left(b"k" * left.SIZE))
"""


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    yield
    for key in left.remembered():
        left.discard(key)


def key(number: int) -> bytes:
    return sha256(bytes(number)).digest()


def test_a_key_is_there_until_it_is_discarded() -> None:
    left.add(key(7))
    left.add(key(7))
    assert left.remembered() == [key(7)]
    left.discard(key(7))
    assert not left.is_left(key(7))


def test_a_process_that_was_forked_tells_the_others() -> None:
    said = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS], capture_output=True, check=True
    )
    assert said.stdout == b"True\n"


def test_where_there_is_no_room_one_is_forgotten() -> None:
    for number in range(1, left.MOST + 2):
        left.add(key(number))
    assert left.is_left(key(left.MOST + 1))
    gone = [one for one in range(1, left.MOST + 2) if not left.is_left(key(one))]
    assert len(gone) == 1
    assert len(left.remembered()) == left.MOST
