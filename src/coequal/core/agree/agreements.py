"""What two people hold to: for some weeks, and longer only if both say so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from coequal.core.agree.entries import MOST_TURNS, Agreement, GoOn
from coequal.core.two.offers import Offer, began
from coequal.core.two.said import Said

Calendar = Callable[[int, int, str], int]
"""The last second of so many weeks that begin with the day of a second, in a zone."""

LOOKING: Final = 7 * 24 * 60 * 60
"""For how long after its end the two may say that it goes on, in seconds."""


class AgreementStage(StrEnum):
    """How far an agreement is."""

    OFFERED = "one has offered it"
    HOLDS = "both said yes to it"
    LOOK = "it has ended, and goes on if both say so"
    OVER = "it has ended"
    DOUBT = "something of it is missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementState:
    """One agreement as one of the two may know it.

    `until` is the last second for which it holds, or held, by the calendar; 0 if it
    never did. `turn` counts how often that came, and `is_kept` says whether I have said
    this time that it goes on: that is for me alone.
    """

    offer: Offer[Agreement]
    stage: AgreementStage
    until: int = 0
    turn: int = 1
    is_kept: bool = False

    @property
    def ref(self) -> bytes:
        """What names its exact words."""
        return self.offer.ref

    @property
    def entry(self) -> Agreement:
        """Its words."""
        return self.offer.entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """When it is, how days are counted, and the areas that two may agree on.

    Once the pair is `closed`, all that both held to has ended.
    """

    at: int
    calendar: Calendar
    areas: Collection[str]
    closed: bool = False


def agreements(
    found: Iterable[Offer[Agreement]], kept: Iterable[Said[GoOn]], now: Now
) -> tuple[AgreementState, ...]:
    """Return what has become of every offer, as one of the two reads it.

    Total over any subset and any order. Where both said yes to other words in place of
    some, those have ended, and so has all that is of one person's own. Where it is in
    doubt whether both did, so are those.
    """
    offers, said = tuple(found), tuple(kept)
    replaced = {one.entry.former for one in offers if one.agreed is not None}
    perhaps = {one.entry.former for one in offers if one.in_doubt}
    return tuple(
        _state(
            replace(one, in_doubt=one.in_doubt or one.ref in perhaps - replaced),
            said,
            now,
            replaced,
        )
        for one in offers
    )


def _state(
    offer: Offer[Agreement],
    kept: Collection[Said[GoOn]],
    now: Now,
    replaced: Collection[bytes],
) -> AgreementState:
    if offer.entry.area not in now.areas:
        return AgreementState(offer=offer, stage=AgreementStage.OVER)
    if offer.in_doubt:
        return AgreementState(offer=offer, stage=AgreementStage.DOUBT)
    if offer.agreed is None:
        return AgreementState(offer=offer, stage=AgreementStage.OFFERED)
    here = [one for one in kept if one.entry.agreed == offer.agreed.ref]
    turn, until = _turn(offer, here, now)
    mine = any(one.mine and one.entry.turn == turn for one in here)
    has_ended = now.closed or now.at > until + LOOKING
    over = has_ended or not offer.holds or offer.ref in replaced
    stage = AgreementStage.HOLDS if now.at <= until else AgreementStage.LOOK
    return AgreementState(
        offer=offer,
        stage=AgreementStage.OVER if over else stage,
        until=until,
        turn=turn,
        is_kept=mine and stage is AgreementStage.LOOK and not over,
    )


def in_vain(
    found: Collection[AgreementState], kept: Iterable[Said[GoOn]]
) -> list[GoOn]:
    """Return what I said closed that opens no more: its time is over.

    Not where something is missing: that may come back.
    """
    waits = {_yes(one) for one in found if one.is_kept}
    doubt = {_yes(one)[0] for one in found if one.stage is AgreementStage.DOUBT}
    mine = [one.entry for one in kept if one.mine and not one.open]
    return [
        one
        for one in mine
        if (one.agreed, one.turn) not in waits and one.agreed not in doubt
    ]


def _yes(state: AgreementState) -> tuple[bytes, int]:
    agreed = state.offer.agreed
    return (b"" if agreed is None else agreed.ref, state.turn)


def _turn(
    offer: Offer[Agreement], kept: Collection[Said[GoOn]], now: Now
) -> tuple[int, int]:
    """Return which turn it is in, and when that one ends."""
    turn, until = 1, end_of(offer, 1, now)
    while turn < MOST_TURNS and _both(kept, turn, until):
        turn += 1
        until = end_of(offer, turn, now)
    return turn, until


def end_of(offer: Offer[Agreement], turn: int, now: Now) -> int:
    """Return the last second of a turn; 0 if the agreement never began."""
    start = began(offer, now=now.at)
    weeks = offer.entry.weeks * turn
    return 0 if start is None else now.calendar(start, weeks, offer.entry.zone)


def turns(offer: Offer[Agreement], now: Now) -> range:
    """Return the turns that have ended by now, of which two may say that it goes on."""
    turn = 1
    while turn < MOST_TURNS and 0 < end_of(offer, turn, now) < now.at:
        turn += 1
    return range(1, turn)


def _both(kept: Collection[Said[GoOn]], turn: int, until: int) -> bool:
    """Whether both said in time that it goes on."""
    in_time = {
        one.mine
        for one in kept
        if one.open and one.entry.turn == turn and until < one.at <= until + LOOKING
    }
    return len(in_time) > 1
