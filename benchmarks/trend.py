"""How long levels with gaps take, beside simdkalman and statsmodels in the same run.

    python benchmarks/trend.py

Correctness first: nothing is compared before all three say the same to 1e-6. The model
is the same then, with a drift and a noise that are known; what a person gets tries
every one of a grid, and no peer does that. Times are of the processor.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from statistics import median
from time import process_time

import numpy as np
from calibration.check_ins import GAPS, STATED, said
from peers.beside import levels_beside

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.trend.level import usual
from coequal.core.trend.trend import trend

SERIES, WEEKS = 1_000, 52
SAME = 1e-6
TIMES_AS_FAST = {"simdkalman": 5, "statsmodels": 300}


def main() -> None:
    """Compare with the peers, then time what a person gets."""
    print(f"numpy {np.__version__}, Python {platform.python_version()}")
    print(f"{SERIES:,} series of {WEEKS} weeks, {GAPS:.0%} missing")
    compared()
    people = said(STATED, people=SERIES // len(Facet), weeks=WEEKS, seed=1)
    people[np.random.default_rng(2).random(people.shape) < GAPS] = np.nan
    steps = np.concatenate(np.moveaxis(people, -1, 0)).T
    told("ours, drift and noise unknown", timed(lambda: usual(steps), 5))
    weeks = [as_check_in(one) for one in people[0]]
    told("all of one person: levels and changes", timed(lambda: trend(weeks), 50))


def compared() -> None:
    """Print the times of all, once they say the same; stop where ours are too slow."""
    found = levels_beside()
    if found is None:
        return
    print(", ".join(f"{name} {version}" for name, version in found["versions"].items()))
    for name, apart in found["apart"].items():
        assert apart <= SAME, f"{name} says something else, by {apart}"
    ours = found["times"].pop("ours")
    told("ours, drift and noise known", ours)
    for name, times in found["times"].items():
        ratio = min(times) / min(ours)
        told(f"{name}, the same numbers", times, f", {ratio:.0f} times ours")
        assert ratio >= TIMES_AS_FAST.get(name, 1), f"{name} takes {ratio:.1f} times"


def as_check_in(steps: np.ndarray[tuple[int], np.dtype[np.float64]]) -> CheckIn:
    """Return one week as a person says it."""
    return CheckIn(
        **{
            facet: None if np.isnan(step) else int(step)
            for facet, step in zip(Facet, steps, strict=True)
        }
    )


def timed(run: Callable[[], object], repeats: int) -> list[float]:
    """Return the seconds of each of some runs, after one that is not counted."""
    run()
    times = []
    for _ in range(repeats):
        start = process_time()
        run()
        times.append(process_time() - start)
    return times


def told(name: str, times: list[float], more: str = "") -> None:
    """Print the least and the middle of some times."""
    least, middle = min(times) * 1e3, median(times) * 1e3
    print(f"{name:48} min {least:9.2f} ms, median {middle:9.2f} ms{more}")


if __name__ == "__main__":
    main()
