"""The rule of docs/algorithms/decide.md once more, written apart from the program.

Plain lists, fractions where there are any, and no name of `core/decide` but the data:
what is suggested, and what is left to talk, must be the same in every history.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import exp
from random import Random

import pytest

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.memory import BLANK, Decided
from coequal.core.decide.outcomes import outcome
from coequal.core.people import Pair

HISTORIES = 160
LENGTH = 25
NEAR = 1e-9
Marks = tuple[int, ...]
Two = tuple[Marks, Marks]


@dataclass(kw_only=True)
class Past:
    """What the page says is kept: claims, how many, and the balance."""

    claims: list[Fraction] = field(default_factory=lambda: [Fraction(3), Fraction(3)])
    count: list[Fraction] = field(default_factory=lambda: [Fraction(4), Fraction(4)])
    balance: float = 0.0

    def own(self, stakes: tuple[int, int]) -> list[Fraction]:
        usual = [
            max(self.claims[who] / self.count[who], Fraction(1, 4)) for who in (0, 1)
        ]
        return [Fraction(stakes[who], 2) / usual[who] for who in (0, 1)]


def worths(marks: Two) -> list[list[Fraction]]:
    found = []
    for mine in marks:
        low, wide = min(mine), max(mine) - min(mine)
        found.append(
            [Fraction(one - low, wide) if wide else Fraction(1) for one in mine]
        )
    return found


def unbeaten(marks: Two, left: list[int]) -> list[int]:
    def beats(x: int, y: int) -> bool:
        no_worse = marks[0][x] >= marks[0][y] and marks[1][x] >= marks[1][y]
        return no_worse and (marks[0][x], marks[1][x]) != (marks[0][y], marks[1][y])

    return [y for y in left if not any(beats(x, y) for x in left)]


def named(
    marks: Two, left: list[int], past: Past, stakes: tuple[int, int]
) -> list[int]:
    stand = unbeaten(marks, left)
    glad = [x for x in stand if marks[0][x] >= 5 and marks[1][x] >= 5]
    fine = [x for x in stand if marks[0][x] >= 3 and marks[1][x] >= 3]
    if glad:
        stand = glad
    elif fine:
        stand = [x for x in stand if marks[0][x] > 0 and marks[1][x] > 0]
    carried = max(-1.1, min(1.1, past.balance))
    a, b = (float(one) for one in past.own(stakes))
    weights = (a * exp(-0.3 * carried), b * exp(0.3 * carried))
    if stakes == (0, 0):
        weights = (1.0, 1.0)
    worth = worths(marks)
    sums = {
        x: weights[0] * float(worth[0][x]) + weights[1] * float(worth[1][x])
        for x in stand
    }
    tied = [x for x in stand if sums[x] > max(sums.values()) - NEAR]
    low = {x: min(worth[0][x], worth[1][x]) for x in tied}
    return [x for x in tied if low[x] == max(low.values())]


def suggested(ballots: Pair[Ballot], past: Past) -> tuple[list[int], bool]:
    """Return what is named, and whether it is left to talk."""
    marks = seen(ballots)
    stakes = ballots.a.stake, ballots.b.stake
    gone = ballots.a.cannot | ballots.b.cannot
    everything = list(range(len(marks[0])))
    left = [x for x in everything if x not in gone]
    if not left:
        return [], False
    if gone and len(left) == 1:
        return [], True
    if gone and not any(marks[0][x] >= 3 and marks[1][x] >= 3 for x in left):
        wished = named(marks, everything, past, stakes)
        if gone & set(wished):
            return [], True
    return named(marks, left, past, stakes), False


def seen(ballots: Pair[Ballot]) -> Two:
    a, b = (
        tuple(0 if x in one.cannot else one.scores[x] for x in range(len(one.scores)))
        for one in (ballots.a, ballots.b)
    )
    return a, b


def settle(past: Past, ballots: Pair[Ballot], got: int) -> None:
    marks, stakes = seen(ballots), (ballots.a.stake, ballots.b.stake)
    worth, own = worths(marks), past.own(stakes)
    everything = list(range(len(marks[0])))
    past.balance *= 0.9
    if got not in ballots.a.cannot | ballots.b.cannot:
        past.balance += float(min(own)) * tilt(worth, got)
    stand = unbeaten(marks, everything)
    for who in (0, 1):
        up = 1 - sum(worth[who][x] for x in stand) / Fraction(len(stand))
        if up:
            counts = Fraction(stakes[1 - who] ** 2, 3)
            past.claims[who] += counts * stakes[who] * up
            past.count[who] += counts


def tilt(worth: list[list[Fraction]], got: int) -> float:
    firsts = [{x for x, one in enumerate(mine) if one == 1} for mine in worth]
    flat = any(min(mine) == 1 for mine in worth)
    if flat or firsts[0] & firsts[1]:
        return 0.0
    way = []
    for who in (0, 1):
        begin = max(worth[who][x] for x in firsts[1 - who])
        part = (worth[who][got] - begin) / (1 - begin)
        way.append(max(Fraction(0), min(Fraction(1), part)))
    return float(way[0] - way[1])


def drawn(random: Random, options: int) -> Ballot:
    barred = {x for x in range(options) if random.random() < 0.12}
    return Ballot(
        scores=tuple(random.randint(0, 6) for _ in range(options)),
        stake=random.randint(0, 3),
        cannot=frozenset(barred if random.random() < 0.4 else ()),
    )


@pytest.mark.parametrize("options", [2, 3, 4, 8])
def test_it_comes_to_what_the_page_says_in_every_history(options: int) -> None:
    random = Random(options)
    told = 0
    for _ in range(HISTORIES // 4):
        memory, past = BLANK, Past()
        for _ in range(LENGTH):
            ballots = Pair(a=drawn(random, options), b=drawn(random, options))
            found = outcome(memory, ballots)
            assert (list(found.suggestion), found.talk) == suggested(ballots, past)
            told += found.talk
            got = random.choice(found.suggestion or range(options))
            memory = memory.after(Decided(ballots=ballots, outcome=got))
            settle(past, ballots, got)
            assert memory.balance == pytest.approx(past.balance, abs=1e-9)
            claimed = [float(one) for one in past.claims]
            assert [memory.asked.a.claims, memory.asked.b.claims] == pytest.approx(
                claimed
            )
    assert told, "no history came to where it is left to talk"
