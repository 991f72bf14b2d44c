from __future__ import annotations

from coequal.core.measured import Estimate


def test_an_estimate_seen_from_the_other_seat_swaps_its_ends() -> None:
    assert -Estimate(value=0.5, low=-0.25, high=1.25) == Estimate(
        value=-0.5, low=-1.25, high=0.25
    )
