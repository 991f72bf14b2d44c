"""Print how often findings are told and right; with --write, into their page.

make calibrate, or, with PYTHONPATH=benchmarks:
python benchmarks/calibration/findings.py [--write] [--couples N] [--pair TYPE]

The page shows partners in full, and how much is told to every type of pair; with
--pair only that type is drawn, and nothing is written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from calibration.tables import head, placed, row
from calibration.world import Story, World, world
from coequal.content.findings import finding_words
from coequal.content.load import content
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import Answers, answers_to, may_open, opened_only
from coequal.core.see.findings import Finding, findings
from coequal.core.see.instrument import Area, ChapterName, Constants, Instrument
from coequal.core.see.patterns import Card, Certainty, Over
from coequal.core.see.picture import picture
from coequal.core.see.words import Word

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "findings.md"
SEED = 30
WORDS = finding_words()
PATTERNS = {pattern.id: pattern for pattern in WORDS.patterns}
INFERS = {Certainty.PROBABLY, Certainty.CLEAR}
FEW = (
    "as stated",
    "content pairs",
    "near to even",
    "unequal pairs",
    "40 % of answers missing",
)
LEADING = ("as stated", "each keeps three parts", "each keeps five parts")
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """What the short form asks of one type of pair: its areas, and ids of facts."""

    form: Instrument
    areas: tuple[Area, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A world of accounts, and what else is said in it.

    `restless` is how far a wish follows what one's own say falls short of; `glad`
    shifts what is said of being heard and of trust, in steps of that scale. `keeps`
    is how many of their parts each person leaves out: one by the rule, or more.
    """

    story: Story
    restless: float = 0.5
    glad: float = 0.0
    keeps: int = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lives:
    """`made` with wishes (n, D, seat) and facts (n, item, seat), as `asked`.

    `order` (n, seat, part) is the order in which parts are left out.
    """

    asked: Asked
    made: World
    wishes: Floats
    facts: Floats
    order: npt.NDArray[np.intp]
    keeps: int


def short_form(kind: PairType) -> Asked:
    """Return what one type of pair is asked before anybody is curious for more."""
    form = content(kind).instrument
    return Asked(
        form=form,
        areas=tuple(a for a in form.areas if a.chapter is ChapterName.SHORT),
        facts=tuple(
            item
            for part in form.others
            if part.chapter is ChapterName.SHORT
            for item in part.items
        ),
    )


def lives(c: Constants) -> dict[str, Life]:
    """Return the worlds to try, by what is said about them."""
    stated = Story(constants=c)
    tilted = Story(constants=replace(c, tilt_overall=1.2))
    even = Story(
        constants=replace(
            c, both_overall=0.2, tilt_overall=0.25, both_area=0.3, tilt_area=0.55
        )
    )
    return {
        "as stated": Life(story=stated),
        "content pairs": Life(story=stated, restless=0.15, glad=0.6),
        "restless pairs": Life(story=stated, restless=0.9, glad=-0.8),
        "near to even": Life(story=even),
        "near to even, content": Life(story=even, restless=0.15, glad=0.6),
        "unequal pairs": Life(story=tilted),
        "unequal pairs, content": Life(story=tilted, restless=0.15, glad=0.6),
        "20 % of answers missing": Life(story=replace(stated, missing=0.2)),
        "40 % of answers missing": Life(story=replace(stated, missing=0.4)),
        "10 % answer the same throughout": Life(story=replace(stated, flat=0.1)),
        "each keeps three parts": Life(story=stated, keeps=3),
        "each keeps five parts": Life(story=stated, keeps=5),
    }


def live(asked: Asked, life: Life, *, couples: int, seed: int) -> Lives:
    """Draw couples with everything they say. Facts lean on the say one has."""
    made = world(life.story, couples=couples, areas=len(asked.areas), seed=seed)
    rng = np.random.default_rng(seed + 1)
    own = np.stack((made.account[:, :, 0, 0], made.account[:, :, 1, 1]), axis=-1)
    ideal = rng.normal(2.3, 0.6, own.shape)
    wishes = life.restless * (ideal - own) + rng.normal(0, 0.4, own.shape)
    mood = rng.normal(0, 0.5, (couples, 1, 1))
    felt = (own.mean(axis=1) - 2)[:, None, :]
    shape = (couples, len(asked.facts), 2)
    trust = np.array([name.startswith("trust") for name in asked.facts])[None, :, None]
    facts = (
        np.where(trust, 3.0, 2.5 + 0.4 * felt)
        + life.glad
        + mood
        + rng.normal(0, 0.5, (couples, 1, 2))
        + rng.normal(0, 0.6, shape)
    )
    missing = life.story.missing
    return Lives(
        asked=asked,
        made=made,
        wishes=_left_out(rng, missing, np.clip(np.rint(wishes), -2, 2)),
        facts=_left_out(rng, missing, np.clip(np.rint(facts), 0, 4)),
        order=rng.random((couples, 2, len(asked.form.parts))).argsort(axis=-1),
        keeps=life.keeps,
    )


def _left_out(rng: np.random.Generator, share: float, said: Floats) -> Floats:
    return np.where(rng.random(said.shape) < share, np.nan, said)


def told(lived: Lives, couple: int) -> tuple[Finding, ...]:
    """Return what the first picture of one couple shows, by the shipped path."""
    both = of_couple(lived, couple)
    return findings(picture(lived.asked.form, both.a, both.b), WORDS.patterns)


def in_common(lived: Lives, couple: int) -> bool:
    """Say whether anything was opened by both."""
    form, both = lived.asked.form, of_couple(lived, couple)
    return bool(set(may_open(form, both.a)) & set(may_open(form, both.b)))


def told_alone(lived: Lives, couple: int) -> tuple[Finding, ...]:
    """Return what one's own picture shows."""
    drawn = picture(lived.asked.form, _answers(lived, couple, 0))
    return findings(drawn, WORDS.patterns)


def of_couple(lived: Lives, couple: int) -> Pair[Answers]:
    """Return what each of a couple opens."""
    return Pair(a=_opened(lived, couple, 0), b=_opened(lived, couple, 1))


def _opened(lived: Lives, couple: int, seat: int) -> Answers:
    """Leave out at random as many parts as this world keeps, and at least one."""
    form = lived.asked.form
    answers = _answers(lived, couple, seat)
    may = may_open(form, answers)
    shuffled = [form.parts[place].id for place in lived.order[couple, seat]]
    answered = [part for part in shuffled if part in may]
    return opened_only(form, answers, answered[lived.keeps :])


def _answers(lived: Lives, couple: int, seat: int) -> Answers:
    asked = lived.asked
    said = lived.made.said[couple]
    given = {
        name: value
        for place, area in enumerate(asked.areas)
        for name, value in (
            (area.mine, said[place, seat, seat]),
            (area.yours, said[place, seat, 1 - seat]),
            (area.wish, lived.wishes[couple, place, seat]),
            (area.who, said[place, seat, 2]),
        )
        if name is not None
    } | dict(zip(asked.facts, lived.facts[couple, :, seat], strict=True))
    numbers = {key: int(value) for key, value in given.items() if not np.isnan(value)}
    return answers_to(asked.form, numbers)


def speaks(found: Finding) -> bool:
    """Say whether a finding tells something: no step, nothing too early."""
    return found.card is not Card.STEP and found.word is not Word.EARLY


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seen:
    """What was told of one world: of the pairs with anything in common."""

    lived: Lives
    ours: Mapping[int, tuple[Finding, ...]]
    alone: tuple[tuple[Finding, ...], ...]


def looks(kind: PairType, couples: int) -> dict[str, Seen]:
    """Draw every world of one type of pair."""
    asked = short_form(kind)
    worlds = lives(asked.form.constants)
    return {name: look(asked, life, couples) for name, life in worlds.items()}


def look(asked: Asked, life: Life, couples: int) -> Seen:
    """Draw one world and every first picture in it."""
    lived = live(asked, life, couples=couples, seed=SEED)
    return Seen(
        lived=lived,
        ours={n: told(lived, n) for n in range(couples) if in_common(lived, n)},
        alone=tuple(told_alone(lived, n) for n in range(couples)),
    )


def first_table(seen: Mapping[str, Seen]) -> Iterator[str]:
    """How much the first pictures tell, in per cent of the pairs."""
    yield from head(
        "world",
        "wishes: good as it is",
        "anything opened by both",
        "a finding",
        "seen alike",
        "seen differently",
        "a wish",
        "a step",
        "findings, mean",
        "alone: a finding",
    )
    for name, one in seen.items():
        ours = list(one.ours.values())
        wishes = one.lived.wishes[~np.isnan(one.lived.wishes)]
        yield row(
            name,
            percent(wishes == 0),
            percent(n in one.ours for n in range(len(one.alone))),
            percent(any(map(speaks, found)) for found in ours),
            *(
                percent(any(f.card is card for f in found) for found in ours)
                for card in Card
            ),
            f"{np.mean([sum(map(speaks, found)) for found in ours]):.1f}",
            percent(any(map(speaks, found)) for found in one.alone),
        )


def types_table(seen: Mapping[PairType, Mapping[str, Seen]]) -> Iterator[str]:
    """In how many pictures of each type of pair there is a finding, in per cent."""
    yield from head("world", *seen)
    for name in next(iter(seen.values())):
        pictures = (one[name].ours.values() for one in seen.values())
        yield row(
            name, *(percent(any(map(speaks, f)) for f in found) for found in pictures)
        )


def leads_table(seen: Mapping[str, Seen]) -> Iterator[str]:
    """Which pattern a picture begins with, in per cent, in the order of the file."""
    yield from head("pattern", *seen)
    first = {
        name: [found[0].pattern if found else "" for found in one.ours.values()]
        for name, one in seen.items()
    }
    for pattern in [*(p.id for p in WORDS.patterns if not p.alone), ""]:
        if any(pattern in leading for leading in first.values()):
            shares = (percent(p == pattern for p in one) for one in first.values())
            yield row(f"`{pattern}`" if pattern else "nothing", *shares)


def told_table(seen: Mapping[str, Seen]) -> Iterator[str]:
    """In how many pictures each pattern is told, in per cent, best first."""
    yield from head("pattern", "card", *seen)
    for pattern in WORDS.patterns:
        shares = (
            percent(
                any(f.pattern == pattern.id for f in found)
                for found in (one.alone if pattern.alone else one.ours.values())
            )
            for one in seen.values()
        )
        yield row(f"`{pattern.id}`", pattern.card, *shares)


def right_table(seen: Mapping[str, Seen]) -> Iterator[str]:
    """How often a sentence that infers is right in all it says."""
    yield from head("world", "sentence", "word", "times", "right, %")
    for name, one in seen.items():
        right: dict[tuple[str, Word], list[bool]] = {}
        for couple, found in one.ours.items():
            for finding in found:
                if PATTERNS[finding.pattern].needs in INFERS:
                    kind = (finding.pattern, finding.word)
                    right.setdefault(kind, []).append(holds(one, couple, finding))
        for (pattern, word), locked in sorted(right.items()):
            yield row(name, f"`{pattern}`", word, str(len(locked)), percent(locked))


def holds(seen: Seen, couple: int, found: Finding) -> bool:
    """Say whether whoever is said to have more say truly has, in every area."""
    ahead = seen.lived.made.difference[couple] > 0
    people = list(found.seats.values())
    if PATTERNS[found.pattern].over is not Over.TWO:
        people = people[:1] * len(found.areas)
    ids = [area.id for area in seen.lived.asked.areas]
    places = [ids.index(area) for area in found.areas]
    return all(
        bool(ahead[place]) is (seat is Seat.A)
        for place, seat in zip(places, people, strict=True)
    )


def percent(locked: Iterable[Any]) -> str:
    """Return the share of what holds."""
    return f"{100 * np.mean([bool(one) for one in locked]):.1f}"


def main() -> None:
    """Make every table once."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--couples", type=int, default=2_000)
    only = options.add_mutually_exclusive_group()
    only.add_argument("--write", action="store_true")
    only.add_argument("--pair", type=PairType, choices=PairType)
    chosen = options.parse_args()
    kinds = [chosen.pair] if chosen.pair else list(PairType)
    seen = {kind: looks(kind, chosen.couples) for kind in kinds}
    page = PAGE.read_text(encoding="utf-8")
    for name, lines in tables(seen).items():
        table = "\n".join(lines)
        print(f"\n{name}\n{table}")
        page = placed(page, name, table)
    if chosen.write:
        PAGE.write_text(page, encoding="utf-8")


def tables(seen: Mapping[PairType, Mapping[str, Seen]]) -> dict[str, Iterator[str]]:
    """Return the tables by name: of the first type in full, then of every type."""
    full = next(iter(seen.values()))
    few = {name: full[name] for name in FEW}
    return {
        "first": first_table(full),
        "types": types_table(seen),
        "leads": leads_table({name: full[name] for name in LEADING}),
        "told": told_table(few),
        "right": right_table(few),
    }


if __name__ == "__main__":
    main()
