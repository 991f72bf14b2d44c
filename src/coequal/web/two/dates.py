"""Seconds as days, and ids as they stand in addresses and forms."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime


def day(second: int) -> datetime:
    """Return a second since 1970 as templates write it."""
    return datetime.fromtimestamp(second, UTC)


def short_id(ref: bytes) -> str:
    """Return the id of an entry in an address: half of its ref."""
    return ref[:16].hex()


def ref_from(text: str) -> bytes:
    """Return a ref that a form names; nothing, which is no ref, for anything else."""
    with suppress(ValueError):
        return bytes.fromhex(text)
    return b""
