"""Print the calibration tables; with --write, put them into the algorithm page.

make calibrate, or, with PYTHONPATH=benchmarks:
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

from calibration import figures, stories
from calibration.spoken import Record, record, share, spoken
from calibration.world import DIRECT, Story, World, world
from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.instrument import Constants
from coequal.core.see.model import Posterior, batch

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "picture.md"
AREAS = 5
SEED = 20
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
_REACH = NormalDist().inv_cdf(0.95)


def main() -> None:
    """Make every table once."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--couples", type=int, default=40_000)
    chosen = options.parse_args()
    constants = content(PairType.PARTNERS).instrument.constants
    makers = {
        "words": word_table,
        "hard": hard_table,
        "coverage": coverage_table,
        "patterns": pattern_table,
        "told": told_table,
        "overall": overall_table,
        "priors": prior_table,
    }
    page, tables = PAGE.read_text(encoding="utf-8"), {}
    for name, maker in makers.items():
        tables[name] = "\n".join(maker(constants, chosen.couples))
        print(f"\n{name}\n{tables[name]}")
        page = placed(page, name, tables[name])
    if chosen.write:
        PAGE.write_text(page, encoding="utf-8")
        figures.write("picture", tables, couples=chosen.couples)


def placed(page: str, name: str, table: str) -> str:
    """Return the page with the table between its two markers."""
    pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
    if not re.search(pattern, page, re.DOTALL):
        raise SystemExit(f"{PAGE.name} has no markers for {name}")
    return re.sub(
        pattern, lambda m: f"{m[1]}{table}\n{m[2]}", page, count=1, flags=re.DOTALL
    )


def seen(made: World) -> Iterator[tuple[str, World]]:
    """Yield the couples as two people answered, and as one did alone."""
    yield "two", made
    yield "one", made.alone


def word_table(c: Constants, couples: int) -> Iterator[str]:
    """How often each word is said, and how often it is right, in per cent."""
    yield from _words(c, couples, stories.told(c))


def hard_table(c: Constants, couples: int) -> Iterator[str]:
    """The same where people answer as the model does not think."""
    yield from _words(c, couples, stories.hard(c))


def _words(c: Constants, couples: int, worlds: dict[str, Story]) -> Iterator[str]:
    yield from head(
        "world",
        "answered",
        "any word",
        "clear",
        "wrong sign",
        "probably",
        "wrong sign",
        "below half a step",
        "about the same",
        "below a step",
        "seen differently",
    )
    for name, story in worlds.items():
        made = world(story, couples=couples, areas=AREAS, seed=SEED)
        for who, one in seen(made):
            found = batch(c, one.said)
            held = record(spoken(c, one.said, found), found, made)
            yield row(name, who, *_cells(held))


def _cells(held: Record) -> Iterator[str]:
    for name in Record.__slots__:
        value = getattr(held, name)
        yield "-" if np.isnan(value) else f"{100 * value:.1f}"


def coverage_table(c: Constants, couples: int) -> Iterator[str]:
    """How often the 90 % intervals hold the truth, in per cent, and two slopes."""
    yield from head(
        "world",
        "level",
        "difference",
        "gap",
        "level, one",
        "difference, one",
        "slope of differences, two",
        "one",
    )
    for name, story in stories.shifted(c).items():
        made = world(story, couples=couples, areas=AREAS, seed=SEED)
        both, alone = batch(c, made.said), batch(c, made.alone.said)
        held = [*covered(made, both), *covered(made, alone)[:2]]
        slopes = [
            (made.difference * estimate).sum() / (estimate**2).sum()
            for estimate in (both.apart.mean[:, :-1], alone.apart.mean[:, :-1])
        ]
        yield row(
            name,
            *(f"{100 * one:.1f}" for one in held),
            *(f"{one:.2f}" for one in slopes),
        )


def covered(made: World, found: Posterior) -> list[float]:
    """Share of intervals that hold the truth: level, difference, gap."""
    return [
        share(np.abs(truth - mean) <= _REACH * sd)
        for truth, mean, sd in (
            (made.level, found.level, found.level_sd),
            (made.difference, found.apart.mean[:, :-1], found.apart.sd[:, :-1]),
            (made.gap, found.gap, found.gap_sd),
        )
    ]


def patterns(said: Floats) -> dict[str, Bools]:
    """Return which areas were answered in which way by both, (n, D)."""
    rated = said[..., 0] - said[..., 1]
    direct = (said[..., DIRECT] - 2) * np.array([1.0, -1.0])
    sides = np.sign(rated + direct)
    ends = np.isin(said[..., :DIRECT], (0, 4))
    mirrored = (said[..., 0] + said[..., 1] == 4).all(axis=-1)
    return {
        "all six say it is shared": (rated == 0).all(-1) & (direct == 0).all(-1),
        "both lean to one person": (sides[..., 0] * sides[..., 1] > 0),
        "both name one person by two steps or more": (rated.prod(axis=-1) >= 4)
        & (sides[..., 0] * sides[..., 1] > 0),
        "one says shared, the other names somebody": (
            ((rated == 0) & (direct == 0)).sum(axis=-1) == 1
        ),
        "each names a different person": (sides[..., 0] * sides[..., 1] < 0),
        "all four ratings are ends of the scale": ends.all(axis=(-1, -2)),
        "both leave the other just the rest": mirrored,
    }


def pattern_table(c: Constants, couples: int) -> Iterator[str]:
    """How often intervals of differences hold the truth, by how two answered."""
    yield from head(
        "answers in an area", "of all areas", "as stated", "R1", "R2", "wide"
    )
    shares: dict[str, list[float]] = {}
    for place, story in enumerate(stories.told(c).values()):
        made = world(story, couples=couples, areas=AREAS, seed=SEED)
        apart = batch(c, made.said).apart
        off = np.abs(made.difference - apart.mean[:, :-1])
        held = off <= _REACH * apart.sd[:, :-1]
        for name, where in patterns(made.said).items():
            cells = shares.setdefault(name, [])
            cells += [share(where)] if place == 0 else []
            cells.append(share(held[where]))
    for name, cells in shares.items():
        yield row(name, *(f"{100 * one:.1f}" for one in cells))


def told_table(c: Constants, couples: int) -> Iterator[str]:
    """What is said of a true difference of a certain size, in per cent."""
    yield from head(
        "true difference, steps",
        "answered",
        "names the right one",
        "clearly",
        "names the wrong one",
        "about the same",
    )
    for apart in (0.0, 0.5, 1.0, 1.5, 2.0, 3.0):
        story = Story(constants=c, apart=apart)
        made = world(story, couples=couples, areas=AREAS, seed=SEED)
        for who, one in seen(made):
            found = batch(c, one.said)
            word = spoken(c, one.said, found)[:, 0]
            ahead = found.apart.mean[:, 0] > 0
            names = np.isin(word, ("clear", "probably"))
            held = (
                names & ahead,
                (word == "clear") & ahead,
                names & ~ahead,
                word == "about the same",
            )
            yield row(f"{apart}", who, *(f"{100 * share(one):.1f}" for one in held))


def overall_table(c: Constants, couples: int) -> Iterator[str]:
    """How often somebody is named over all areas, and wrongly, in per cent."""
    yield from head("world", "two: named", "wrong", "one: named", "wrong")
    for name, story in (stories.told(c) | stories.hard(c)).items():
        made = world(story, couples=couples, areas=AREAS, seed=SEED)
        truth, cells = made.difference.mean(axis=1), []
        for _, one in seen(made):
            found = batch(c, one.said)
            named = over_all_areas(c, one.said, found)
            wrong = found.apart.mean[:, -1] * truth < 0
            cells += [share(named), share(wrong[named])]
        yield row(name, *(f"{100 * one:.1f}" for one in cells))


def over_all_areas(c: Constants, said: Floats, found: Posterior) -> Bools:
    """Say for which couples somebody is named over all areas, (n,)."""
    word, apart = spoken(c, said, found), found.apart
    side = np.sign(apart.mean)
    against = ((word == "clear") & (side[:, :-1] == -side[:, -1:])).any(axis=1)
    leans = ~np.isin(word, ("about the same", "seen differently"))
    lean = (leans & (side[:, :-1] == side[:, -1:])).sum(axis=1)
    sure = apart.more[:, -1].max(axis=-1) >= c.overall
    return np.asarray(sure & ~against & (lean >= 2))


_EXAMPLES = {
    "both: A 3, B 3, shared": (3, 3, 2, 3, 3, 2),
    "both: A 3, B 2, A a bit more": (3, 2, 3, 3, 2, 1),
    "A: 3, 2, a bit more me; B: 3, 3, shared": (3, 2, 3, 3, 3, 2),
    "A: 4, 2, clearly me; B: 3, 3, shared": (4, 2, 4, 3, 3, 2),
    "both: A 4, B 1, clearly A": (4, 1, 4, 4, 1, 0),
}
"""What A says of A, of B, and directly; then what B says of them, and directly."""


def prior_table(c: Constants, couples: int) -> Iterator[str]:
    """What the same answers come to where another share of areas is taken for even."""
    del couples
    priors = {
        f"{part:.0%} even": replace(c, even_share=part) for part in (0.4, 0.62, 0.8)
    }
    yield from head("answers in one area, all others even", *priors)
    for name, six in _EXAMPLES.items():
        said = np.full((1, AREAS, 2, 3), 2.0)
        said[0, 0] = np.array(six, dtype=np.float64).reshape(2, 3)
        cells = []
        for constants in priors.values():
            found = batch(constants, said)
            word = spoken(constants, said, found)[0, 0]
            cells.append(f"{found.apart.mean[0, 0]:.1f}, {word}")
        yield row(name, *cells)


def head(*names: str) -> Iterable[str]:
    """Return the two first lines of a table."""
    return row(*names), "|" + "---|" * len(names)


def row(*cells: str) -> str:
    """Return one line of a table."""
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
