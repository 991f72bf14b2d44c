"""What is known of an entry as a record of a fixed size for each kind, and back."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import Any, Final

from coequal.core.decide.diary import Who
from coequal.core.decide.known import KnownLine, KnownQuestion, Stage
from coequal.core.decide.memory import Trace
from coequal.core.decide.weighing import Place
from coequal.core.people import Pair, Seat
from coequal.core.recorded import NAME

SECOND: Final = 8
"""Bytes of a second."""
_AREA: Final = 16
_SEATS: Final = (Seat.A, Seat.B)
_WHO: Final = tuple(Who)
_STAGES: Final = tuple(Stage)
# The kind of a record stands first. A question: stage, name, second, seat, area, second
# and name of the yes; then what is left behind: whether anything is, both stakes,
# what each gave up, whether there is a place, its tilt and how far apart.
_BEGIN: Final = f">cB{NAME}sQB{_AREA}s"
_LEFT: Final = Struct(">?BBdd?dd")
_QUESTION: Final = Struct(f"{_BEGIN}Q{NAME}s{_LEFT.format[1:]}")
_YES: Final = Struct(_BEGIN).size
_LEFT_AT: Final = _QUESTION.size - _LEFT.size
_LINE: Final = Struct(f">c{NAME}sQB{_AREA}sBB")
_NOTED: Final = Struct(f">c{NAME}s")
_Q, _L, _N = b"QLN"
# By the first byte: how long a record is, and where its name begins.
_SHAPES: Final = {_Q: (_QUESTION.size, 2), _L: (_LINE.size, 1), _N: (_NOTED.size, 1)}


def split(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield records that stand one after the other, with their names."""
    at = 0
    while at < len(raw):
        size, name = _SHAPES[raw[at]]
        yield raw[at + name : at + name + NAME], raw[at : at + size]
        at += size


def noted(name: bytes) -> bytes:
    """Return the record of an entry that was looked at, and says no more."""
    return _NOTED.pack(b"N", name)


def record(known: KnownQuestion | KnownLine) -> bytes:
    """Return what is known as a record."""
    area = known.area.encode()
    # The areas that there are have short names; any other is no area.
    fits = len(area) <= _AREA and b"\0" not in area
    whose = _SEATS.index(known.by), area if fits else b""
    if isinstance(known, KnownLine):
        who = known.who
        # From 1: 0 stands for either while not both have said it.
        both = (0, 0) if who is None else (_said(who.a), _said(who.b))
        return _LINE.pack(b"L", known.name, known.at, *whose, *both)
    begin = (b"Q", known.stage, known.name, known.at, *whose, *known.settled)
    return _QUESTION.pack(*begin, *_left(known.left))


def _said(who: Who) -> int:
    return 1 + _WHO.index(who)


def _left(left: Trace | None) -> tuple[Any, ...]:
    if left is None:
        return (False, 0, 0, 0.0, 0.0, False, 0.0, 0.0)
    place = left.place
    where = (False, 0.0, 0.0) if place is None else (True, place.tilt, place.apart)
    stakes, given_up = left.stakes, left.given_up
    return True, stakes.a, stakes.b, given_up.a, given_up.b, *where


def stage(record: bytes) -> Stage | None:
    """Return how far a question is; None if it is the record of none."""
    return _STAGES[record[1]] if is_question(record) else None


def is_question(record: bytes) -> bool:
    """Whether it is the record of a question."""
    return record[:1] == b"Q"


def name(record: bytes) -> bytes:
    """Return the name of the entry that a record is of."""
    at = _SHAPES[record[0]][1]
    return record[at : at + NAME]


def age(record: bytes) -> bytes:
    """Return by what entries stand with the oldest first: second, then name.

    Bytes are in order as the numbers are that they stand for: so nothing is unpacked.
    """
    at = _SHAPES[record[0]][1]
    return record[at + NAME : at + NAME + SECOND] + record[at : at + NAME]


def when_settled(record: bytes) -> bytes:
    """Return by what questions stand in the order of settling: second, then yes."""
    return record[_YES:_LEFT_AT]


def left(record: bytes) -> Trace | None:
    """Return what a question leaves behind, and read no more of its record."""
    return _read_left(*_LEFT.unpack_from(record, _LEFT_AT))


def is_line(record: bytes) -> bool:
    """Whether it is the record of a line."""
    return record[:1] == b"L"


def line(record: bytes) -> KnownLine:
    """Return what a record says of a line."""
    _, name, at, seat, area, a, b = _LINE.unpack(record)
    both = Pair(a=_WHO[a - 1], b=_WHO[b - 1]) if a and b else None
    return KnownLine(name=name, at=at, by=_SEATS[seat], area=_area(area), who=both)


def question(record: bytes) -> KnownQuestion:
    """Return what a record says of a question."""
    _, stage, name, at, seat, area, settled, yes, *left = _QUESTION.unpack(record)
    return KnownQuestion(
        name=name,
        at=at,
        by=_SEATS[seat],
        area=_area(area),
        stage=_STAGES[stage],
        settled=(settled, yes if settled else b""),
        left=_read_left(*left),
    )


def _area(padded: bytes) -> str:
    return padded.rstrip(b"\0").decode()


def _read_left(is_there: bool, *fields: Any) -> Trace | None:  # noqa: FBT001  a field
    if not is_there:
        return None
    stake_a, stake_b, up_a, up_b, is_placed, tilt, apart = fields
    return Trace(
        stakes=Pair(a=stake_a, b=stake_b),
        given_up=Pair(a=up_a, b=up_b),
        place=Place(tilt=tilt, apart=apart) if is_placed else None,
    )
