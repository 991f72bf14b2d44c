"""Moments that cannot be yet: of a clock that was ahead, or written by hand."""

from __future__ import annotations

from typing import Final

BEYOND: Final = 24 * 60 * 60
"""By so many seconds two clocks may differ; a time still later is none."""


def is_beyond(at: int, *, now: int) -> bool:
    """Whether a second lies further ahead than two clocks may differ."""
    return at > now + BEYOND


def known(at: int, *, now: int) -> int:
    """Return a second, or 0 where it is none: nothing has to wait for it."""
    return 0 if is_beyond(at, now=now) else at
