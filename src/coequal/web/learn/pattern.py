"""Patterns of words in order, as `keywords.toml` writes them, and where they stand.

Between two words of a pattern a few others may stand. A word with `+` before it has to
follow at once; a word with `!` before it must not. A name in braces stands for any
word of that group, and a group may name others in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coequal.web.learn.typed import Meant

Groups = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place of a pattern: the stems that may stand there, and how they follow."""

    stems: Meant
    at_once: bool = False
    absent: bool = False

    def meets(self, said: Meant) -> bool:
        """Tell whether a typed word can be one that this place asks for."""
        return not self.stems.isdisjoint(said)


def words_of(part: str, groups: Groups) -> Iterator[str]:
    """Yield the words that one place of a pattern is written as.

    >>> list(words_of("+{pet}", {"pet": ["cat", "{big}"], "big": ["horse"]}))
    ['cat', 'horse']
    """
    name = part.lstrip("+!")
    if name.startswith("{"):
        for one in groups[name[1:-1]]:
            yield from words_of(one, groups)
    else:
        yield name


def all_words(patterns: Iterable[str], groups: Groups) -> Iterator[str]:
    """Yield every word of some patterns, those of their groups too."""
    for pattern in patterns:
        for part in pattern.split():
            yield from words_of(part, groups)


def places(
    said: Sequence[Meant], pattern: Sequence[Spot], *, between: int
) -> Iterator[range]:
    """Yield where a pattern stands in what was typed: a word for each place, in order.

    At most `between` other words stand between two of it.
    """
    first, *rest = pattern
    for start, word in enumerate(said):
        if first.meets(word):
            end = _end(said, rest, start + 1, between)
            if end:
                yield range(start, end)


def _end(said: Sequence[Meant], rest: Sequence[Spot], at: int, between: int) -> int:
    """Return where a pattern ends whose rest is looked for here; 0 if it does not."""
    if not rest:
        return at
    part, *later = rest
    if part.absent:
        here = at < len(said) and part.meets(said[at])
        return 0 if here else _end(said, later, at, between)
    reach = 0 if part.at_once else between
    for place in range(at, min(at + reach + 1, len(said))):
        if part.meets(said[place]):
            end = _end(said, later, place + 1, between)
            if end:
                return end
    return 0
