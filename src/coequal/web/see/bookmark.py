"""Where one is among the four cards, in one's own notes."""

from __future__ import annotations

from coequal.core.recorded import standing
from coequal.core.see.opening_entries import FIRST, Bookmark
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed.subjects import subject
from coequal.web.see import joint


def looking(visit: Visit, bond: Bond) -> int:
    """Return the round that is open and that I have looked at; 0 if there is none.

    Only then there are cards. Raises `Unsound` if what is open is not what I saw at
    first.
    """
    number = joint.where(bond).round
    return number if number and joint.pinned(visit, bond, number) else 0


def place(visit: Visit, bond: Bond, number: int) -> Bookmark:
    """Return where I am among the cards of one round of this pair."""
    stand = standing(_kept(visit, bond, number), lambda entry: entry.kind)
    return next((record.entry for record in stand.values()), FIRST)


def keep(visit: Visit, bond: Bond, number: int, mark: Bookmark) -> None:
    """Remember where I am, in place of where I was."""
    former = _kept(visit, bond, number)
    if former and place(visit, bond, number) == mark:
        return
    replaced = sorted(record.ref for record in former)
    journal.append(visit.own, mark, subject=_about(bond, number), answers=replaced)
    for record in former:
        journal.shred(visit.own, record)


def _kept(visit: Visit, bond: Bond, number: int) -> list[Record[Bookmark]]:
    return journal.read(visit.own, Bookmark, subject=_about(bond, number))


def _about(bond: Bond, number: int) -> bytes:
    return subject("cards", bond.iid, str(number))
