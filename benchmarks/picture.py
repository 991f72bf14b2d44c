"""How long a picture takes, beside a dense solve, and how near it comes to the truth.

    python benchmarks/picture.py [--couples N]

Correctness first: nothing is timed before the batch, the single couple and a
dense solve written apart agree, and the mirror image is exact. Times are of the
processor, so that what else the machine does counts for little.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import numpy as np
import numpy.typing as npt
from calibration.world import Story, world
from seeing import dense, plain

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.instrument import Constants, Instrument
from coequal.core.see.model import batch
from coequal.core.see.picture import picture
from coequal.core.see.versions import read

AREAS = 5
MISSING = 0.05
REPEATS = 200
DENSE = 20_000
COMPARED = 200_000
PORTION = 100_000
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
    """Return answers (n, D, 2, 3) with some missing, and the true differences."""
    story = Story(constants=c, missing=MISSING)
    made = [
        world(story, couples=some, areas=AREAS, seed=seed)
        for seed, some in enumerate(chunks(couples))
    ]
    said = np.concatenate([one.said for one in made])
    return said, np.concatenate([one.difference for one in made])


def chunks(couples: int) -> list[int]:
    """Return the couples in portions that fit into memory."""
    whole, rest = divmod(couples, PORTION)
    return [PORTION] * whole + [rest] * bool(rest)


def check(c: Constants, said: Floats) -> None:
    """Stop unless all ways agree and exchanging the seats mirrors exactly."""
    found = batch(c, said)
    assert np.allclose(found.level[..., 0], dense.solve(c, said), atol=1e-9)
    for n, one in enumerate(said):
        alone = batch(c, one[None])
        assert np.allclose(alone.gap[0], found.gap[n], atol=1e-12)
        mirror = batch(c, one[None, :, ::-1][..., [1, 0, 2]])
        assert (mirror.apart.mean == -alone.apart.mean).all()
        assert (mirror.level == alone.level[..., ::-1]).all()
        assert (mirror.apart.sd == alone.apart.sd).all()
    print(f"checked: {len(said)} couples, dense solve, batch, single, mirror image")


def one_couple(form: Instrument) -> None:
    """Time the whole way from answers to a picture, for Kim and Sam."""
    kim, sam = (
        json.loads((EXAMPLES / name).read_text(encoding="utf-8"))["answers"]
        for name in ("kim.json", "sam.json")
    )
    times = timed(lambda: picture(form, read(form, kim), read(form, sam)), REPEATS)
    told("one couple, answers to picture", times, "ms", 1e3)
    assert median(times) < 1e-3, "one couple takes 1 ms or more"


def many_couples(c: Constants, said: Floats) -> None:
    """Time all couples at once; then some of them, and one stacked dense solve."""
    every, ours, theirs = list[float](), list[float](), list[float]()
    some = said[:DENSE]
    for _ in range(3):
        every += timed(lambda: batch(c, said), 1)
        ours += timed(lambda: batch(c, some), 1)
        theirs += timed(lambda: dense.solve(c, some), 1)
    told(f"{len(said):,} couples, {100 * MISSING:.0f} % missing", every, "s", 1)
    told(f"a couple, of {len(said):,}", every, "us", 1e6 / len(said))
    told(f"a couple, of {len(some):,}", ours, "us", 1e6 / len(some))
    told(f"a couple by a dense solve, of {len(some):,}", theirs, "us", 1e6 / len(some))
    print(f"the dense solve takes {min(theirs) / min(ours):.1f} times as long")
    assert max(every) < 60, "a batch takes 60 s or more"


def averaging(c: Constants, said: Floats, truth: Floats) -> None:
    """Print how near and how honest the picture and plain averages are."""
    print(f"{'':18}{'':18}{'rmse':>8}{'slope':>8}{'covers':>9}{'half width':>12}")
    found = list(plain.compared(c, said[:COMPARED], truth[:COMPARED]))
    for one in found:
        near = f"{one.rmse:8.3f}{one.slope:8.3f}{one.covers:9.1%}{one.half:12.2f}"
        print(f"{one.case:18}{one.name:18}{near}")
    missing = {one.name: one.rmse for one in found if one.case == plain.MISSING}
    assert missing["picture"] == min(missing.values()), "an average comes nearer"


def timed(run: Callable[[], object], repeats: int) -> list[float]:
    """Return the seconds of each of some runs, after one that is not counted."""
    if repeats > 1:
        run()
    times = []
    for _ in range(repeats):
        start = process_time()
        run()
        times.append(process_time() - start)
    return times


def told(name: str, times: list[float], unit: str, scale: float) -> None:
    """Print the least and the middle of some times."""
    least, middle = min(times) * scale, median(times) * scale
    print(f"{name:42} min {least:8.3f} {unit}, median {middle:8.3f} {unit}")


if __name__ == "__main__":
    main()
