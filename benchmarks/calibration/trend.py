"""Print how bands hold and how changes are told; with --write, into their page.

make calibrate, or, with PYTHONPATH=benchmarks:
python benchmarks/calibration/trend.py [--write] [--people N]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from calibration.check_ins import STATED, WORLDS, Weeks, said, wandering
from calibration.tables import head, placed, row
from coequal.core.month.check_in import TOP, Facet
from coequal.core.trend.level import NOISES, usual
from coequal.core.trend.shift import (
    FACETS,
    FEWEST,
    NEWEST,
    TOLD_FROM,
    WINDOW,
    Pool,
    sds,
)

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "trend.md"
SEED = 50
LOOKS = 25
LATER = 40  # the window is full at the end of these looks
DRIFTS = (0.05, 0.1, 0.2, 0.3)
WEEKS = (12, 26, 52)
BEFORE = (8, 10, 13, 16, 20, 26, 32, 40)
SHIFTS = (0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
REACH = 1.645
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def main() -> None:
    """Make every table once."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--people", type=int, default=4_000)
    chosen = options.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    for name, table in TABLES.items():
        made = "\n".join(table(chosen.people))
        print(f"\n{name}\n{made}", flush=True)
        page = placed(page, name, made)
    if chosen.write:
        PAGE.write_text(page, encoding="utf-8")


def bands_table(people: int) -> Iterator[str]:
    """How often a 90 % band holds the level of a week, and how wide it is."""
    yield from head(
        "drift", "noise", "levels round",
        *(f"{weeks} weeks: {what}" for weeks in WEEKS for what in ("holds it", "half")),
    )  # fmt: skip
    rng = np.random.default_rng(SEED)
    drawn = rng.choice(DRIFTS, people), rng.choice(NOISES, people)
    for level in (3.0, 5.0, 6.0):
        yield row("any", "any", f"{level:g}", *band_cells(*drawn, level))
    for drift in (0.0, *DRIFTS):
        for noise in NOISES[1], NOISES[-2]:
            every = np.full(people, drift), np.full(people, noise)
            yield row(f"{drift:g}", f"{noise:g}", "3", *band_cells(*every, 3.0))


def band_cells(drift: Floats, noise: Floats, centre: float) -> Iterator[str]:
    for weeks in WEEKS:
        level, steps = wandering(drift, noise, weeks, centre, seed=SEED)
        holds, half = held(level, steps)
        yield f"{100 * holds:.1f}"
        yield f"{half:.2f}"


def held(level: Floats, steps: Floats) -> tuple[float, float]:
    """Return how often a band holds the level, and half of how wide it is."""
    mean, sd = usual(steps)
    low, high = (np.clip(mean + side * REACH * sd, 0, TOP) for side in (-1, 1))
    inside = np.clip(level, 0, TOP)
    answered = np.isfinite(steps)
    begun, goes_on = (
        np.logical_or.accumulate(answered[::way])[::way] for way in (1, -1)
    )
    told = begun & goes_on
    holds = (low <= inside) & (inside <= high)
    return float(holds[told].mean()), float((high - low)[told].mean() / 2)


def alarms(how: Weeks, people: int, first: int) -> float:
    """Return the share of people told of anything in looks from this point on."""
    kept = 1 - how.gaps
    weeks = range(round(first / kept), round((first + LOOKS) / kept))
    steps = said(how, people=people, weeks=weeks[-1] + 1, seed=SEED)
    return float(np.any([told(steps, weeks, pool) for pool in Pool], axis=0).mean())


def told(steps: Floats, weeks: range, pool: Pool, way: int = 0) -> Bools:
    """Say who is told of a change of a series in a look at any of these weeks.

    `way` is 1 for upwards only, -1 for downwards.
    """
    facets = [list(Facet).index(one) for one in FACETS[pool]]
    found = np.zeros(len(steps), dtype=np.bool_)
    for week in weeks:
        moved = sds(steps[:, max(0, week - WINDOW) : week, facets])
        found |= (moved * way if way else np.abs(moved)) >= TOLD_FROM
    return found


def power_table(people: int) -> Iterator[str]:
    """How often a shift is told within twelve points, by how many there were before."""
    yield from head("points before", *(f"{shift:g} SD" for shift in SHIFTS))
    for before in BEFORE:
        shares = (power(STATED, people, before, shift) for shift in SHIFTS)
        yield row(f"{before}", *(f"{100 * share:.0f}" for share in shares))


def worlds_table(people: int) -> Iterator[str]:
    """How many are told something though nothing changed, and of what has."""
    yield from head(
        "world", "nothing changed: first 25 looks", "nothing changed: later 25 looks",
        "1.5 SD up after 20 points", "1.5 SD up after 26", "1.5 SD down after 26",
    )  # fmt: skip
    for name, how in WORLDS.items():
        shares = [alarms(how, people, first) for first in (FEWEST, LATER)]
        whole = replace(how, gaps=0.0)
        shares += [power(whole, people, before, 1.5) for before in (20, 26)]
        shares.append(power(whole, people, 26, -1.5))
        yield row(name, *(f"{100 * share:.1f}" for share in shares))


def power(how: Weeks, people: int, before: int, shift: float) -> float:
    """Return how often a shift of so many SD is told, the mean of both series."""
    weeks = range(before + 1, before + NEWEST + 1)
    shares = []
    for pool in Pool:
        moved = shift * week_to_week(how, pool)
        steps = said(
            how,
            people=people // 2,
            weeks=weeks[-1],
            seed=SEED,
            moved=moved,
            since=before,
        )
        shares.append(told(steps, weeks, pool, way=1 if shift > 0 else -1).mean())
    return float(np.mean(shares))


def week_to_week(how: Weeks, pool: Pool) -> float:
    """Return the sd of a series about the mean of its person, if nothing changed."""
    facets = [list(Facet).index(one) for one in FACETS[pool]]
    whole = replace(how, left_out="", gaps=0.0)
    steps = said(whole, people=2_000, weeks=WINDOW, seed=SEED)
    points = steps[..., facets].mean(axis=-1)
    return float(np.sqrt(np.nanvar(points, axis=1, ddof=1).mean()))


TABLES = {"bands": bands_table, "worlds": worlds_table, "power": power_table}


if __name__ == "__main__":
    main()
