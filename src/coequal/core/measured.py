"""A number that knows how sure it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A value with its 90 % interval, in the unit of whatever is measured.

    >>> -Estimate(value=0.5, low=-0.1, high=1.1)
    Estimate(value=-0.5, low=-1.1, high=0.1)
    """

    value: float
    low: float
    high: float

    def __neg__(self) -> Estimate:
        """Return the same estimate seen from the other seat."""
        return Estimate(value=-self.value, low=-self.high, high=-self.low)
