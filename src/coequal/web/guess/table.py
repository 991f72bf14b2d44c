"""Two people and their five cards, as the one who holds the phone may know them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coequal.content.guess import GuessWords, guess_words
from coequal.core.guess import game
from coequal.core.guess.cards import GuessCard, deal
from coequal.core.guess.entries import NOTHING, Dealt, FirstTap, Guessed, WantsKept
from coequal.core.guess.game import CardStage, Turned
from coequal.core.people import Pair, PairType, Seat
from coequal.core.two.said import oldest_first, seat_of
from coequal.core.two.said_apart import Apart
from coequal.journal import door as journal
from coequal.people import shared_device
from coequal.people.pairs import DamagedPair, PairMember
from coequal.people.sessions import Session
from coequal.sealed import entropy
from coequal.sealed.subjects import subject
from coequal.web import standing
from coequal.web.sessions import SessionRequest, across
from coequal.web.two.access import pair_type
from coequal.web.two.said_apart import SaidApart

SAYS: Final = SaidApart(
    kind=Guessed, name="guess", of=lambda one: (one.dealt, one.card.encode())
)
DRAWN: Final = 32
"""How many random bytes the cards are drawn by: far more than there are ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A game: whoever holds the phone (`here`), the other, and what was dealt."""

    here: Session
    there: Session
    member: PairMember
    dealt: bytes
    cards: Sequence[GuessCard]
    words: GuessWords

    @property
    def names(self) -> Pair[str]:
        """What the two are called, by seat."""
        return self.member.names

    def apart(self, card: GuessCard) -> Apart[Guessed]:
        """Return what was said to a card, as whoever holds the phone may know it."""
        return SAYS.see(self.member, self.dealt, card.id.encode())

    def step(self, card: GuessCard) -> CardStage:
        """Return what a card asks of whoever holds the phone."""
        return (
            CardStage.TURNED if self._is_damaged(card) else game.step(self.apart(card))
        )

    def turned(self, card: GuessCard) -> Turned:
        """Return a card that has turned; one that cannot be read stays closed."""
        both = None if self._is_damaged(card) else self.apart(card).both
        return game.closed(card) if both is None else game.turned(card, both)

    def _is_damaged(self, card: GuessCard) -> bool:
        about = SAYS.subject(self.dealt, card.id.encode())
        found = self.member.reading.entries(Guessed, subject=about)
        return any(isinstance(one, journal.Damaged) for one in found)

    @property
    def place(self) -> int:
        """The number of the card that is on, from 1; one more after the last."""
        return game.place([self.step(card) for card in self.cards])

    def first_tap(self, card: GuessCard) -> FirstTap:
        """Return what was tapped first on a card; nothing after all else."""
        found = standing.mine(self.member.own, FirstTap, subject=self._tapped(card))
        none = FirstTap(card=card.id, own=NOTHING, guess=NOTHING)
        return found[-1].entry if found else none

    def _tapped(self, card: GuessCard) -> bytes:
        return subject("guess tap", self.dealt, card.id.encode())

    def tap(self, card: GuessCard, *, own: str, guess: str) -> None:
        """Say one of the two; with the second of them the card is answered."""
        # Both locks, always in this order: the first tap lies in one's own place.
        with self.member.own.locked(), self.member.reading.locked():
            if self.step(card) is not CardStage.ASK:
                return
            first = self.first_tap(card)
            own, guess = own or first.own, guess or first.guess
            if NOTHING in {own, guess}:
                now = FirstTap(card=card.id, own=own, guess=guess)
                standing.replace(self.member.own, now, subject=self._tapped(card))
            else:
                self._say(card, own=own, guess=guess)

    def skip(self, card: GuessCard) -> None:
        """Leave a card closed; it looks like an answer until it turns."""
        with self.member.own.locked(), self.member.reading.locked():
            if self.step(card) is CardStage.ASK:
                self._say(card, own=NOTHING, guess=NOTHING)

    def _say(self, card: GuessCard, *, own: str, guess: str) -> None:
        said = Guessed(dealt=self.dealt, card=card.id, own=own, guess=guess)
        SAYS.put_in(self.member, said)
        standing.clear(self.member.own, FirstTap, subject=self._tapped(card))

    @property
    def kept_by(self) -> frozenset[Seat]:
        """Return who would like to keep the picture."""
        found = self.member.reading.sound(WantsKept, subject=self.dealt)
        return frozenset(
            seat_of(one, self.member.seat)
            for one in found
            if one.entry.dealt == self.dealt
        )

    def keep(self, seat: Seat) -> None:
        """Say for one of the two, in their name, that they would like to keep it."""
        mine = seat is self.member.seat
        member = self.member if mine else shared_device.sound_member(self.there)
        keep = WantsKept(dealt=self.dealt)
        standing.replace(member.reading, keep, subject=self.dealt)


def find(request: SessionRequest) -> Table | None:
    """Return the game of a browser; None where there is none."""
    here, there = request.session, across(request)
    if here is None or there is None or shared_device.is_demo(here):
        return None
    member = shared_device.sound_member(here)
    dealt = oldest_first(member.reading.sound(Dealt))
    if not dealt:
        message = "the cards of a game"
        raise DamagedPair(message)
    words = guess_words(pair_type(member))
    found = (words.card(name) for name in dealt[0].entry.cards)
    return Table(
        here=here,
        there=there,
        member=member,
        dealt=dealt[0].ref,
        cards=tuple(card for card in found if card is not None),
        words=words,
    )


def lay(member: PairMember, pair: PairType) -> None:
    """Deal five cards."""
    space, me = member.space_id, member.seat.encode()
    drawn = entropy.fresh(DRAWN, "guess cards", space, me)
    cards = deal(guess_words(pair).cards, drawn)
    journal.append(member.reading, Dealt(cards=cards))
