"""Which word each of many couples would read in each area, and how often it is right.

The words of coequal.core.see.words once more, for arrays; a test holds them alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from calibration.world import World
from coequal.core.see.instrument import Constants
from coequal.core.see.model import Posterior
from coequal.core.see.words import Word

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Words = npt.NDArray[np.str_]
_EARLY, _SAME, _DIFFERENT = Word.EARLY.value, Word.SAME.value, Word.DIFFERENT.value
_CLEAR, _PROBABLY = Word.CLEAR.value, Word.PROBABLY.value


def spoken(constants: Constants, said: Floats, found: Posterior) -> Words:
    """Return the word of every couple and area, (n, D)."""
    c, apart = constants, found.apart
    surest = apart.more[:, :-1].max(axis=-1)
    hardly, within = apart.hardly[:, :-1], apart.within[:, :-1]
    far = hardly <= c.clear_hardly
    word = np.select(
        [
            (surest >= c.clear) & far,
            (surest >= c.probably) & far,
            within >= c.same,
            (surest >= c.probably) & (hardly <= c.hardly),
        ],
        [_CLEAR, _PROBABLY, _SAME, _PROBABLY],
        default=_EARLY,
    )
    parts = _parts(said)
    there = ~np.isnan(parts)
    spoke = there.any(axis=-1)
    names = np.zeros(spoke.shape)
    for side in (1.0, -1.0):
        names += side * (spoke & ((parts * side > 0) | ~there).all(axis=-1))
    shared = (spoke & ((parts == 0) | ~there).all(axis=-1)).all(axis=-1)
    same_name = (names[..., 0] == names[..., 1]) & (names[..., 0] != 0)
    clashes = (parts > 0).any(-1) & (parts < 0).any(-1)
    total = np.where(there, parts, 0.0).sum(axis=-1)
    lean = np.where(clashes, 0.0, total / np.maximum(there.sum(axis=-1), 1))
    alone = (spoke.sum(axis=-1) == 1) & (names != 0).any(axis=-1)
    differ = (lean[..., 0] * lean[..., 1] < 0) & (
        np.abs(lean[..., 0] - lean[..., 1]) >= c.differ
    )
    word = np.where(alone & (word == _SAME), _EARLY, word)
    word = np.where(differ & ~np.isin(word, (_CLEAR, _PROBABLY)), _DIFFERENT, word)
    more = apart.more[:, :-1]
    likely = np.where(more[..., 0] > more[..., 1], 1.0, -1.0)[..., None]
    denied, told = (names == -likely).any(axis=-1), (names == likely).any(axis=-1)
    denied &= np.isin(word, (_CLEAR, _PROBABLY))
    word = np.where(denied, np.where(told, _DIFFERENT, _EARLY), word)
    word = np.where(same_name & (word != _CLEAR), _PROBABLY, word)
    against = names[..., 0] * (more[..., 0] - more[..., 1]) < 0
    word = np.where(same_name & against, _EARLY, word)
    return np.where(shared, _SAME, word)


def _parts(said: Floats) -> Floats:
    """Return what each says of who has more, towards A: rated and direct."""
    rated = said[..., 0] - said[..., 1]
    direct = (said[..., 2] - 2) * np.array([1.0, -1.0])
    return np.stack((rated, direct), axis=-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """How often a word is said, and right, as shares.

    `any_word`, and of all areas those with each word; of those with it `clear_wrong`
    and `probably_wrong` in sign, `probably_even` with a true difference below half a
    step, `same_right` with one below a step.
    """

    any_word: float
    clear: float
    clear_wrong: float
    probably: float
    probably_wrong: float
    probably_even: float
    same: float
    same_right: float
    different: float


def record(word: Words, found: Posterior, made: World) -> Record:
    """Hold the words against the truth."""
    truth = made.difference
    wrong = found.apart.mean[:, :-1] * truth < 0
    clear, probably = word == _CLEAR, word == _PROBABLY
    same, different = word == _SAME, word == _DIFFERENT
    return Record(
        any_word=share(word != _EARLY),
        clear=share(clear),
        clear_wrong=share(wrong[clear]),
        probably=share(probably),
        probably_wrong=share(wrong[probably]),
        probably_even=share(np.abs(truth[probably]) < 0.5),
        same=share(same),
        same_right=share(np.abs(truth[same]) < 1.0),
        different=share(different),
    )


def share(held: Bools) -> float:
    """Return how many of these hold; nan of none."""
    return float(held.mean()) if held.size else float("nan")
