"""The picture at the end: made of what both have tapped, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coequal.core.guess.cards import GuessCard
from coequal.core.guess.entries import BOTH
from coequal.core.guess.game import Turned
from coequal.core.people import Pair, Seat


class Ending(StrEnum):
    """How a game ended: what the picture leads with."""

    BY_HEART = "by heart"
    SOME = "some"
    TO_TELL = "to tell"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What one person says to a card, or both do alike (`by` is None)."""

    card: GuessCard
    said: str
    by: Seat | None = None

    def words(self, names: Pair[str]) -> str:
        """Return it as a sentence: in the voice of whoever says it."""
        if self.by is None:
            return self.card.fact(self.said, names)
        return self.card.quote(self.said, self.by, names)


class Try(StrEnum):
    """What somebody might try, as far as what was tapped leads there."""

    SWAP = "swap"
    DO = "do"
    TURNS = "turns"
    LOOK = "look"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTry:
    """Something to try; of a card and what was said to it, if it is of one."""

    what: Try
    card: GuessCard | None = None
    said: Pair[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keepsake:
    """The picture of one game.

    `known` are guesses that came true, `unknown` what stands on one card where one
    did not. Where none came true `to_tell` holds the cards to talk about.
    """

    ending: Ending
    known: tuple[Saying, ...] = ()
    unknown: tuple[Saying, ...] = ()
    to_tell: tuple[GuessCard, ...] = ()
    hint: ToTry


def keepsake(cards: Sequence[Turned]) -> Keepsake:
    """Return the picture of a game, from its cards in order."""
    there = [one for one in cards if not one.closed]
    known = tuple(fact for one in there for fact in _known(one))
    hint = _hint(there)
    if not there:
        return Keepsake(ending=Ending.CLOSED, hint=hint)
    if not known:
        asks = tuple(one.card for one in there)
        return Keepsake(ending=Ending.TO_TELL, to_tell=asks, hint=hint)
    if all(one.both_knew for one in cards):
        return Keepsake(ending=Ending.BY_HEART, known=known, hint=hint)
    news = [one for one in there if not one.both_knew]
    # First one that was news to both, else the first there is.
    news.sort(key=lambda one: one.knew(Seat.A) or one.knew(Seat.B))
    unknown = tuple(fact for one in news[:1] for fact in _unknown(one))
    return Keepsake(ending=Ending.SOME, known=known, unknown=unknown, hint=hint)


def _known(one: Turned) -> Iterator[Saying]:
    if one.both_knew and one.alike:
        yield Saying(card=one.card, said=one.said.a)
    else:
        yield from (_said(one, seat) for seat in Seat if one.knew(seat.other))


def _unknown(one: Turned) -> Iterator[Saying]:
    return (_said(one, seat) for seat in Seat if not one.knew(seat.other))


def _said(one: Turned, seat: Seat) -> Saying:
    return Saying(card=one.card, said=one.said[seat], by=seat)


def _hint(there: Sequence[Turned]) -> ToTry:
    """Return the first thing to try that the cards lead to, the lightest kind first."""
    for what in Try:
        found = next((one for one in there if _leads_to(one, what)), None)
        if found is not None:
            return ToTry(what=what, card=found.card, said=found.said)
    return ToTry(what=Try.ASK)


def _leads_to(one: Turned, what: Try) -> bool:
    picks = bool(one.card.answers)
    return {
        Try.SWAP: not picks
        and one.alike
        and bool(one.card.hint)
        and one.said.a != BOTH,
        Try.DO: picks and one.alike and bool(one.card.hint),
        Try.TURNS: picks and not one.alike and bool(one.card.hint),
        Try.LOOK: not picks and not one.alike,
        Try.ASK: False,
    }[what]
