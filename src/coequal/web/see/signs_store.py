"""Everyday signs: marks of one's own, and what two people put up for each other.

Marks stay in one's own space. Each sign that somebody puts up opens by itself, when
both have put it up. Everybody who puts up anything has the same number of rows in,
dummies among them: how many signs one has put up can be counted by nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from coequal.content.signs import sign_words
from coequal.core.people import Pair, Seat
from coequal.core.see.sign_entries import Noticed, PutUp
from coequal.core.see.signs import (
    HOW_MANY,
    Marks,
    Often,
    OnBoard,
    Sign,
    board,
    check_mark,
    marks_of,
    may_put_up,
    put_up_of,
)
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.journal.entries import Opened
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed.subjects import subject
from coequal.web.see import joint_picture


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsState:
    """What one person may know of the signs of a pair.

    `time` counts the boards of the two from 1. `waiting` is what I have put up and
    what is still closed; `been_up` are the signs that have opened this time, `board`
    those of them that still stand.
    """

    time: int
    waiting: Marks
    been_up: frozenset[str]
    board: tuple[OnBoard, ...]


def signs() -> tuple[Sign, ...]:
    """Return all signs, good and hard ones in turn."""
    return sign_words().signs


def marks(session: Session, sheet: bytes) -> dict[str, Often]:
    """Return how often one notices each sign on one sheet."""
    return marks_of(signs(), session.own.read(Noticed), sheet=sheet)


def mark(session: Session, sheet: bytes, sign: str, often: int) -> None:
    """Say how often one notices a sign, in place of what one said before.

    Raises `Refused` for a sign or an answer that there is not.
    """
    said = check_mark(signs(), sign, often)
    if marks(session, sheet).get(sign) is said:
        return
    former = _noticed(session, sheet, sign)
    entry = Noticed(sheet=sheet, sign=sign, often=said.value)
    replaced = sorted(record.ref for record in former)
    journal.append(session.own, entry, subject=_about(sheet, sign), answers=replaced)
    _shred(session, former)


def clear(session: Session, sheet: bytes, sign: str) -> None:
    """Say nothing about a sign after all."""
    _shred(session, _noticed(session, sheet, sign))


def _noticed(session: Session, sheet: bytes, sign: str) -> list[Record[Noticed]]:
    return session.own.read(Noticed, subject=_about(sheet, sign))


def _about(sheet: bytes, sign: str) -> bytes:
    return subject("noticed", sheet, sign)


def _shred(session: Session, records: list[Record[Noticed]]) -> None:
    """Shred the oldest first, so that no former mark ever stands again."""
    for record in sorted(records, key=lambda one: (one.at, one.ref)):
        journal.shred(session.own, record)


def this_time(member: PairMember) -> int:
    """Return the round that a pair is in: a new picture begins a new board."""
    return max(joint_picture.where(member).round, 1)


def round_of(time: int, sign: str) -> bytes:
    """Return the subject under which both put up one sign on one board."""
    return subject("sign", str(time), sign)


def where(member: PairMember) -> SignsState:
    """Return what I have put up, and what both have."""
    now = this_time(member)
    records = member.reading.read(PutUp)
    mine, theirs, waiting = (
        put_up_of(signs(), chosen, number=now)
        for chosen in (
            [one for one in records if one.open and one.mine],
            [one for one in records if one.open and not one.mine],
            [one for one in records if not one.open],
        )
    )
    opened = {record.subject for record in member.reading.read(Opened)}
    said: Pair[Marks] = Pair(a=mine, b=theirs)
    return SignsState(
        time=now,
        waiting=waiting,
        been_up=frozenset(s.id for s in signs() if round_of(now, s.id) in opened),
        board=board(signs(), said if member.seat is Seat.A else said.mirrored),
    )


def put_up(session: Session, member: PairMember, sign: str) -> None:
    """Put up a sign that one notices; it opens if the other has put it up too.

    Raises `Refused` if one does not notice it, or if it has opened this time.
    """
    often = may_put_up(marks(session, member.sheet), sign)
    with member.reading.locked():
        now = where(member)
        _check_closed(now, sign)
        _put_in(member, now, {**now.waiting, sign: often})


def withdraw(member: PairMember, sign: str) -> None:
    """Not put up a sign after all. Nobody is told.

    Raises `Refused` once it has opened: what was seen was seen.
    """
    with member.reading.locked():
        now = where(member)
        _check_closed(now, sign)
        left = {one: often for one, often in now.waiting.items() if one != sign}
        if left != now.waiting:
            _put_in(member, now, left)


def take_down(member: PairMember, sign: str) -> None:
    """Take one's own part of an open sign back: it leaves the board for both."""
    about = round_of(this_time(member), sign)
    for record in member.reading.read(PutUp, subject=about):
        if record.mine and record.open:
            journal.shred(member.reading, record)


def _check_closed(now: SignsState, sign: str) -> None:
    if sign in now.been_up:
        raise Refused("it has been open this time")


def _put_in(member: PairMember, now: SignsState, up: Marks) -> None:
    """Replace all that I have in and is closed by as many rows as everybody has."""
    entries = {
        round_of(now.time, sign): PutUp(sign=sign, round=now.time, often=often.value)
        for sign, often in up.items()
    }
    for number in range(HOW_MANY - len(now.been_up) - len(entries)):
        about = joint_picture.nowhere(member, round_of(now.time, ""), number)
        entries[about] = PutUp(sign="", round=now.time, often=Often.NOT.value)
    journal.put_in_each(member.reading, entries, kind=PutUp)
