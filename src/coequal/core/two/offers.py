"""Offer and yes: one offers, the other says yes to the very words.

What both said yes to may be ended by either, where the room has it so, or undone
by both: the wish to undo is an offer again, and the other's yes to it undoes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.moments import is_beyond
from coequal.core.people import Seat
from coequal.core.two.refusals import NotNow
from coequal.core.two.said import Said, oldest_first, seat_of
from coequal.errors import Refused

E = TypeVar("E", bound=Entry)


@entry("yes", Audience.BOTH)
class Yes(Entry):
    """The other's yes; it answers the offer, word for word."""


@entry("ended", Audience.BOTH)
class Ended(Entry):
    """Either of the two ends what both said yes to; it answers the yes."""


@entry("undo", Audience.BOTH, shred=Shred.AUTHOR)
class Undo(Entry):
    """One of the two would undo what both said yes to; it answers the yes."""


KINDS = (Yes, Ended, Undo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """All that one of the two can read of what was said to offers, in any order."""

    yes: Sequence[Said[Yes]] = ()
    ended: Sequence[Said[Ended]] = ()
    undo: Sequence[Said[Undo]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """The yes of the other: its ref, and the second it was given."""

    ref: bytes
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Generic[E]):
    """What one of the two offered, and how far it is.

    `agreed` is the first yes of the other. `undoing` are those who would undo it,
    with the ref of their wish; once the other said yes to that, it is `undone`. It was
    `ended_at` the second at which one of them first did. One is `in_doubt` while
    something that could have ended or changed it is missing.
    """

    ref: bytes
    at: int
    by: Seat
    entry: E
    agreed: Agreed | None = None
    ended_at: int | None = None
    undoing: Mapping[Seat, bytes] = field(default_factory=dict)
    undone: bool = False
    in_doubt: bool = False

    @property
    def ended(self) -> bool:
        """Whether either of the two ended it."""
        return self.ended_at is not None

    @property
    def open(self) -> bool:
        """Whether it waits for the other's yes."""
        return self.agreed is None

    @property
    def holds(self) -> bool:
        """Whether both said yes, and neither ended nor both undid it, without doubt."""
        is_over = self.ended or self.undone or self.in_doubt
        return self.agreed is not None and not is_over

    def check_sure(self) -> None:
        """Refuse to go on from something of which a part is missing."""
        if self.in_doubt:
            raise Refused(NotNow.DOUBT)


def offers(
    offered: Iterable[Said[E]],
    replies: Replies,
    me: Seat,
    *,
    in_doubt: Container[bytes] = (),
) -> tuple[Offer[E], ...]:
    """Return every offer of the two as the person in seat `me` reads it, oldest first.

    Gives a result for any subset of entries in any order. A yes from the person who
    offered is ignored. Those whose refs are `in_doubt` hold for nobody.
    """
    yes, undo = _by_answer(replies.yes), _by_answer(replies.undo)
    ends = oldest_first(replies.ended)[::-1]
    ended = {ref: one.at for one in ends for ref in one.answers}
    found = (_offer(one, yes, undo, ended, me) for one in oldest_first(offered))
    return tuple(replace(one, in_doubt=one.ref in in_doubt) for one in found)


def _offer(
    offered: Said[E],
    yes: Mapping[bytes, list[Said[Yes]]],
    undo: Mapping[bytes, list[Said[Undo]]],
    ended: Mapping[bytes, int],
    me: Seat,
) -> Offer[E]:
    said_yes = _from_the_other(offered, yes)
    wishes = [wish for one in said_yes for wish in undo.get(one.ref, ())]
    first = said_yes[0] if said_yes else None
    return Offer(
        ref=offered.ref,
        at=offered.at,
        by=seat_of(offered, me),
        entry=offered.entry,
        agreed=None if first is None else Agreed(ref=first.ref, at=first.at),
        ended_at=min((ended[o.ref] for o in said_yes if o.ref in ended), default=None),
        undoing={seat_of(wish, me): wish.ref for wish in wishes},
        undone=any(_from_the_other(wish, yes) for wish in wishes),
    )


def _by_answer(records: Iterable[Said[E]]) -> dict[bytes, list[Said[E]]]:
    """Return records by what they answer, the oldest first."""
    found: dict[bytes, list[Said[E]]] = defaultdict(list)
    for one in oldest_first(records):
        for ref in one.answers:
            found[ref].append(one)
    return found


def _from_the_other(
    to: Said[Entry], yes: Mapping[bytes, list[Said[Yes]]]
) -> list[Said[Yes]]:
    return [one for one in yes.get(to.ref, ()) if one.mine is not to.mine]


def began(offer: Offer[E], *, now: int) -> int | None:
    """Return the second at which it began: the later of the offer and the yes.

    Whoever has the database can write another time into what they said themselves. So
    one that lies more than a day in the future is left out, and with both left out it
    is None, and nothing runs. None also before the yes.
    """
    if offer.agreed is None:
        return None
    times = (offer.at, offer.agreed.at)
    return max((one for one in times if not is_beyond(one, now=now)), default=None)


def find(found: Iterable[Offer[E]], ref: bytes) -> Offer[E]:
    """Return the offer with this ref. Raises `Refused` if it is not among them."""
    for one in found:
        if one.ref == ref:
            return one
    raise Refused(NotNow.GONE)


def may_accept(offer: Offer[E], me: Seat) -> Offer[E]:
    """Return an offer of the other that one may say yes to, word for word."""
    offer.check_sure()
    if not offer.open:
        raise Refused(NotNow.GONE)
    if offer.by is me:
        raise Refused(NotNow.OWN)
    return offer


def may_take_back(offer: Offer[E], me: Seat) -> Offer[E]:
    """Return one's own offer that one may take back: until the other's yes."""
    if not offer.open or offer.by is not me:
        raise Refused(NotNow.GONE)
    return offer


def may_end(offer: Offer[E]) -> Agreed:
    """Return the yes that either may end."""
    offer.check_sure()
    if offer.agreed is None or not offer.holds:
        raise Refused(NotNow.GONE)
    return offer.agreed


def may_ask_to_undo(offer: Offer[E], me: Seat) -> Agreed:
    """Return the yes that one may ask to undo, if nobody has asked."""
    if offer.undoing:
        raise Refused(NotNow.ASKED if me in offer.undoing else NotNow.GONE)
    return may_end(offer)


def may_let_stand(offer: Offer[E], me: Seat) -> bytes:
    """Return one's own wish to undo that one may take back."""
    if me not in offer.undoing or not offer.holds:
        raise Refused(NotNow.GONE)
    return offer.undoing[me]


def may_undo(offer: Offer[E], me: Seat) -> bytes:
    """Return the other's wish to undo that one may say yes to."""
    return may_let_stand(offer, me.other)
