"""What I saw first of what opened, kept where nobody else can write.

The host says what is open, so whoever has the host and the database could open
something else in its place. Who has seen it once is shown nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from coequal.errors import Unsound
from coequal.journal import door as journal
from coequal.journal.entries import Pinned
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed.subjects import subject

Refs = Iterable[bytes]


def about(bond: Bond, what: bytes) -> bytes:
    """Return the subject of a pin: something of two people, by what names it."""
    return subject("pin", bond.iid, what)


def pinned(visit: Visit, what: bytes, refs: Refs) -> bool:
    """Whether I have seen what opened there: these refs, and no others.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    pins = journal.read(visit.own, Pinned, subject=what)
    return _same((one.entry for one in pins), refs)


def pin(visit: Visit, opened: Mapping[bytes, Refs]) -> None:
    """Remember what is open, each by its subject; what I saw before stays pinned.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    known: dict[bytes, list[Pinned]] = defaultdict(list)
    for one in journal.read(visit.own, Pinned):
        known[one.subject].append(one.entry)
    for what, refs in opened.items():
        if not _same(known[what], refs):
            entry = Pinned(refs=tuple(sorted(refs)))
            journal.append(visit.own, entry, subject=what)


def _same(pins: Iterable[Pinned], refs: Refs) -> bool:
    """Whether there are pins; each must name these refs."""
    now = set(refs)
    found = [set(one.refs) == now for one in pins]
    if not all(found):
        message = "what is open is not what was seen first"
        raise Unsound(message)
    return bool(found)
