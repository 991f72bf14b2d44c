"""Unix seconds as datetimes, and ids in addresses and forms."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime


def day(second: int) -> datetime:
    """Return unix seconds as a datetime in UTC, for the filter `date`."""
    return datetime.fromtimestamp(second, UTC)


def short_id(ref: bytes) -> str:
    """Return the id of an entry in an address: half of its ref."""
    return ref[:16].hex()


def ref_from(text: str) -> bytes:
    """Return the ref written as hex; b"" if it is not hex."""
    with suppress(ValueError):
        return bytes.fromhex(text)
    return b""
