"""What a search found, as an address that tells nothing and ends after an hour."""

from __future__ import annotations

import pytest

from coequal.errors import Unreadable, Unsound
from coequal.sealed.found import LASTING, open_found, seal_found
from coequal.sealed.host import Host

HOST = Host.of(key=bytes(range(32)), epoch=bytes(32))
OTHER = Host.of(key=bytes(32), epoch=bytes(32))
NOW = 1_800_000_000
NAMES = ("being-heard", "listening")


def test_what_was_sealed_is_read_for_an_hour() -> None:
    sealed = seal_found(HOST, NAMES, now=NOW)
    assert open_found(HOST, sealed, now=NOW + LASTING - 1) == NAMES
    with pytest.raises(Unreadable):
        open_found(HOST, sealed, now=NOW + LASTING)


def test_nothing_found_is_as_long_as_much() -> None:
    lengths = {len(seal_found(HOST, NAMES * many, now=NOW)) for many in (0, 1, 4)}
    assert len(lengths) == 1


def test_no_other_host_reads_it_and_no_byte_of_it_changes() -> None:
    sealed = seal_found(HOST, NAMES, now=NOW)
    for made in (
        sealed[:-1],
        b"",
        *(
            sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
            for at in range(0, len(sealed), 7)
        ),
    ):
        with pytest.raises((Unreadable, Unsound)):
            open_found(HOST, made, now=NOW)
    with pytest.raises((Unreadable, Unsound)):
        open_found(OTHER, sealed, now=NOW)
