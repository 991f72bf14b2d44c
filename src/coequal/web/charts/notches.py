"""The seven notches of a check-in: 0 is the lowest, 6 the highest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from coequal.errors import Unsound

TOP: Final = 6


def check(steps: Iterable[int | None]) -> None:
    """Raise `Unsound` if a step is on no notch; `None` was not said."""
    if any(step is not None and not 0 <= step <= TOP for step in steps):
        message = f"a check-in has steps from 0 to {TOP}"
        raise Unsound(message)
