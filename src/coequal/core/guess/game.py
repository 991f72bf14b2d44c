"""Where a game stands for the one who holds the phone, and how a card turned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coequal.core.guess.cards import GuessCard
from coequal.core.guess.entries import NOTHING, Guessed
from coequal.core.people import Pair, Seat
from coequal.core.two.said_apart import Apart


class CardStage(StrEnum):
    """What one card asks of whoever holds the phone."""

    ASK = "ask"
    HAND_OVER = "hand over"
    TURNED = "turned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A card that both have answered; one that stays closed holds nothing of either.

    `said` is what each says of oneself, `guessed` what each thought the other says.
    """

    card: GuessCard
    said: Pair[str]
    guessed: Pair[str]

    @property
    def closed(self) -> bool:
        """Whether it stays closed, whoever skipped it."""
        return self.said.a == NOTHING

    @property
    def alike(self) -> bool:
        """Whether both say the same."""
        return not self.closed and self.said.a == self.said.b

    def knew(self, seat: Seat) -> bool:
        """Whether this person's guess is what the other says."""
        return not self.closed and self.guessed[seat] == self.said[seat.other]

    @property
    def both_knew(self) -> bool:
        """Whether both guesses are right."""
        return self.knew(Seat.A) and self.knew(Seat.B)

    @property
    def mirrored(self) -> Turned:
        """The same card after the two have changed seats."""
        return Turned(
            card=self.card,
            said=self.said.mirrored.map(self.card.mirrored),
            guessed=self.guessed.mirrored.map(self.card.mirrored),
        )


NONE = Pair(a=NOTHING, b=NOTHING)


def closed(card: GuessCard) -> Turned:
    """Return a card that stays closed."""
    return Turned(card=card, said=NONE, guessed=NONE)


def turned(card: GuessCard, both: Pair[Guessed]) -> Turned:
    """Turn a card. Where either skipped, nothing of the other's is left on it."""
    said, guessed = both.map(lambda one: one.own), both.map(lambda one: one.guess)
    if not {said.a, said.b} <= {*card.values}:
        return closed(card)
    return Turned(card=card, said=said, guessed=guessed)


def step(apart: Apart[Guessed]) -> CardStage:
    """Return what a card asks of whoever holds the phone, as they may know it."""
    if apart.both is not None:
        return CardStage.TURNED
    return CardStage.ASK if apart.mine is None else CardStage.HAND_OVER


def place(steps: Sequence[CardStage]) -> int:
    """Return the number of the card that is on, from 1; one more after the last."""
    on = (number for number, one in enumerate(steps, 1) if one is not CardStage.TURNED)
    return next(on, len(steps) + 1)
