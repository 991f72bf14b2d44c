"""Removing what is over: sessions, spaces that nobody kept, invitations, full buckets.

Nothing runs by itself on a timer: this is called when the server starts and when
somebody begins or signs in, so that it works on any machine.
"""

from __future__ import annotations

from coequal.people import pairs, sessions, throttle


def tidy() -> None:
    """Remove everything whose time is over. Safe at any moment, twice at once."""
    sessions.tidy()
    pairs.tidy()
    throttle.tidy()
