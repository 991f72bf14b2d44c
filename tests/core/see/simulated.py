"""Made-up pairs with all they answer: realistic ones, careless ones, extreme ones.

Half of all areas are even, 3 % of answers are skipped, everybody leaves one part out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from calibration import stories
from calibration.findings import Asked, Life, Lives, live, of_couple, short_form
from tests.core.see.scene import Scene

from coequal.content.findings import finding_words
from coequal.content.load import content
from coequal.core.own_life import OF_ONE
from coequal.core.people import Pair, PairType
from coequal.core.see.answers import NOBODY, Answers, may_open, opened_only
from coequal.core.see.findings import Finding, findings
from coequal.core.see.instrument import Instrument
from coequal.core.see.picture import picture

WORDS: Final = finding_words()
SKIPPED: Final = 0.03
FEELING: Final = 4
"""The highest answer to how often something is so."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one picture tells, with the answers it is told of."""

    scene: Scene
    found: tuple[Finding, ...]


def whole_form(kind: PairType) -> Asked:
    """Return all that one type of pair may be asked of areas, and of how often."""
    form = content(kind).instrument
    facts = (item for part in form.others for item in part.items)
    return Asked(
        form=form,
        areas=form.areas,
        facts=tuple(item for item in facts if form.item(item).max == FEELING),
    )


def lives_of(kind: PairType, *, pairs: int, seed: int) -> Iterator[Lives]:
    """Draw the pairs of one type: half of them realistic, in the short form."""
    constants = content(kind).instrument.constants
    calm = stories.told(constants)["R2"]
    short, whole = short_form(kind), whole_form(kind)
    shares = (
        (short, calm, 0.5),
        (whole, calm, 0.2),
        (short, replace(calm, careless=1.0), 0.1),
        (whole, replace(calm, careless=1.0), 0.1),
        (short, replace(calm, ends=True), 0.1),
    )
    for place, (asked, story, share) in enumerate(shares):
        couples = max(1, round(pairs * share))
        drawn = live(
            asked,
            Life(story=replace(story, missing=SKIPPED)),
            couples=couples,
            seed=seed + 10 * place,
        )
        yield careless(drawn, seed) if story.careless else drawn


def careless(lived: Lives, seed: int) -> Lives:
    """Let people answer anything, to wishes and to facts too."""
    rng = np.random.default_rng(seed)
    return replace(
        lived,
        wishes=rng.integers(-2, 3, lived.wishes.shape).astype(np.float64),
        facts=rng.integers(0, FEELING + 1, lived.facts.shape).astype(np.float64),
    )


def told_pairs(kind: PairType, *, pairs: int, seed: int) -> Iterator[Told]:
    """Yield what is told to each pair, by the shipped path."""
    for lived in lives_of(kind, pairs=pairs, seed=seed):
        for couple in range(len(lived.wishes)):
            yield of_two(lived.asked.form, of_couple(lived, couple))


def told_alone(kind: PairType, *, pairs: int, seed: int) -> Iterator[Told]:
    """Yield what one of each pair is told in their own picture."""
    for lived in lives_of(kind, pairs=pairs, seed=seed):
        for couple in range(len(lived.wishes)):
            yield of_one(lived.asked.form, of_couple(lived, couple).a)


def of_one(form: Instrument, answers: Answers) -> Told:
    """Draw one's own picture: nobody sits in seat B."""
    drawn = picture(form, answers)
    return Told(
        scene=Scene(
            form=form,
            answers=Pair(a=answers, b=NOBODY),
            drawn=drawn,
            own_life=OF_ONE,
        ),
        found=findings(drawn, WORDS.patterns),
    )


def of_two(form: Instrument, opened: Pair[Answers]) -> Told:
    """Draw the picture of two; the scene holds only what both opened."""
    theirs = may_open(form, opened.b)
    common = [part for part in may_open(form, opened.a) if part in theirs]
    answers = opened.map(lambda one: opened_only(form, one, common))
    drawn = picture(form, opened.a, opened.b)
    return Told(
        scene=Scene(form=form, answers=answers, drawn=drawn, own_life=OF_ONE),
        found=findings(drawn, WORDS.patterns),
    )
