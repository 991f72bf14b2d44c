"""What each of the two may do with an agreement next; else `Refused` with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Final

from coequal.core.agree.agreements import AgreementStage, AgreementState
from coequal.core.agree.entries import WEEKS, Agreement, Binds, GoOn
from coequal.core.characters import looks
from coequal.core.lines import one_line
from coequal.core.people import Seat
from coequal.core.two.offers import Offer, may_accept, may_end
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused

LONGEST: Final = 160
LIMIT_LONGEST: Final = 60
MOST_OFFERED: Final = 12
"""How many offers of one person may wait, so that nobody fills the page of the two."""


class NoAgreement(StrEnum):
    """Why something cannot be agreed on."""

    OWN = "it is one person's own"
    NOWHERE = "it does not say what it is about"
    NOBODY = "it does not say whose doing it is"
    THEIRS = "it sets something to the other alone"
    UNEQUAL = "what it sets to both is not the same for both"
    SHORT = "no such number of weeks"
    FULL = "as many as one person may have offered"
    SAME = "these words stand already"
    EARLY = "it is not the time to say that it goes on"


def check_agreement(
    wanted: Agreement,
    known: Iterable[AgreementState],
    me: Seat,
    *,
    areas: Collection[str],
) -> Agreement:
    """Return an agreement that may be offered, each text as one line."""
    _check_whose(wanted, areas)
    line = replace(
        wanted,
        when=_perhaps(wanted.when, LONGEST),
        then=one_line(wanted.then, longest=LONGEST),
        my_limit=_perhaps(wanted.my_limit, LIMIT_LONGEST),
        your_limit=_perhaps(wanted.your_limit, LIMIT_LONGEST),
    )
    if not line.is_own:
        raise Refused(NoAgreement.THEIRS)
    if not line.is_equal:
        raise Refused(NoAgreement.UNEQUAL)
    _check_beside(line, tuple(known), me)
    return line


def _check_whose(wanted: Agreement, areas: Collection[str]) -> None:
    if not wanted.area:
        raise Refused(NoAgreement.NOWHERE)
    if wanted.area not in areas:
        raise Refused(NoAgreement.OWN)
    if wanted.binds not in {*Binds}:
        raise Refused(NoAgreement.NOBODY)
    if wanted.weeks not in WEEKS:
        raise Refused(NoAgreement.SHORT)


def _check_beside(line: Agreement, known: Collection[AgreementState], me: Seat) -> None:
    """Refuse what is said already, and more than fits."""
    offered = [one for one in known if one.stage is AgreementStage.OFFERED]
    if any(one.offer.by is me and _same(one.entry, line) for one in offered):
        raise Refused(NotNow.ASKED)
    holding = (one for one in known if one.stage is AgreementStage.HOLDS)
    if any(one.ref != line.former and _same(one.entry, line) for one in holding):
        raise Refused(NoAgreement.SAME)
    if len([one for one in offered if one.offer.by is me]) >= MOST_OFFERED:
        raise Refused(NoAgreement.FULL)
    if line.former and not any(_may_give_way(one, line.former) for one in known):
        raise Refused(NotNow.GONE)


def _may_give_way(one: AgreementState, former: bytes) -> bool:
    return one.ref == former and one.stage in {
        AgreementStage.HOLDS,
        AgreementStage.LOOK,
        AgreementStage.OVER,
    }


def _same(one: Agreement, other: Agreement) -> bool:
    return words(one) == words(other)


def words(one: Agreement) -> tuple[str, ...]:
    """Return what a line says, alike for two lines that look the same."""
    texts = (one.when, one.then, one.my_limit, one.your_limit)
    return (one.binds, one.area, *map(looks, texts))


def _perhaps(text: str, longest: int) -> str:
    return one_line(text, longest=longest) if text.strip() else ""


def may_agree(state: AgreementState, me: Seat) -> Offer[Agreement]:
    """Return the other's offer that one may say yes to, word for word."""
    _check_stage(state, AgreementStage.OFFERED)
    return may_accept(state.offer, me)


def may_stop(state: AgreementState) -> Offer[Agreement]:
    """Return what both hold to and either may end, any day."""
    _check_stage(state, AgreementStage.HOLDS)
    may_end(state.offer)
    return state.offer


def may_keep(state: AgreementState, turn: int) -> GoOn:
    """Return what one may say, closed, of something that has ended: that it goes on.

    `turn` is the one whose end stood on the page: a page that was left open keeps
    nothing of a later one.
    """
    if state.stage is AgreementStage.HOLDS:
        raise Refused(NoAgreement.EARLY)
    _check_stage(state, AgreementStage.LOOK)
    if turn != state.turn:
        raise Refused(NotNow.GONE)
    return GoOn(agreed=yes_of(state), turn=turn)


def yes_of(state: AgreementState) -> bytes:
    """Return what names the yes to these words; nothing before it."""
    agreed = state.offer.agreed
    return b"" if agreed is None else agreed.ref


def _check_stage(state: AgreementState, stage: AgreementStage) -> None:
    state.offer.check_sure()
    if state.stage is not stage:
        raise Refused(NotNow.GONE)
