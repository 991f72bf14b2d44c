"""What is over goes: visits, spaces nobody kept, invitations, full buckets."""

from __future__ import annotations

from coequal.people import pairs, patience, visits


def tidy() -> None:
    """Remove everything whose time is over. Safe at any moment, twice at once."""
    visits.tidy()
    pairs.tidy()
    patience.tidy()
