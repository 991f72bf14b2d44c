"""Whether somebody may look together now, and the one act by which they do."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from coequal.core.see.rounds import Missing
from coequal.people.pairs import PairMember
from coequal.web.see import answers_store, bookmark, joint_picture, prepared
from coequal.web.two.page import PairRequest, Tried, rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterContext:
    """What I still lack before we look again: `time`, or `answers` of my own.

    Or no more than answers to questions that are `new` to me: how many there are.
    """

    sheet_id: str
    time: bool
    answers: bool
    new: int


def before_choosing(asked: PairRequest, tried: Tried | None) -> HttpResponse | None:
    """Return where one is led first: to what is open, or what one still lacks."""
    member = asked.member
    where = joint_picture.where(member)
    if looks_first(member, where.round):
        return asked.to("see:look")
    if where.ready:
        return asked.to("see:ready")
    lacking = missing(member, where.round)
    if lacking:
        return rendered(asked, "see/later.html", _later(member, lacking), tried)
    return None


def looks_first(member: PairMember, latest: int) -> bool:
    """Whether something is open that can be shown, and that I have not seen whole."""
    if not latest or not joint_picture.can_be_shown_now(member):
        return False
    return not bookmark.looking(member) or not bookmark.place(member, latest).through


def missing(member: PairMember, latest: int) -> frozenset[Missing]:
    """Return what I still lack before we look again; the first time it is nothing."""
    return joint_picture.missing(member, latest) if latest else frozenset()


def _later(member: PairMember, lacking: frozenset[Missing]) -> LaterContext:
    own = answers_store.own_answers(member.own, joint_picture.sheet(member))
    only = lacking == {Missing.ANSWERS}
    return LaterContext(
        sheet_id=member.sheet.hex(),
        time=Missing.TIME in lacking,
        answers=Missing.ANSWERS in lacking,
        new=len(own.new) if only else 0,
    )


def look_together(member: PairMember) -> bool:
    """Put in what I prepared, and be ready to look; whether that opened it.

    Raises `Refused` if what I prepared cannot stand, or is not there.
    """
    values = prepared.of_pair(member).values()
    return joint_picture.put_in(member, joint_picture.where(member).next, values)
