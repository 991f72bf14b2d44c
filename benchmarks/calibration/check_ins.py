"""Made-up people who say the five facets again and again, and how that can go."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from coequal.core.month.check_in import TOP, Facet

FACETS = len(Facet)
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """How people say it, in steps; nobody has measured any of this.

    A person's usual level is round `level`, each of their facets `apart` from it. A
    time moves all facets of a series by `mood` and each by `noise`. What is left of the
    last time is `lasting`; `drift` moves a level for good. `gaps` is the share of times
    without anything, `left_out` how one facet a time stays hidden.
    """

    level: float = 3.0
    spread: float = 0.6
    apart: float = 0.5
    mood: float = 0.3
    noise: float = 0.8
    heavy: bool = False
    lasting: float = 0.0
    drift: float = 0.0
    gaps: float = 0.0
    left_out: str = ""


GAPS = 0.35
STATED = Weeks()
WORLDS = {
    "as stated": STATED,
    "calm: noise 0.4": replace(STATED, noise=0.4, mood=0.15),
    "restless: noise 1.3": replace(STATED, noise=1.3, mood=0.5),
    "heavy tails": replace(STATED, heavy=True),
    "near the top": replace(STATED, level=5.2),
    "at the top": replace(STATED, level=6.2),
    "35 % of weeks missing": replace(STATED, gaps=GAPS),
    "one facet hidden, another each time": replace(STATED, left_out="any"),
    "one facet hidden, another from week 20 on": replace(STATED, left_out="changed"),
    "a good or bad week lasts: autocorrelation 0.3": replace(STATED, lasting=0.3),
    "levels that drift by 0.1 a week": replace(STATED, drift=0.1),
}
CHANGED = 20


def said(  # noqa: PLR0913  how, how many, and what moves when
    how: Weeks,
    *,
    people: int,
    weeks: int,
    seed: int,
    moved: float = 0.0,
    since: int = 0,
) -> Floats:
    """Return what people say, (n, T, five), where NaN is a gap.

    From the week `since` on every level has `moved` by so many steps.
    """
    rng = np.random.default_rng([seed, weeks])
    person = how.level + how.spread * rng.standard_normal((people, 1, 1))
    facet = how.apart * rng.standard_normal((people, 1, FACETS))
    mood = np.repeat(_off(rng, how, (people, weeks, 2)), (3, 2), axis=2)
    each = _off(rng, how, (people, weeks, FACETS))
    drifted = how.drift * rng.standard_normal((people, weeks, FACETS)).cumsum(axis=1)
    level = person + facet + drifted
    level[:, since:] += moved
    steps = np.clip(np.rint(level + how.mood * mood + how.noise * each), 0, TOP)
    steps[_missing(rng, how, (people, weeks))] = np.nan
    return np.asarray(steps)


def _off(rng: np.random.Generator, how: Weeks, shape: tuple[int, ...]) -> Floats:
    """Return what moves a time, with variance one."""
    new = rng.standard_t(4, shape) / 2**0.5 if how.heavy else rng.standard_normal(shape)
    for week in range(1, shape[1]):
        new[:, week] *= (1 - how.lasting**2) ** 0.5
        new[:, week] += how.lasting * new[:, week - 1]
    return np.asarray(new)


def _missing(rng: np.random.Generator, how: Weeks, shape: tuple[int, int]) -> Bools:
    gone = np.repeat((rng.random(shape) < how.gaps)[..., None], FACETS, axis=2)
    if how.left_out == "any":
        hidden = rng.integers(FACETS, size=shape)[..., None]
        gone |= np.arange(FACETS) == hidden
    elif how.left_out == "changed":
        gone[:, :CHANGED, 1] = gone[:, CHANGED:, 0] = True
    return np.asarray(gone)


def wandering(
    drift: Floats, noise: Floats, weeks: int, centre: float, *, seed: int
) -> tuple[Floats, Floats]:
    """Return levels that drift, (T, n), and what is said of them, with gaps."""
    rng = np.random.default_rng([seed, weeks])
    shape = (weeks, len(drift))
    start = centre + rng.standard_normal(len(drift))
    level = start + np.cumsum(drift * rng.standard_normal(shape), axis=0)
    # turned back half a step beyond either end
    level = TOP + 0.5 - np.abs((level + 0.5) % (2 * TOP + 2) - TOP - 1)
    steps = np.clip(np.rint(level + noise * rng.standard_normal(shape)), 0, TOP)
    steps[rng.random(shape) < GAPS] = np.nan
    return level, np.asarray(steps)
