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
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed.subjects import subject
from coequal.web.see import joint


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
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


def marks(visit: Visit, sheet: bytes) -> dict[str, Often]:
    """Return how often one notices each sign on one sheet."""
    return marks_of(signs(), journal.read(visit.own, Noticed), sheet=sheet)


def mark(visit: Visit, sheet: bytes, sign: str, often: int) -> None:
    """Say how often one notices a sign, in place of what one said before.

    Raises `Refused` for a sign or an answer that there is not.
    """
    said = check_mark(signs(), sign, often)
    if marks(visit, sheet).get(sign) is said:
        return
    former = _noticed(visit, sheet, sign)
    entry = Noticed(sheet=sheet, sign=sign, often=said.value)
    replaced = sorted(record.ref for record in former)
    journal.append(visit.own, entry, subject=_about(sheet, sign), answers=replaced)
    _shred(visit, former)


def clear(visit: Visit, sheet: bytes, sign: str) -> None:
    """Say nothing about a sign after all."""
    _shred(visit, _noticed(visit, sheet, sign))


def _noticed(visit: Visit, sheet: bytes, sign: str) -> list[Record[Noticed]]:
    return journal.read(visit.own, Noticed, subject=_about(sheet, sign))


def _about(sheet: bytes, sign: str) -> bytes:
    return subject("noticed", sheet, sign)


def _shred(visit: Visit, records: list[Record[Noticed]]) -> None:
    """Shred the oldest first, so that no former mark ever stands again."""
    for record in sorted(records, key=lambda one: (one.at, one.ref)):
        journal.shred(visit.own, record)


def this_time(bond: Bond) -> int:
    """Return the round that a pair is in: a new picture begins a new board."""
    return max(joint.where(bond).round, 1)


def round_of(time: int, sign: str) -> bytes:
    """Return the subject under which both put up one sign on one board."""
    return subject("sign", str(time), sign)


def where(bond: Bond) -> Where:
    """Return what I have put up, and what both have."""
    now = this_time(bond)
    records = journal.read(bond.viewer, PutUp)
    mine, theirs, waiting = (
        put_up_of(signs(), chosen, sitting=now)
        for chosen in (
            [one for one in records if one.open and one.mine],
            [one for one in records if one.open and not one.mine],
            [one for one in records if not one.open],
        )
    )
    opened = {record.subject for record in journal.read(bond.viewer, Opened)}
    said: Pair[Marks] = Pair(a=mine, b=theirs)
    return Where(
        time=now,
        waiting=waiting,
        been_up=frozenset(s.id for s in signs() if round_of(now, s.id) in opened),
        board=board(signs(), said if bond.seat is Seat.A else said.mirrored),
    )


def put_up(visit: Visit, bond: Bond, sign: str) -> None:
    """Put up a sign that one notices; it opens if the other has put it up too.

    Raises `Refused` if one does not notice it, or if it has opened this time.
    """
    often = may_put_up(marks(visit, bond.sheet), sign)
    with journal.held(bond.viewer.space.id):
        now = where(bond)
        _check_closed(now, sign)
        _put_in(bond, now, {**now.waiting, sign: often})


def withdraw(bond: Bond, sign: str) -> None:
    """Not put up a sign after all. Nobody is told.

    Raises `Refused` once it has opened: what was seen was seen.
    """
    with journal.held(bond.viewer.space.id):
        now = where(bond)
        _check_closed(now, sign)
        left = {one: often for one, often in now.waiting.items() if one != sign}
        if left != now.waiting:
            _put_in(bond, now, left)


def take_down(bond: Bond, sign: str) -> None:
    """Take one's own part of an open sign back: it leaves the board for both."""
    about = round_of(this_time(bond), sign)
    for record in journal.read(bond.viewer, PutUp, subject=about):
        if record.mine and record.open:
            journal.shred(bond.viewer, record)


def _check_closed(now: Where, sign: str) -> None:
    if sign in now.been_up:
        raise Refused("it has been open this time")


def _put_in(bond: Bond, now: Where, up: Marks) -> None:
    """Replace all that I have in and is closed by as many rows as everybody has."""
    entries = {
        round_of(now.time, sign): PutUp(sign=sign, sitting=now.time, often=often.value)
        for sign, often in up.items()
    }
    for number in range(HOW_MANY - len(now.been_up) - len(entries)):
        about = joint.nowhere(bond, round_of(now.time, ""), number)
        entries[about] = PutUp(sign="", sitting=now.time, often=Often.NOT.value)
    journal.put_in_each(bond.viewer, entries, kind=PutUp)
