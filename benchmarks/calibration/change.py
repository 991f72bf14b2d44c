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

from calibration import stories
from calibration.tables import head, placed, row
from calibration.world import DIRECT, Story, again, world
from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.change import (
    RELIABLE,
    RELIABLE_OVER_ALL,
    Moved,
    change_of,
    variance,
)
from coequal.core.see.instrument import Constants
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
    reliable: Bools


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
    }
    page = PAGE.read_text(encoding="utf-8")
    for name, table in tables.items():
        print(f"\n{name}\n{table}")
        page = placed(page, name, table)
    if chosen.write:
        PAGE.write_text(page, encoding="utf-8")


def moves_table(c: Constants) -> Iterator[str]:
    """What is said of every move that answers can make, beside the classic index."""
    yield from head(
        "moved by, steps", "one: change (9 in 10)", "word", "classic index",
        "two: change (9 in 10)", "word", "classic index",
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
                f"{moved.index:.2f}{', reliable' if moved.reliable else ''}",
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
                cells += percent(holds, found.reliable, right[found.reliable])
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
                found.reliable & ahead, found.reliable & ~ahead, found.speaks & ahead
            )
            any_told += percent(found.reliable.any(axis=(1, 2)))
        yield row(f"{by:g}", *cells, *any_told)


def overall_table(c: Constants, couples: int) -> Iterator[str]:
    """How often a change of A's say everywhere is told, and anything if nothing was."""
    yield from head(
        "world",
        *(f"{who}: {by:g} steps" for who in WHO for by in (0.0, 1.0, 1.5)),
    )
    for name, story in stories.told(c).items():
        made = world(story, couples=couples, areas=AREAS, seed=SEED)
        cells = []
        for people in WHO.values():
            for by in (0.0, 1.0, 1.5):
                change = np.zeros_like(made.level)
                change[..., 0] = by
                said = again(story, made, change, seed=SEED + 1)
                moves = (said - made.said)[:, :, :people, :DIRECT]
                cells += percent(over_all(c, moves, by=by))
        yield row(name, *cells)


def over_all(c: Constants, moves: Floats, *, by: float) -> Bools:
    """Say which couples are told that A's say rose; without a rise, anything."""
    _, areas, people, _ = moves.shape
    noise = variance(c)
    pooled = moves.mean(axis=(1, 2)) / (noise / areas / people) ** 0.5
    if by:
        return np.asarray(pooled[:, 0] >= RELIABLE_OVER_ALL)
    each = moves.mean(axis=2) / (noise / people) ** 0.5
    told = (np.abs(each) >= RELIABLE).any(axis=(1, 2))
    return np.asarray(told | (np.abs(pooled) >= RELIABLE_OVER_ALL).any(axis=1))


def percent(*shares: Bools | np.bool_) -> list[str]:
    return [f"{100 * share.mean():.1f}" if share.size else "-" for share in shares]


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
        reliable=np.array([one.reliable for one in known])[at],
    )


def found_for(c: Constants, people: int, total: int) -> Moved:
    """Return what is said where the accounts of so many moved by this together."""
    moved = change_of(c, (total, *([0] * (people - 1))))
    assert moved is not None
    return moved


if __name__ == "__main__":
    main()
