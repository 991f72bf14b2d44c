"""Unix seconds as datetimes, and ids in addresses and forms."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from coequal.core.entry import LAST
from coequal.core.recorded import NAME


def day(second: int) -> datetime:
    """Return unix seconds as a datetime in UTC, for the filter `date`.

    What lies beyond the years that a date can tell is the first or the last of them:
    one row with a time of its own must not take the page away.
    """
    return datetime.fromtimestamp(min(max(second, 0), LAST), UTC)


def short_id(ref: bytes) -> str:
    """Return the id of an entry in an address: half of its ref."""
    return ref[:NAME].hex()


def ref_from(text: str) -> bytes:
    """Return the ref written as hex; b"" if it is not hex."""
    with suppress(ValueError):
        return bytes.fromhex(text)
    return b""
