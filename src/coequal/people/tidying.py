"""Removing what is over: sessions and their places, invitations, forms, buckets.

Nothing runs by itself on a timer: this is called when the server starts and when
somebody begins or signs in, so that it works on any machine.
"""

from __future__ import annotations

from coequal.people import invitations, sessions, throttle, used_forms


def tidy() -> None:
    """Remove everything whose time is over. Safe at any moment, twice at once."""
    sessions.tidy()
    invitations.tidy()
    used_forms.tidy()
    throttle.tidy()
