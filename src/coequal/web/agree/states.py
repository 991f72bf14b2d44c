"""What two people hold to, between the journal and the rules."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from coequal.core.agree.agreements import (
    AgreementState,
    Now,
    agreements,
    in_vain,
    turns,
)
from coequal.core.agree.entries import Agreement, GoOn
from coequal.core.agree.rules import (
    check_agreement,
    may_agree,
    may_keep,
    may_stop,
)
from coequal.core.recorded import NAME
from coequal.core.two.offers import Offer
from coequal.core.two.refusals import NotNow
from coequal.core.whose import OTHER, whose
from coequal.errors import CoequalError, Refused
from coequal.journal import clock
from coequal.journal.door import Damaged, Record
from coequal.people import zones
from coequal.people.pairs import PairMember
from coequal.web.two import offers
from coequal.web.two.dates import ref_from, short_id
from coequal.web.two.offers import Offers
from coequal.web.two.one_act import one_act
from coequal.web.two.said_apart import SaidApart

P = ParamSpec("P")
T = TypeVar("T")
States = tuple[AgreementState, ...]

AGREEMENTS: Final = Offers(kind=Agreement)
KEEPS: Final = SaidApart(
    kind=GoOn,
    name="agreement kept",
    of=lambda one: (one.agreed, one.turn.to_bytes(2, "big")),
)
READS: Final = (Agreement, GoOn)


def areas(member: PairMember) -> frozenset[str]:
    """Return the areas in which these two may agree on something."""
    return whose(member.pair).agreed | {OTHER}


def now(member: PairMember) -> States:
    """Return all that was ever offered between the two, as it stands at this second."""
    return _now_and_kept(member)[0]


def _now_and_kept(member: PairMember) -> tuple[States, list[Record[GoOn]]]:
    """Return the same, and who would go on with what, as far as I may know it."""
    moment = Now(
        at=clock.now(),
        calendar=zones.weeks_end,
        areas=areas(member),
        closed=member.closed,
    )
    offered = AGREEMENTS.read(member)
    spoilt, maybe = _unread(member, {one.ref for one in offered})
    found, kept = [], []
    for one in offered:
        said = _kept(member, one, moment)
        doubt = one.in_doubt or spoilt or said is None or one.ref in maybe
        found.append(replace(one, in_doubt=doubt))
        kept += said or []
    return agreements(found, kept, moment), kept


def _unread(member: PairMember, read: Container[bytes]) -> tuple[bool, set[bytes]]:
    """Return whether a line is damaged, and what may have given way to others.

    What was damaged could have taken the place of anything; a line of which only the
    yes was, of the one that it names.
    """
    known = member.reading.entries(Agreement)
    lines = [one for one in known if not isinstance(one, Damaged)]
    maybe = {one.entry.former for one in lines if one.ref not in read}
    return len(lines) < len(known), maybe


def _kept(
    member: PairMember, offer: Offer[Agreement], moment: Now
) -> list[Record[GoOn]] | None:
    """Return who would go on with it; None where something of that is missing."""
    if offer.agreed is None:
        return []
    agreed = offer.agreed.ref
    things = [(agreed, turn.to_bytes(2, "big")) for turn in turns(offer, moment)]
    subjects = [KEEPS.subject(*of) for of in things]
    with suppress(CoequalError):
        said = KEEPS.read(member, things)
        if not (subjects and member.reading.sight.in_doubt(*subjects)):
            return said
    return None


def name(state: AgreementState) -> str:
    """Return its id in an address."""
    return short_id(state.ref)


def find(known: States, line_id: str) -> AgreementState | None:
    """Return the one with an id in an address, or None."""
    wanted = ref_from(line_id)[:NAME]
    return next((one for one in known if one.ref[:NAME] == wanted), None)


def earlier(known: States, state: AgreementState) -> Iterator[AgreementState]:
    """Yield the words that it took the place of, the latest first."""
    by_ref = {one.ref: one for one in known}
    while (former := by_ref.get(state.entry.former)) is not None:
        yield former
        state = former


def _get(member: PairMember, ref: bytes) -> AgreementState:
    for one in now(member):
        if one.ref == ref:
            return one
    raise Refused(NotNow.GONE)


def _acts(
    do: Callable[Concatenate[PairMember, P], T],
) -> Callable[Concatenate[PairMember, P], T]:
    """Do it as one act, which also takes away what I said of a *keep* in vain.

    Nobody is told: what is closed goes as if it had never been there.
    """

    @one_act
    @wraps(do)
    def act(member: PairMember, /, *args: P.args, **kwargs: P.kwargs) -> T:
        # First, as what is done last may hold the lock already.
        for one in in_vain(*_now_and_kept(member)):
            KEEPS.withdraw(member, *KEEPS.of(one))
        return do(member, *args, **kwargs)

    return act


@_acts
def offer(member: PairMember, wanted: Agreement) -> str:
    """Offer a line, and return its id. Raises `Refused`."""
    known = now(member)
    line = check_agreement(wanted, known, member.seat, areas=areas(member))
    return short_id(AGREEMENTS.offer(member, line))


@_acts
def agree(member: PairMember, ref: bytes) -> None:
    """Say yes to the exact words of the other."""
    AGREEMENTS.accept(member, may_agree(_get(member, ref), member.seat))


@_acts
def take_back(member: PairMember, ref: bytes) -> None:
    """Take back what I offered, while nobody has said yes."""
    AGREEMENTS.take_back(member, _get(member, ref).offer)


@_acts
def stop(member: PairMember, ref: bytes) -> None:
    """End it, alone and at once."""
    offers.end(member, may_stop(_get(member, ref)))


@_acts
def keep(member: PairMember, ref: bytes, turn: int) -> None:
    """Say that I would go on with it; it does if the other says so too."""
    KEEPS.put_in(member, may_keep(_get(member, ref), turn))


@_acts
def let_go(member: PairMember, ref: bytes, turn: int) -> None:
    """Take back that I would go on with it. Nobody is told."""
    KEEPS.withdraw(member, *KEEPS.of(may_keep(_get(member, ref), turn)))
