"""How often a change over all areas is told, one in being heard, and any by mistake.

The rules of coequal.core.see.change once more, for arrays; a test holds them alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from calibration import stories
from calibration.tables import head, row
from calibration.world import DIRECT, Story, again, world
from coequal.core.see.change import BY_CHANCE, DIRECT_COUNTS, HEARD, ONCE_TOLD_FROM
from coequal.core.see.instrument import Constants
from coequal.core.see.moved import TOLD_FROM, variance

AREAS = 5
SEED = 40
ROWS = 4_000
WHO = {"one": 1, "two": 2}
BY = (0.0, 1.0, 1.5)
TOWARDS_A = np.array([1.0, -1.0])
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A story, and how far another day moves all answers of one person.

    `mood` is the sd of what is added to everything, `own` to what one says of oneself.
    """

    story: Story
    mood: float = 0.0
    own: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Twice:
    """How far answers moved.

    `said` is (n, D, reporter, 3), `heard` (n, reporter, item).
    """

    said: Floats
    heard: Floats

    def of(self, people: int) -> Twice:
        """Return the same where only the first of the two has answered, or both."""
        return Twice(said=self.said[:, :, :people], heard=self.heard[:, :people])


def days(c: Constants) -> dict[str, Day]:
    """Return the worlds in which people answer twice, by name."""
    stated = Story(constants=c)
    return {
        **{name: Day(story=story) for name, story in stories.told(c).items()},
        "noise 1.1": Day(story=Story(constants=replace(c, noise=1.1))),
        "heavy tails": Day(story=Story(constants=c, heavy=True)),
        "a mood of sd 0.5 in all answers": Day(story=stated, mood=0.5),
        "a mood of sd 0.5 about oneself": Day(story=stated, own=0.5),
    }


def overall_table(c: Constants, couples: int) -> Iterator[str]:
    """How often A's rise everywhere is told, and anything where nothing changed."""
    yield from head(
        "world",
        *(
            f"{who}: {what}"
            for who in WHO
            for what in (
                "anything, if nothing changed",
                "over all areas, if nothing changed",
                *(f"over all areas, {by:g} steps" for by in BY[1:]),
            )
        ),
    )
    for name, day in days(c).items():
        moved = {by: twice(day, couples, say=by) for by in BY}
        cells = []
        for people in WHO.values():
            none = moved[0.0].of(people)
            total, told = over_all(c, none.said)
            cells += percent(anything(c, none, told), told)
            for by in BY[1:]:
                total, told = over_all(c, moved[by].of(people).said)
                cells += percent(told & (total > 0))
        yield row(name, *cells)


def heard_table(c: Constants, couples: int) -> Iterator[str]:
    """How often a change of being heard is told of A, and the wrong way round."""
    yield from head(
        "A is heard more by, steps",
        *(
            f"{name}: {what}"
            for name in ("as stated", "R1")
            for what in ("told", "wrong way")
        ),
    )
    for by in (0.0, 1.0, 1.5, 2.0, 3.0):
        cells = []
        for name in ("as stated", "R1"):
            found = heard(c, twice(days(c)[name], couples, heard=by).heard)[:, 0]
            cells += percent(found > 0 if by else found != 0, found < 0)
        yield row(f"{by:g}", *cells)


def twice(day: Day, couples: int, *, say: float = 0.0, heard: float = 0.0) -> Twice:
    """Let couples answer twice; A's say has changed everywhere, or how A is heard."""
    made = world(day.story, couples=couples, areas=AREAS, seed=SEED)
    rng = np.random.default_rng([SEED, 2])
    mood, own = (sd * rng.standard_normal((couples, 2)) for sd in (day.mood, day.own))
    account = made.account + mood[:, None, :, None]
    for seat in (0, 1):
        account[:, :, seat, seat] += own[:, None, seat]
    change = np.zeros_like(made.level)
    change[..., 0] = say
    later = again(day.story, replace(made, account=account), change, seed=SEED + 1)
    more = mood + own
    more[:, 0] += heard
    return Twice(said=later - made.said, heard=_heard_twice(day.story, rng, more))


def _heard_twice(story: Story, rng: np.random.Generator, more: Floats) -> Floats:
    """Answer how much one is heard, twice; nobody has measured how people differ."""
    c = story.constants
    couples = len(more)
    level = (
        2.6
        + 0.8 * rng.standard_normal((couples, 2, 1))
        + 0.6 * rng.standard_normal((couples, 2, len(HEARD)))
    )
    before, now = (
        np.searchsorted(c.cuts, one + c.noise * rng.standard_normal(level.shape))
        for one in (level, level + more[..., None])
    )
    return (now - before).astype(np.float64)


def over_all(c: Constants, said: Floats) -> tuple[Floats, Bools]:
    """Return how far all comparisons moved to A, (n,), and whether that is told."""
    people = said.shape[2]
    rated = said[..., 0] - said[..., 1]
    direct = DIRECT_COUNTS * said[..., DIRECT] * TOWARDS_A[:people]
    steps = np.stack((rated, direct), axis=-1).reshape(len(said), -1)
    chances = [chance(steps[at : at + ROWS]) for at in range(0, len(steps), ROWS)]
    counts = said.shape[1] * people * (1 + DIRECT_COUNTS)
    total = steps.sum(axis=1)
    sds = total / counts / (2 * variance(c) / counts) ** 0.5
    seldom = np.concatenate(chances) <= BY_CHANCE
    return total, np.asarray(seldom | (np.abs(sds) >= ONCE_TOLD_FROM))


def chance(steps: Floats) -> Floats:
    """Return how probable it is that each row's steps come to as much by chance.

    The law of a sum of steps with free signs, from its characteristic function.
    """
    sizes = np.abs(steps).astype(np.intp)
    width = 2 * int(sizes.sum(axis=1).max()) + 1
    known = np.cos(
        2 * np.pi * np.arange(width) / width * np.arange(sizes.max() + 1)[:, None]
    )
    wave = np.ones((len(steps), width))
    for size in sizes.T:
        wave *= known[size]
    law = np.fft.ifft(wave, axis=1).real
    place = np.arange(width)
    far = np.minimum(place, width - place)
    as_far = far >= np.abs(steps.sum(axis=1))[:, None]
    return np.asarray((law * as_far).sum(axis=1) - 1e-9)


def heard(c: Constants, moves: Floats) -> Floats:
    """Say which way being heard is told to have changed, 1, -1 or 0, (n, reporter)."""
    sds = moves.mean(axis=-1) / (variance(c) / moves.shape[-1]) ** 0.5
    return np.where(np.abs(sds) >= ONCE_TOLD_FROM, np.sign(sds), 0.0)


def anything(c: Constants, moved: Twice, over_all_told: Bools) -> Bools:
    """Say which couples are told anything: in an area, over all, of being heard."""
    accounts = moved.said[..., :DIRECT]
    each = accounts.mean(axis=2) / (variance(c) / accounts.shape[2]) ** 0.5
    areas = (np.abs(each) >= TOLD_FROM).any(axis=(1, 2))
    return np.asarray(areas | over_all_told | (heard(c, moved.heard) != 0).any(axis=1))


def percent(*shares: Bools | np.bool_) -> list[str]:
    """Return shares in per cent."""
    return [f"{100 * share.mean():.1f}" if share.size else "-" for share in shares]
