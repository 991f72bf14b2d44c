"""What I saw first of what opened, kept where nobody else can write.

The host says what is open, so whoever has the host and the database could open
something else in its place. Who has seen it once is shown nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from coequal.errors import Unsound
from coequal.journal import door as journal
from coequal.journal.entries import FirstSeen
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed.subjects import subject

Refs = Iterable[bytes]


def about(member: PairMember, what: bytes) -> bytes:
    """Return the subject of a pin: something of two people, by what names it."""
    return subject("pin", member.pair_id, what)


def pinned(session: Session, what: bytes, refs: Refs) -> bool:
    """Whether I have seen what opened there: these refs, and no others.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    pins = session.own.read(FirstSeen, subject=what)
    return _same((one.entry for one in pins), refs)


def pin(session: Session, opened: Mapping[bytes, Refs]) -> None:
    """Remember what is open, each by its subject; what I saw before stays pinned.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    known: dict[bytes, list[FirstSeen]] = defaultdict(list)
    for one in session.own.read(FirstSeen):
        known[one.subject].append(one.entry)
    for what, refs in opened.items():
        if not _same(known[what], refs):
            entry = FirstSeen(refs=tuple(sorted(refs)))
            journal.append(session.own, entry, subject=what)


def _same(pins: Iterable[FirstSeen], refs: Refs) -> bool:
    """Whether there are pins; each must name these refs."""
    now = set(refs)
    found = [set(one.refs) == now for one in pins]
    if not all(found):
        message = "what is open is not what was seen first"
        raise Unsound(message)
    return bool(found)
