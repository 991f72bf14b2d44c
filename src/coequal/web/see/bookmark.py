"""Where one is among the four cards, in one's own notes."""

from __future__ import annotations

from coequal.core.recorded import standing
from coequal.core.see.joint_entries import FIRST, Bookmark
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed.subjects import subject
from coequal.web.see import joint_picture


def looking(session: Session, member: PairMember) -> int:
    """Return the round that is open and that I have looked at; 0 if there is none.

    Only then there are cards. Raises `Unsound` if what is open is not what I saw at
    first.
    """
    number = joint_picture.where(member).round
    return number if number and joint_picture.pinned(session, member, number) else 0


def place(session: Session, member: PairMember, number: int) -> Bookmark:
    """Return where I am among the cards of one round of this pair."""
    stand = standing(_kept(session, member, number), lambda entry: entry.kind)
    return next((record.entry for record in stand.values()), FIRST)


def keep(session: Session, member: PairMember, number: int, mark: Bookmark) -> None:
    """Remember where I am, in place of where I was."""
    former = _kept(session, member, number)
    if former and place(session, member, number) == mark:
        return
    replaced = sorted(record.ref for record in former)
    journal.append(session.own, mark, subject=_about(member, number), answers=replaced)
    for record in former:
        journal.shred(session.own, record)


def _kept(session: Session, member: PairMember, number: int) -> list[Record[Bookmark]]:
    return session.own.read(Bookmark, subject=_about(member, number))


def _about(member: PairMember, number: int) -> bytes:
    return subject("cards", member.pair_id, str(number))
