"""What I saw first of what opened, kept where nobody else can write.

The host says what is open, so whoever has the host and the database could open
something else in its place. Once I have seen what opened, anything
different in its place raises `Unsound`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coequal.errors import Unsound
from coequal.journal import door as journal
from coequal.journal.door import Damaged
from coequal.journal.entries import FirstSeen
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject

Refs = Iterable[bytes]


def subject_of(member: PairMember, what: bytes) -> bytes:
    """Return under which subject I keep the first sight of something of the two."""
    return subject("first seen", member.pair_id, what)


def seen(member: PairMember, what: bytes, refs: Refs) -> bool:
    """Whether I have seen what opened there: these refs, and no others.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    kept = member.own.read(FirstSeen, subject=subject_of(member, what))
    return _same((one.entry for one in kept), refs)


def has_looked(member: PairMember, what: bytes) -> bool:
    """Whether I have looked at what opened there; its page tells if it is the same."""
    return bool(member.own.standing(FirstSeen, [subject_of(member, what)]))


def check_unseen(member: PairMember, what: bytes) -> None:
    """Raise `Unsound` if I saw something open there that is not open now."""
    if member.own.read(FirstSeen, subject=subject_of(member, what)):
        message = "what I saw open is not there any more"
        raise Unsound(message)


def can_tell(member: PairMember, what: Iterable[bytes]) -> set[bytes]:
    """Return those things of which I can tell whether I saw them, and how.

    Of the others what I kept was damaged. A list leaves them out; the page of one of
    them raises `Unsound`.
    """
    subjects = {one: subject_of(member, one) for one in what}
    member.own.fetch(FirstSeen, subjects=subjects.values())
    return {
        one
        for one, about in subjects.items()
        if not any(
            isinstance(kept, Damaged)
            for kept in member.own.entries(FirstSeen, subject=about)
        )
    }


def new(
    member: PairMember, opened: Mapping[bytes, frozenset[bytes]]
) -> dict[bytes, frozenset[bytes]]:
    """Return what of this I see for the first time; what has no refs is not open.

    Raises `Unsound` if something is not what I saw at first.
    """
    there = {what: refs for what, refs in opened.items() if refs}
    subjects = [subject_of(member, what) for what in there]
    member.own.fetch(FirstSeen, subjects=subjects)
    return {what: refs for what, refs in there.items() if not seen(member, what, refs)}


def remember(member: PairMember, opened: Mapping[bytes, Refs]) -> None:
    """Remember what is open, by what it is; what I saw before stays as I saw it.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    if not opened:
        return
    with member.own.locked():
        fresh = new(member, {what: frozenset(refs) for what, refs in opened.items()})
        for what, refs in fresh.items():
            entry = FirstSeen(refs=tuple(sorted(refs)))
            journal.append(member.own, entry, subject=subject_of(member, what))


def _same(kept: Iterable[FirstSeen], refs: Refs) -> bool:
    """Whether something is kept; all of it must name these refs."""
    now = set(refs)
    found = [set(one.refs) == now for one in kept]
    if not all(found):
        message = "what is open is not what was seen first"
        raise Unsound(message)
    return bool(found)
