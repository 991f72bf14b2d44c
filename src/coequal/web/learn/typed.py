"""What was typed, as stems: endings, apostrophes and capitals do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import snowballstemmer

SHORTEST: Final = 4
"""A shorter word has to be typed as it is."""
_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = str.maketrans("", "", "'\u2019\u2018\u02bc\uff07`\u00b4")
_STEMMER: Final = snowballstemmer.stemmer("english")
Meant = frozenset[str]
"""The stems that one typed word can stand for."""


def plain_words(text: str) -> list[str]:
    """Return the words of a text as they look, small and without apostrophes.

    What nobody sees parts no word, such as a sign for where a line may break.

    >>> plain_words("He doesn't LISTEN!")
    ['he', 'doesnt', 'listen']
    """
    plain = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    seen = "".join(one for one in plain if unicodedata.category(one) != "Cf")
    return _WORD.findall(seen.casefold())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a word without its ending, by Porter's rules for English.

    >>> stem("listening")
    'listen'
    """
    return str(_STEMMER.stemWord(word))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The stems that are looked for, each also under itself with one letter left out.

    A typed stem that is none of these `words` is looked up in the same way, so that
    one letter too many, too few, wrong or swapped still meets.
    """

    words: frozenset[str]
    near: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, known: Iterable[str], *, words: Iterable[str]) -> Vocabulary:
        """Return the vocabulary of stems to look for, and of all that are words."""
        near: defaultdict[str, set[str]] = defaultdict(set)
        for word in known:
            if len(word) < SHORTEST:
                # *Chop* is no slip of *cop*: short words are too near one another.
                continue
            for form in _slips(word):
                near[form].add(word)
        return cls(
            words=frozenset(words),
            near={form: frozenset(of) for form, of in near.items()},
        )

    def meant(self, word: str) -> Meant:
        """Return the stems a typed word can stand for: its own, if it is a word."""
        plain = stem(word)
        if plain in self.words or len(word) < SHORTEST:
            return frozenset({plain})
        found = (
            self.near.get(form, frozenset()) for form in _slips(word) | _slips(plain)
        )
        return frozenset().union(*found)


def _slips(word: str) -> set[str]:
    if len(word) < SHORTEST:
        return {word}
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
