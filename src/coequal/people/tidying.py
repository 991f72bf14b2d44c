"""What is over goes: sessions, spaces nobody kept, invitations, full buckets."""

from __future__ import annotations

from coequal.people import pairs, sessions, throttle


def tidy() -> None:
    """Remove everything whose time is over. Safe at any moment, twice at once."""
    sessions.tidy()
    pairs.tidy()
    throttle.tidy()
