"""Processor time of one thing, done again and again; nothing but the standard library.

Peers have a Python of their own and use this too.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time
from typing import Any, Final

FEWEST: Final = 7
SECONDS: Final = 0.6


def cpu_ms(act: Callable[[], Any]) -> float:
    """Return how long it takes once."""
    gc.collect()
    start = process_time()
    act()
    return (process_time() - start) * 1e3


def least_ms(act: Callable[[], Any]) -> float:
    """Return the least of several: what else this machine does only adds to it."""
    times = [cpu_ms(act) for _ in range(FEWEST)]
    while sum(times) < SECONDS * 1e3 and len(times) < 10 * FEWEST:
        times.append(cpu_ms(act))
    return min(times)
