"""Print how often the second card tells what; with --write, into the page.

make calibrate, or, with PYTHONPATH=benchmarks:
python benchmarks/calibration/second_card.py [--write] [--couples N]

In the realistic worlds R1 and R2 and in the wide one. Nobody knows how people guess, so
two ways are tried: any area, and of two areas the one where the two lie closer.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import numpy as np

from calibration import stories
from calibration.findings import (
    Asked,
    Life,
    Lives,
    in_common,
    live,
    of_couple,
    short_form,
)
from calibration.tables import head, placed, row
from coequal.content.findings import finding_words
from coequal.core.own_life import OF_ONE
from coequal.core.people import PairType
from coequal.core.see.answers import Answers, answers_to, may_open, opened_only
from coequal.core.see.findings import cards, findings
from coequal.core.see.instrument import GUESS
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Picture, picture
from coequal.core.see.second import Second, guesses, second

PAGE: Final = Path(__file__).parents[2] / "docs" / "algorithms" / "picture.md"
SEED: Final = 18
WORLDS: Final = ("R1", "R2", "wide")
KNOWING: Final = {"any area": 1, "the closer of two": 2}
"""Of how many areas, drawn for each person, the closest one is guessed."""
DO_NOT_KNOW: Final = 0.2
PATTERNS: Final = finding_words().patterns
Told = tuple[str, ...]


def main() -> None:
    """Make the table once."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--couples", type=int, default=2_000)
    chosen = options.parse_args()
    table = "\n".join(second_table(chosen.couples))
    print(table)
    if chosen.write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(placed(page, "second", table), encoding="utf-8")


def second_table(couples: int) -> Iterator[str]:
    """How often the second card tells what, in per cent of the pairs."""
    yield from head(
        "world",
        "who guesses names",
        "accounts that cross",
        "a guess, come true",
        "a guess, and it is not so",
        "two guesses, one of each",
        "a difference",
        "no surprise",
    )
    asked = short_form(PairType.PARTNERS)
    worlds = stories.told(asked.form.constants)
    for world in WORLDS:
        lived = live(asked, Life(story=worlds[world]), couples=couples, seed=SEED)
        for name, of in KNOWING.items():
            yield row(world, name, *_shares(lived, of))


def _shares(lived: Lives, of: int) -> Iterable[str]:
    rng = np.random.default_rng(SEED)
    seen = [n for n in range(len(lived.wishes)) if in_common(lived, n)]
    counted = Counter(kind_of(drawn(lived, n, of, rng)) for n in seen)
    kinds: tuple[Told, ...] = (
        (Second.CROSSED,),
        (Second.GUESS, "so"),
        (Second.GUESS, "not so"),
        (Second.GUESS, "both"),
        (Second.DIFFERENT,),
        (Second.CALM,),
    )
    return [f"{100 * counted[kind] / len(seen):.1f}" for kind in kinds]


def kind_of(shown: Picture) -> Told:
    """Return what the second card of a pair tells, and what came of the guesses."""
    dealt = cards(findings(shown, PATTERNS))
    told = second(shown, dealt.get(Card.SURPRISE, ()), PATTERNS, OF_ONE)
    if told is not Second.GUESS:
        return (told,)
    came = {one.alike for one in guesses(shown, OF_ONE)}
    return (told, "both" if len(came) > 1 else "so" if came == {True} else "not so")


def drawn(lived: Lives, couple: int, of: int, rng: np.random.Generator) -> Picture:
    """Draw the picture of a pair that has guessed; a guess opens with its area."""
    form, open_to = lived.asked.form, of_couple(lived, couple)
    apart = _apart(lived, couple)
    guessed = [_guess(apart, of, rng) for _ in range(2)]
    a, b = (
        _with(lived.asked, answers, guess)
        for answers, guess in zip((open_to.a, open_to.b), guessed, strict=True)
    )
    return picture(form, a, b)


def _with(asked: Asked, answers: Answers, guess: int) -> Answers:
    given = answers_to(asked.form, {**answers.given, GUESS: guess})
    return opened_only(asked.form, given, may_open(asked.form, answers))


def _guess(apart: list[float], of: int, rng: np.random.Generator) -> int:
    """Return an answer: an area by its place, or the last, *I don't know*."""
    if rng.random() < DO_NOT_KNOW:
        return len(apart)
    considered = rng.choice(len(apart), size=of, replace=False)
    return int(min(considered, key=lambda place: apart[place]))


def _apart(lived: Lives, couple: int) -> list[float]:
    """How far the two accounts of each area lie apart, as they were said."""
    said = lived.made.said[couple]
    return [float(np.nanmax(np.abs(one[0, :2] - one[1, :2]))) for one in said]


if __name__ == "__main__":
    main()
