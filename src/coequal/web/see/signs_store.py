"""Everyday signs: marks of one's own, and what two people put up for each other.

Marks stay in one's own space. Each sign that somebody puts up opens by itself, when
both have put it up. Everybody who puts up anything has the same number of rows in,
dummies among them: how many signs one has put up can be counted by nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from coequal.content.signs import sign_words
from coequal.core.see.entries import Opening
from coequal.core.see.sign_entries import Noticed, Often, PutUp
from coequal.core.see.signs import (
    HOW_MANY,
    Marks,
    OnBoard,
    Sign,
    board,
    check_mark,
    marks_of,
    may_put_up,
    put_up_of,
)
from coequal.core.two.said import seated
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record
from coequal.journal.entries import Opened
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web import standing
from coequal.web.see import joint_picture
from coequal.web.two import first_seen
from coequal.web.two.one_act import one_act

READS: Final = (PutUp, Opening)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsState:
    """What one person may know of the signs of a pair.

    `time` counts the boards of the two from 1. `waiting` is what I have put up and
    what is still closed; `been_up` are the signs that have opened this time, `board`
    those of them that still stand, and `refs` the exact entries that stand there, by
    the subject of their sign.
    """

    time: int
    waiting: Marks
    been_up: frozenset[str]
    board: tuple[OnBoard, ...]
    refs: Mapping[bytes, frozenset[bytes]]


def signs() -> tuple[Sign, ...]:
    """Return all signs, good and hard ones in turn."""
    return sign_words().signs


def marks(own: Reading, sheet: bytes) -> dict[str, Often]:
    """Return how often one notices each sign on one sheet."""
    return marks_of(signs(), own.sound(Noticed), sheet=sheet)


def mark(own: Reading, sheet: bytes, sign: str, often: int) -> None:
    """Say how often one notices a sign, in place of what one said before.

    Raises `Refused` for a sign or an answer that there is not.
    """
    said = check_mark(signs(), sign, often)
    entry = Noticed(sheet=sheet, sign=sign, often=said.value)
    standing.replace(own, entry, subject=_about(sheet, sign))


def clear(own: Reading, sheet: bytes, sign: str) -> None:
    """Say nothing about a sign after all."""
    standing.clear(own, Noticed, subject=_about(sheet, sign))


def _about(sheet: bytes, sign: str) -> bytes:
    return subject("noticed", sheet, sign)


def this_time(member: PairMember) -> int:
    """Return the round that a pair is in: a new picture begins a new board."""
    return max(joint_picture.where(member).round, 1)


def round_of(time: int, sign: str) -> bytes:
    """Return the subject under which both put up one sign on one board."""
    return subject("sign", str(time), sign)


def where(member: PairMember) -> SignsState:
    """Return what I have put up, and what both have."""
    now = this_time(member)
    subjects = [round_of(now, sign.id) for sign in signs()]
    member.reading.fetch(Opened, subjects=subjects)
    records = member.reading.sound(PutUp)
    mine, theirs, waiting = (
        put_up_of(signs(), chosen, number=now)
        for chosen in (
            [one for one in records if one.open and one.mine],
            [one for one in records if one.open and not one.mine],
            [one for one in records if not one.open],
        )
    )
    opened = {one for one in subjects if member.reading.sound(Opened, subject=one)}
    seen = first_seen.can_tell(member, subjects)
    both = tuple(
        one
        for one in board(signs(), seated(mine, theirs, member.seat))
        if round_of(now, one.sign.id) in seen
    )
    return SignsState(
        time=now,
        waiting=waiting,
        been_up=frozenset(s.id for s in signs() if round_of(now, s.id) in opened),
        board=both,
        refs={round_of(now, one.sign.id): _refs(records, now, one) for one in both},
    )


def _refs(records: Iterable[Record[PutUp]], now: int, one: OnBoard) -> frozenset[bytes]:
    here = (now, one.sign.id)
    return frozenset(
        record.ref
        for record in records
        if record.open and (record.entry.round, record.entry.sign) == here
    )


@one_act
def put_up(member: PairMember, sign: str) -> None:
    """Put up a sign that one notices; it opens if the other has put it up too.

    Raises `Refused` if one does not notice it, or if it has opened this time.
    """
    often = may_put_up(marks(member.own, member.sheet), sign)
    now = where(member)
    _check_closed(now, sign)
    _put_in(member, now, {**now.waiting, sign: often})


@one_act
def withdraw(member: PairMember, sign: str) -> None:
    """Not put up a sign after all. Nobody is told.

    Raises `Refused` once it has opened: what was seen was seen.
    """
    now = where(member)
    _check_closed(now, sign)
    left = {one: often for one, often in now.waiting.items() if one != sign}
    if left != now.waiting:
        _put_in(member, now, left)


def take_down(member: PairMember, sign: str) -> None:
    """Take one's own part of an open sign back: it leaves the board for both."""
    about = round_of(this_time(member), sign)
    for record in member.reading.sound(PutUp, subject=about):
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
