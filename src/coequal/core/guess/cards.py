"""A card: one question about everyday life, its answers, and what they say in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Final

from coequal.core.guess.entries import BOTH, MOST
from coequal.core.people import Pair, Seat

MIRRORED: Final = {"A": "B", "B": "A"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessCard:
    """One card.

    Without `answers` it asks which of the two: then `me`, `one` and `both` say it of
    the speaker, of the person called `{who}`, and of both. With answers `me` and `both`
    say it with `{it}`, or `{It}` where it begins a sentence, for the answer. `hint` is
    something to try: with `{who}` for who might do it for once, or with `{it}`; it may
    be missing. `tell` asks for a story.
    """

    id: str
    ask: str
    answers: tuple[str, ...] = ()
    me: str
    one: str = ""
    both: str
    hint: str = ""
    tell: str

    @property
    def values(self) -> tuple[str, ...]:
        """The answers as they are kept: seats and both, or numbers from 1."""
        if not self.answers:
            return (*Seat, BOTH)
        return tuple(str(at + 1) for at in range(len(self.answers)))

    def mirrored(self, value: str) -> str:
        """Return the same answer after the two have changed seats."""
        return value if self.answers else MIRRORED.get(value, value)

    def label(self, value: str) -> str:
        """Return an answer as it stands by itself."""
        return self.answers[int(value) - 1]

    def it(self, value: str) -> str:
        """Return an answer as it stands within a sentence."""
        label = self.label(value)
        return label[:1].lower() + label[1:]

    def with_it(self, text: str, value: str) -> str:
        """Return a text of this card with an answer in its place."""
        return text.format(it=self.it(value), It=self.label(value))

    def quote(self, value: str, by: Seat, names: Pair[str]) -> str:
        """Return what one person said, as they would say it."""
        if self.answers:
            return self.with_it(self.me, value)
        if value == by:
            return f"I {self.me}."
        if value == BOTH:
            return f"We {self.both}."
        return f"{self.one.format(who=names[by.other])}."

    def fact(self, value: str, names: Pair[str]) -> str:
        """Return what both said, as a sentence about the two."""
        if self.answers:
            return self.with_it(self.both, value)
        if value == BOTH:
            return f"You {self.both}."
        return f"{self.one.format(who=names[Seat(value)])}."


def deal(cards: Sequence[GuessCard], random: bytes) -> tuple[str, ...]:
    """Draw five cards by random bytes: who does it and what would you like, in turn.

    The same bytes draw the same cards.
    """
    left = int.from_bytes(random, "big")
    who = [card.id for card in cards if not card.answers]
    what = [card.id for card in cards if card.answers]
    drawn = []
    for _, heap in zip(range(MOST), cycle((who, what)), strict=False):
        left, at = divmod(left, len(heap))
        drawn.append(heap.pop(at))
    return tuple(drawn)
