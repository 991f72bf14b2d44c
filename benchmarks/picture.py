"""How long a picture takes, beside the long way and beside plain averaging.

    python benchmarks/picture.py [--couples N]

Correctness first: nothing is timed before the batch, the single couple and a
dense solve written apart agree, and the mirror image is exact.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Callable
from itertools import product
from pathlib import Path
from statistics import NormalDist, median
from time import perf_counter

import numpy as np
import numpy.typing as npt

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import answers_to
from coequal.core.see.instrument import Constants, Instrument
from coequal.core.see.model import batch
from coequal.core.see.picture import picture
from coequal.core.see.prior import CELLS, prior

AREAS = 5
MISSING = 0.05
REPEATS = 200
NAIVE = 2_000
EXAMPLES = Path(__file__).parents[1] / "examples"
Floats = npt.NDArray[np.float64]


def main() -> None:
    """Assert, then measure, then print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--couples", type=int, default=1_000_000)
    couples: int = options.parse_args().couples
    form = content(PairType.PARTNERS).instrument
    said, truth = is_demo(form.constants, couples)
    check(form.constants, said[:300])
    print(f"numpy {np.__version__}, Python {platform.python_version()}")
    one_couple(form)
    many_couples(form.constants, said)
    averaging(form.constants, said, truth)


def is_demo(c: Constants, couples: int) -> tuple[Floats, Floats]:
    """Return answers (n, D, 2, 2) with some missing, and the true differences."""
    rng = np.random.default_rng(3)
    known = prior(c, AREAS)
    said = np.empty((couples, AREAS * CELLS))
    truth = np.empty((couples, AREAS))
    for rows in np.array_split(np.arange(couples), max(1, couples // 100_000)):
        terms = rng.normal(size=(len(rows), known.accounts.shape[1]))
        truth[rows] = terms @ known.wanted[AREAS : 2 * AREAS].T
        heard = c.centre + terms @ known.accounts.T
        heard += rng.normal(0, c.noise, heard.shape)
        said[rows] = np.searchsorted(c.cuts, heard)
    said[rng.random(said.shape) < MISSING] = np.nan
    return said.reshape(-1, AREAS, 2, 2), truth


def check(c: Constants, said: Floats) -> None:
    """Stop unless all ways agree and exchanging the seats mirrors exactly."""
    found = batch(c, said)
    level, variance = naive(c, said)
    assert np.allclose(found.level, level, atol=1e-9)
    assert np.allclose(found.level_sd**2, variance, atol=1e-9)
    for n, one in enumerate(said):
        alone = batch(c, one[None])
        assert np.allclose(alone.gap[0], found.gap[n], atol=1e-12)
        mirror = batch(c, one[None, :, ::-1, ::-1])
        assert (mirror.difference == -alone.difference).all()
        assert (mirror.level == alone.level[..., ::-1]).all()
        assert (mirror.difference_sd == alone.difference_sd).all()
    print(f"checked: {len(said)} couples, dense solve, batch, single, mirror image")


def naive(c: Constants, said: Floats) -> tuple[Floats, Floats]:
    """Solve every couple by itself from a covariance over all cells."""
    known = prior(c, AREAS)
    cells = list(product(range(AREAS), (0, 1), (0, 1)))
    among = np.array([[account_cov(c, x, y) for y in cells] for x in cells])
    people = list(product(range(AREAS), (0, 1)))
    across = np.array([[level_cov(c, p, (y[0], y[2])) for y in cells] for p in people])
    before = np.array([level_cov(c, p, p) for p in people])
    mean = np.empty((len(said), len(people)))
    variance = np.empty_like(mean)
    for n, one in enumerate(said.reshape(len(said), -1)):
        seen = ~np.isnan(one)
        heard = known.scores[one[seen].astype(int)] - c.centre
        noisy = among[np.ix_(seen, seen)] + known.spread * np.eye(int(seen.sum()))
        weights = np.linalg.solve(noisy, across[:, seen].T).T
        mean[n] = c.centre + weights @ heard
        variance[n] = before - (weights * across[:, seen]).sum(axis=1)
    shape = (len(said), AREAS, 2)
    return mean.reshape(shape), variance.reshape(shape)


def level_cov(c: Constants, one: tuple[int, int], two: tuple[int, int]) -> float:
    """Prior covariance of two levels, by (area, person)."""
    (d, t), (d2, t2) = one, two
    sign = 1 if t == t2 else -1
    overall = c.both_overall**2 + sign * c.tilt_overall**2
    return overall + (d == d2) * (c.both_area**2 + sign * c.tilt_area**2)


def account_cov(
    c: Constants, one: tuple[int, int, int], two: tuple[int, int, int]
) -> float:
    """Prior covariance of two accounts, by (area, reporter, target)."""
    (d, r, t), (d2, r2, t2) = one, two
    return (
        level_cov(c, (d, t), (d2, t2))
        + (r == r2) * c.general**2
        + (r == t == r2 == t2) * c.own_side**2
        + (one == two) * c.view**2
    )


def one_couple(form: Instrument) -> None:
    """Time the whole way from answers to a picture, for Kim and Sam."""
    kim, sam = (
        json.loads((EXAMPLES / name).read_text(encoding="utf-8"))["answers"]
        for name in ("kim.json", "sam.json")
    )
    times = timed(
        lambda: picture(form, answers_to(form, kim), answers_to(form, sam)), REPEATS
    )
    told("one couple, answers to picture", times, "ms", 1e3)
    assert median(times) < 1e-3, "one couple takes 1 ms or more"


def many_couples(c: Constants, said: Floats) -> None:
    """Time all couples at once, and the dense solve of a few, interleaved."""
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(3):
        ours += timed(lambda: batch(c, said), 1)
        theirs += timed(lambda: naive(c, said[:NAIVE]), 1)
    percent = f"{100 * MISSING:.0f} % missing"
    told(f"{len(said):,} couples, {percent}", ours, "s", 1)
    told(f"a couple of these, of {len(said):,}", ours, "us", 1e6 / len(said))
    told(f"a couple by a dense solve, of {NAIVE:,}", theirs, "us", 1e6 / NAIVE)
    assert max(ours) < 30, "a batch takes 30 s or more"


def averaging(c: Constants, said: Floats, truth: Floats) -> None:
    """Print how near and how honest the picture and plain averages are."""
    some = said[:20_000]
    whole = ~np.isnan(some).any(axis=(1, 2, 3))
    found, true = batch(c, some[whole]), truth[: len(some)][whole]
    reach = NormalDist().inv_cdf((1 + c.coverage) / 2)
    mean, sd = plain(some[whole])
    for name, value, spread in (
        ("picture", found.difference, found.difference_sd),
        ("plain average of both", mean, sd),
    ):
        rmse = float(np.sqrt(((value - true) ** 2).mean()))
        covered = float((np.abs(value - true) <= reach * spread).mean())
        print(f"{name:42} rmse {rmse:.3f} steps, 90 % interval covers {covered:.1%}")


def plain(said: Floats) -> tuple[Floats, Floats]:
    """Average two accounts of a difference; its error from how far they part."""
    each = said[..., 0] - said[..., 1]
    return each.mean(axis=-1), np.abs(each[..., 0] - each[..., 1]) / 2


def timed(run: Callable[[], object], repeats: int) -> list[float]:
    """Return the seconds of each of some runs, after one that is not counted."""
    if repeats > 1:
        run()
    times = []
    for _ in range(repeats):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return times


def told(name: str, times: list[float], unit: str, scale: float) -> None:
    """Print the least and the middle of some times."""
    least, middle = min(times) * scale, median(times) * scale
    print(f"{name:42} min {least:8.3f} {unit}, median {middle:8.3f} {unit}")


if __name__ == "__main__":
    main()
