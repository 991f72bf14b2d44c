"""Where one is among the four cards, in one's own notes."""

from __future__ import annotations

from coequal.core.see.fold import standing
from coequal.core.see.opening_entries import FIRST, Bookmark
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed.subjects import subject
from coequal.web.see import joint
from coequal.web.see.own import SITTING


def looking(visit: Visit, bond: Bond) -> bool:
    """Whether it is open and I have looked; only then there are cards.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    return joint.where(bond).open and joint.pinned(visit, bond)


def place(visit: Visit, bond: Bond) -> Bookmark:
    """Return where I am among the cards of this pair."""
    stand = standing(_kept(visit, bond), lambda entry: entry.kind)
    return next((record.entry for record in stand.values()), FIRST)


def keep(visit: Visit, bond: Bond, mark: Bookmark) -> None:
    """Remember where I am, in place of where I was."""
    former = _kept(visit, bond)
    if former and place(visit, bond) == mark:
        return
    replaced = sorted(record.ref for record in former)
    journal.append(visit.own, mark, subject=_about(bond), answers=replaced)
    for record in former:
        journal.shred(visit.own, record)


def _kept(visit: Visit, bond: Bond) -> list[Record[Bookmark]]:
    return journal.read(visit.own, Bookmark, subject=_about(bond))


def _about(bond: Bond) -> bytes:
    return subject("cards", bond.iid, str(SITTING))
