"""Print how often changes are told and right; with --write, into their page.

make calibrate, or, with PYTHONPATH=benchmarks:
python benchmarks/calibration/change.py [--write] [--couples N]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from calibration import figures
from calibration.change_overall import heard_table, overall_table, percent
from calibration.tables import head, placed, row
from calibration.world import DIRECT, Story, again, world
from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.instrument import Constants
from coequal.core.see.moved import Moved, change_of
from coequal.core.see.words import Word

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "change.md"
SEED = 40
AREAS = 5
STEPS = 4
WHO = {"one": 1, "two": 2}
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """What is said of every change: an entry a person and area, (n, D, target)."""

    value: Floats
    low: Floats
    high: Floats
    speaks: Bools
    told: Bools


def main() -> None:
    """Make every table once."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--couples", type=int, default=40_000)
    chosen = options.parse_args()
    constants = content(PairType.PARTNERS).instrument.constants
    tables = {
        "moves": "\n".join(moves_table(constants)),
        "coverage": "\n".join(coverage_table(constants, chosen.couples)),
        "told": "\n".join(told_table(constants, chosen.couples)),
        "overall": "\n".join(overall_table(constants, chosen.couples)),
        "heard": "\n".join(heard_table(constants, chosen.couples)),
    }
    page = PAGE.read_text(encoding="utf-8")
    for name, table in tables.items():
        print(f"\n{name}\n{table}")
        page = placed(page, name, table)
    if chosen.write:
        PAGE.write_text(page, encoding="utf-8")
        figures.write("change", tables, couples=chosen.couples)


def moves_table(c: Constants) -> Iterator[str]:
    """What is said of every move that answers can make, beside its sds of noise."""
    yield from head(
        "moved by, steps", "one: change (9 in 10)", "word", "sds of noise",
        "two: change (9 in 10)", "word", "sds of noise",
    )  # fmt: skip
    for half_steps in range(1, 2 * STEPS + 1):
        cells = []
        for people in WHO.values():
            if half_steps * people % 2:
                cells += ["", "", ""]
                continue
            moved = found_for(c, people, half_steps * people // 2)
            by = moved.by
            cells += [
                f"{by.value:.2f} ({by.low:.2f} to {by.high:.2f})",
                moved.word.value,
                f"{moved.sds:.2f}{', told' if moved.told else ''}",
            ]
        yield row(f"{half_steps / 2:g}", *cells)


def coverage_table(c: Constants, couples: int) -> Iterator[str]:
    """How often intervals hold the change, and a told direction is right."""
    yield from head(
        "noise", "sd of true changes",
        *(f"{who}: {what}" for who in WHO for what in ("holds it", "told", "right")),
    )  # fmt: skip
    for noise in (0.6, 0.9, 1.1):
        for tau in (0.3, 0.6, 0.8, 0.9):
            cells = []
            for people in WHO.values():
                change, found = lives(c, people, couples, noise=noise, tau=tau)
                holds = (found.low <= change) & (change <= found.high)
                right = np.sign(found.value) == np.sign(change)
                cells += percent(holds, found.told, right[found.told])
            yield row(f"{noise}", f"{tau}", *cells)


def told_table(c: Constants, couples: int) -> Iterator[str]:
    """How often a change of so many steps is told, and the wrong way round."""
    columns = ("told", "wrong way", "“probably” alone would tell")
    yield from head(
        "true change, steps",
        *(f"{who}: {what}" for who in WHO for what in columns),
        *(f"{who}: anything told in five areas" for who in WHO),
    )
    for by in (0.0, 1.0, 2.0, 3.0):
        cells, any_told = [], []
        for people in WHO.values():
            _, found = lives(c, people, couples, noise=c.noise, by=by)
            ahead: Bools = found.value * by >= 0
            cells += percent(
                found.told & ahead, found.told & ~ahead, found.speaks & ahead
            )
            any_told += percent(found.told.any(axis=(1, 2)))
        yield row(f"{by:g}", *cells, *any_told)


def lives(  # noqa: PLR0913  a story needs its noise and its changes
    c: Constants,
    people: int,
    couples: int,
    *,
    noise: float,
    tau: float = 0.0,
    by: float = 0.0,
) -> tuple[Floats, Found]:
    """Let couples answer twice; return what changed, and what is said of it.

    Each change is `by` steps and a normal one of sd `tau`.
    """
    story = Story(constants=replace(c, noise=noise))
    made = world(story, couples=couples, areas=AREAS, seed=SEED)
    rng = np.random.default_rng([SEED, 1])
    change = by + tau * rng.standard_normal(made.level.shape)
    said = again(story, made, change, seed=SEED + 1)
    return change, found_in(c, (said - made.said)[:, :, :people, :DIRECT])


def found_in(c: Constants, moves: Floats) -> Found:
    """Look every move up: `moves` is (n, D, reporters, target)."""
    people = moves.shape[2]
    reach = people * STEPS
    known = [found_for(c, people, total) for total in range(-reach, reach + 1)]
    at = moves.sum(axis=2).astype(np.intp) + reach
    return Found(
        value=np.array([one.by.value for one in known])[at],
        low=np.array([one.by.low for one in known])[at],
        high=np.array([one.by.high for one in known])[at],
        speaks=np.array([one.word is not Word.EARLY for one in known])[at],
        told=np.array([one.told for one in known])[at],
    )


def found_for(c: Constants, people: int, total: int) -> Moved:
    """Return what is said where the accounts of so many moved by this together."""
    moved = change_of(c, (total, *([0] * (people - 1))))
    assert moved is not None
    return moved


if __name__ == "__main__":
    main()
