"""Where one is among the four cards, in one's own notes."""

from __future__ import annotations

from coequal.core.see.joint_entries import FIRST, Bookmark
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web import standing
from coequal.web.see import joint_picture


def looking(member: PairMember) -> int:
    """Return the round that is open and that I have looked at; 0 if there is none.

    Only then there are cards. Raises `Unsound` if what is open is not what I saw at
    first.
    """
    number = joint_picture.where(member).round
    return number if number and joint_picture.seen(member, number) else 0


def leads_to(member: PairMember) -> tuple[str, ...]:
    """Return where one goes on: a page's name, and which card if it is one.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    latest = joint_picture.where(member).round
    if not latest:
        return ("see:together",)
    if not joint_picture.seen(member, latest):
        return ("see:look",)
    mark = place(member, latest)
    return ("see:picture",) if mark.through else ("see:card", str(mark.resume))


def place(member: PairMember, number: int) -> Bookmark:
    """Return where I am among the cards of one round of this pair."""
    kept = standing.mine(member.own, Bookmark, subject=_about(member, number))
    return kept[-1].entry if kept else FIRST


def keep(member: PairMember, number: int, mark: Bookmark) -> None:
    """Remember where I am, in place of where I was."""
    standing.replace(member.own, mark, subject=_about(member, number))


def _about(member: PairMember, number: int) -> bytes:
    return subject("cards", member.pair_id, str(number))
