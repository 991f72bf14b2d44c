"""Print the calibration tables; with --write, put them into the algorithm page.

python benchmarks/calibration/tables.py [--write] [--couples N]
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
from world import Story, World, world

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.instrument import Constants
from coequal.core.see.model import Posterior, batch
from coequal.core.see.prior import CELLS, prior

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "picture.md"
AREAS = 5
SEED = 20
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
_STANDARD = NormalDist()


def main() -> None:
    """Make every table once."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--couples", type=int, default=40_000)
    chosen = options.parse_args()
    constants = content(PairType.PARTNERS).instrument.constants
    tables = {
        "coverage": "\n".join(coverage_table(constants, chosen.couples)),
        "words": "\n".join(word_table(constants, chosen.couples)),
        "told": "\n".join(told_table(constants, chosen.couples)),
        "assumptions": "\n".join(assumption_table(constants)),
    }
    page = PAGE.read_text(encoding="utf-8")
    for name, table in tables.items():
        print(f"\n{name}\n{table}")
        page = placed(page, name, table)
    if chosen.write:
        PAGE.write_text(page, encoding="utf-8")


def placed(page: str, name: str, table: str) -> str:
    """Return the page with the table between its two markers."""
    pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
    if not re.search(pattern, page, re.DOTALL):
        raise SystemExit(f"{PAGE.name} has no markers for {name}")
    return re.sub(
        pattern, lambda m: f"{m[1]}{table}\n{m[2]}", page, count=1, flags=re.DOTALL
    )


def stories(c: Constants) -> dict[str, Story]:
    """Return the worlds to try, by what is said about them."""

    def other(**sds: float) -> Story:
        return Story(constants=replace(c, **sds))  # type: ignore[arg-type]

    half = {
        name: getattr(c, name) / 2
        for name in ("both_overall", "tilt_overall", "both_area", "tilt_area")
    }
    biases = {
        f"bias sd {bias}, view {view}": other(general=bias, own_side=bias, view=view)
        for bias in (0.25, 0.9)
        for view in (0.4, 0.6)
    }
    return {
        "as stated": Story(constants=c),
        "as stated, 5 % of answers missing": Story(constants=c, missing=0.05),
        **biases,
        "heavy tails": Story(constants=c, heavy=True),
        "bias sd 0.9, view 0.6, heavy tails": replace(
            other(general=0.9, own_side=0.9), heavy=True
        ),
        "5 % answer the same throughout": Story(constants=c, flat=0.05),
        "10 % answer the same throughout": Story(constants=c, flat=0.1),
        "levels half as far apart": other(**half),
        "noise 1.0 where 0.8 is assumed": other(noise=1.0),
    }


def coverage_table(c: Constants, couples: int) -> Iterator[str]:
    """How often the 90 % intervals hold the truth, in per cent."""
    yield from head(
        "world", "level", "difference", "gap", "level, alone", "difference, alone"
    )
    for name, story in stories(c).items():
        made = world(story, couples=couples, areas=AREAS, seed=SEED)
        both, alone = batch(c, made.said), batch(c, made.alone.said)
        shares = [*covered(c, made, both), *covered(c, made, alone)[:2]]
        yield row(name, *(f"{100 * share:.1f}" for share in shares))


def covered(c: Constants, made: World, found: Posterior) -> list[float]:
    """Share of intervals that hold the truth: level, difference, gap."""
    reach = _STANDARD.inv_cdf((1 + c.coverage) / 2)
    return [
        float((np.abs(truth - mean) <= reach * sd).mean())
        for truth, mean, sd in (
            (made.level, found.level, found.level_sd),
            (made.difference, found.difference, found.difference_sd),
            (made.gap, found.gap, found.gap_sd),
        )
    ]


def word_table(c: Constants, couples: int) -> Iterator[str]:
    """In how many areas a word is said, and how often its sign is right."""
    yield from head(
        "world",
        "says it, two",
        "right",
        "says clear",
        "right",
        "says it, one",
        "right",
        "says clear",
        "right",
    )
    for name, story in stories(c).items():
        made = world(story, couples=couples, areas=AREAS, seed=SEED)
        cells = [
            cell
            for seen in (made, made.alone)
            for level in (c.probably, c.clear)
            for cell in spoken_and_right(made, batch(c, seen.said), level)
        ]
        yield row(name, *cells)


def spoken_and_right(made: World, found: Posterior, level: float) -> tuple[str, str]:
    """Share of areas where a sign is at least this probable, and right."""
    speaks = sure(found, level)
    right = np.sign(found.difference) == np.sign(made.difference)
    return f"{100 * speaks.mean():.1f}", f"{100 * right[speaks].mean():.1f}"


def sure(found: Posterior, level: float) -> Bools:
    """Say where the sign of the difference has this probability."""
    far = _STANDARD.inv_cdf(level) * found.difference_sd
    return np.asarray(np.abs(found.difference) >= far)


def told_table(c: Constants, couples: int) -> Iterator[str]:
    """How often a true difference is told, with the right sign."""
    yield from head(
        "true difference, steps",
        "two: probably or clear",
        "two: clear",
        "two: wrong sign",
        "one: probably or clear",
        "one: clear",
        "one: wrong sign",
    )
    for apart in (0.5, 1.0, 1.5, 2.0, 3.0):
        story = Story(constants=c, apart=apart)
        made = world(story, couples=couples, areas=AREAS, seed=SEED)
        cells = []
        for seen in (made, made.alone):
            found = batch(c, seen.said)
            ahead = found.difference[:, 0] > 0
            for level, right in ((c.probably, ahead), (c.clear, ahead)):
                cells.append((sure(found, level)[:, 0] & right).mean())
            cells.append((sure(found, c.probably)[:, 0] & ~ahead).mean())
        yield row(f"{apart}", *(f"{100 * share:.1f}" for share in cells))


def assumption_table(c: Constants) -> Iterator[str]:
    """How much of an interval would be left if the accounts were known exactly.

    What is left then rests on the assumed sds of biases and views alone: asking
    the same questions again and again could not make it smaller.
    """
    yield from head(
        "", "sd beforehand", "sd after", "sd if accounts were known", "share"
    )
    for name, seen in (("two", range(CELLS)), ("one", range(2))):
        pattern = np.isin(np.arange(AREAS * CELLS) % CELLS, list(seen))
        before, after, exact = sds(c, pattern)
        for quantity, place in (
            ("level", 0),
            ("difference", AREAS),
            ("gap", 2 * AREAS),
        ):
            if name == "one" and quantity == "gap":
                continue
            yield row(
                f"{quantity}, {name}",
                f"{before[place]:.2f}",
                f"{after[place]:.2f}",
                f"{exact[place]:.2f}",
                f"{100 * exact[place] / after[place]:.0f} %",
            )


def sds(c: Constants, pattern: Bools) -> tuple[Floats, Floats, Floats]:
    """Return prior sds, posterior sds, and those with accounts known exactly."""
    known = prior(c, AREAS)
    seen = known.accounts[pattern]
    across = known.wanted @ seen.T
    before = (known.wanted**2).sum(axis=1)
    found = []
    for spread in (known.spread, 1e-9):
        among = seen @ seen.T + spread * np.eye(len(seen))
        explained = (np.linalg.solve(among, across.T).T * across).sum(axis=1)
        found.append(np.sqrt(np.maximum(before - explained, 0)))
    return np.sqrt(before), found[0], found[1]


def head(*names: str) -> Iterable[str]:
    """Return the two first lines of a table."""
    return row(*names), "|" + "---|" * len(names)


def row(*cells: str) -> str:
    """Return one line of a table."""
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
