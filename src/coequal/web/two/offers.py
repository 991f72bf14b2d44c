"""Offer and yes, between the journal and the rules."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Generic, TypeVar

from coequal.core.entry import Entry
from coequal.core.two import offers
from coequal.core.two.offers import Ended, Offer, Replies, Undo, Yes
from coequal.errors import CoequalError
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject

E = TypeVar("E", bound=Entry)

Found = tuple[Offer[E], ...]


def replies(member: PairMember, subjects: Collection[bytes]) -> Replies:
    """Return all that was said to offers under some subjects."""
    reading = member.reading
    reading.fetch(*offers.KINDS, subjects=subjects)

    def on(kind: type[E]) -> list[Record[E]]:
        return [one for about in subjects for one in reading.read(kind, subject=about)]

    return Replies(yes=on(Yes), ended=on(Ended), undo=on(Undo))


def _is_sound(member: PairMember, ref: bytes) -> bool:
    """Whether all that was said to an offer can be read."""
    try:
        replies(member, [ref])
    except CoequalError:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers(Generic[E]):
    """One kind of entry that one of the two offers and the other says yes to.

    Each act asks the rule and writes; a page does it as one act of the pair.
    `belongs_to` is the ref of what an offer is made about, if it is about something:
    then all that is said to it stands under that subject.
    """

    kind: type[E]

    def read(self, member: PairMember) -> Found[E]:
        """Return every offer of this kind that is about nothing else, oldest first.

        One of which something was damaged is left out with all that was said to it:
        else it could seem to hold because the end of it cannot be read.
        """
        found = member.reading.sound(self.kind)
        member.reading.fetch(*offers.KINDS, subjects=[one.ref for one in found])
        offered = [one for one in found if _is_sound(member, one.ref)]
        said = replies(member, [one.ref for one in offered])
        # Asked last: what is missing may be found by reading.
        doubt = {one.ref for one in offered if self._in_doubt(member, one.ref)}
        return offers.offers(offered, said, member.seat, in_doubt=doubt)

    def _in_doubt(self, member: PairMember, ref: bytes) -> bool:
        # What was offered besides may have been about the same.
        return member.reading.sight.in_doubt(ref, subject(self.kind.kind))

    def offer(
        self, member: PairMember, entry: E, *, belongs_to: bytes | None = None
    ) -> bytes:
        """Write an offer that a rule has allowed, and return its ref."""
        answers = () if belongs_to is None else (belongs_to,)
        return journal.append(
            member.reading, entry, subject=belongs_to, answers=answers
        )

    def accept(
        self, member: PairMember, offer: Offer[E], *, belongs_to: bytes | None = None
    ) -> None:
        """Say yes to the exact words of the other."""
        to = offers.may_accept(offer, member.seat)
        _answer(member, Yes(), to.ref, belongs_to or to.ref)

    def take_back(self, member: PairMember, offer: Offer[E]) -> None:
        """Take back what I offered, while nobody has said yes."""
        to = offers.may_take_back(offer, member.seat)
        _shred(member, self.kind, to.ref)


def end(member: PairMember, offer: Offer[E]) -> None:
    """End what both said yes to, alone and at once."""
    _answer(member, Ended(), offers.may_end(offer).ref, offer.ref)


def ask_to_undo(
    member: PairMember, offer: Offer[E], *, belongs_to: bytes | None = None
) -> None:
    """Say that I would undo what both said yes to."""
    agreed = offers.may_ask_to_undo(offer, member.seat)
    _answer(member, Undo(), agreed.ref, belongs_to or offer.ref)


def let_stand(member: PairMember, offer: Offer[E]) -> None:
    """Take back my wish to undo, while the other has not said yes to it."""
    _shred(member, Undo, offers.may_let_stand(offer, member.seat))


def undo(
    member: PairMember, offer: Offer[E], *, belongs_to: bytes | None = None
) -> None:
    """Say yes to undoing it."""
    wish = offers.may_undo(offer, member.seat)
    _answer(member, Yes(), wish, belongs_to or offer.ref)


def _answer(member: PairMember, entry: Entry, ref: bytes, subject: bytes) -> None:
    journal.append(member.reading, entry, subject=subject, answers=[ref])


def _shred(member: PairMember, kind: type[Entry], ref: bytes) -> None:
    for record in member.reading.named(kind, [ref]):
        journal.shred(member.reading, record)
