"""An overview as bytes and back: records of fixed sizes, one after the other.

What changes, changes in its place, and what is new stands at the end: so what is kept
in pieces is mostly kept as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import Any, Final

from coequal.core.decide.diary import Who
from coequal.core.decide.memory import Trace
from coequal.core.decide.overview import (
    NAME,
    Known,
    KnownLine,
    KnownQuestion,
    Overview,
    Stage,
)
from coequal.core.decide.weighing import Place
from coequal.core.people import Pair, Seat

FORM: Final = b"\x01"
"""Which form these bytes have: what was kept in another one is worked out anew."""
_AREA: Final = 16
_SEATS: Final = (Seat.A, Seat.B)
_WHO: Final = tuple(Who)
# Kind of the record, name, second, seat, area; then stage, second and name of the yes,
# and what is left behind: whether anything is, both stakes, whether there was a
# "cannot", what each gave up, whether there is a place, its tilt and how far apart.
_QUESTION: Final = Struct(f">c{NAME}sQB{_AREA}sBQ{NAME}s?BB?dd?dd")
_LINE: Final = Struct(f">c{NAME}sQB{_AREA}sBB")
_NOTED: Final = Struct(f">c{NAME}s")


def encode(overview: Overview) -> bytes:
    """Return an overview as bytes."""
    records = (_record(name, one) for name, one in overview.known.items())
    return FORM + b"".join(records)


def decode(raw: bytes) -> Overview:
    """Return the overview that was kept; an empty one where nothing fits was kept."""
    return Overview(known=dict(_records(raw)) if raw[:1] == FORM else {})


def _record(name: bytes, known: Known) -> bytes:
    if isinstance(known, KnownQuestion):
        return _question(known)
    if isinstance(known, KnownLine):
        who = known.who
        # From 1: 0 stands for either while not both have said it.
        a, b = (
            (0, 0) if who is None else (1 + _WHO.index(one) for one in (who.a, who.b))
        )
        return _LINE.pack(b"L", name, known.at, *_whose(known), a, b)
    return _NOTED.pack(b"N", name)


def _whose(known: KnownQuestion | KnownLine) -> tuple[int, bytes]:
    area = known.area.encode()
    # The areas that there are have short names; any other is no area.
    return _SEATS.index(known.by), area if len(area) <= _AREA else b""


def _question(known: KnownQuestion) -> bytes:
    at, yes = known.settled
    whose = _whose(known)
    begin = (b"Q", known.name, known.at, *whose, known.stage, at, yes)
    return _QUESTION.pack(*begin, *_left(known.left))


def _left(left: Trace | None) -> tuple[Any, ...]:
    if left is None:
        return (False, 0, 0, False, 0.0, 0.0, False, 0.0, 0.0)
    place = left.place
    where = (False, 0.0, 0.0) if place is None else (True, place.tilt, place.apart)
    stakes, given_up = left.stakes, left.given_up
    return True, stakes.a, stakes.b, left.cannot, given_up.a, given_up.b, *where


def _records(raw: bytes) -> Iterator[tuple[bytes, Known]]:
    at = len(FORM)
    while at < len(raw):
        kind = raw[at : at + 1]
        if kind == b"Q":
            yield _read_question(_QUESTION.unpack_from(raw, at))
            at += _QUESTION.size
        elif kind == b"L":
            yield _read_line(_LINE.unpack_from(raw, at))
            at += _LINE.size
        else:
            yield _NOTED.unpack_from(raw, at)[1], None
            at += _NOTED.size


def _read_line(fields: tuple[Any, ...]) -> tuple[bytes, Known]:
    _, name, at, seat, area, a, b = fields
    both = Pair(a=_WHO[a - 1], b=_WHO[b - 1]) if a and b else None
    return name, KnownLine(
        name=name, at=at, by=_SEATS[seat], area=_area(area), who=both
    )


def _read_question(fields: tuple[Any, ...]) -> tuple[bytes, Known]:
    _, name, at, seat, area, stage, settled, yes, *left = fields
    return name, KnownQuestion(
        name=name,
        at=at,
        by=_SEATS[seat],
        area=_area(area),
        stage=Stage(stage),
        settled=(settled, yes if settled else b""),
        left=_read_left(*left),
    )


def _area(padded: bytes) -> str:
    return padded.rstrip(b"\0").decode()


def _read_left(is_there: bool, *fields: Any) -> Trace | None:  # noqa: FBT001  a field
    if not is_there:
        return None
    stake_a, stake_b, cannot, up_a, up_b, is_placed, tilt, apart = fields
    return Trace(
        stakes=Pair(a=stake_a, b=stake_b),
        cannot=cannot,
        given_up=Pair(a=up_a, b=up_b),
        place=Place(tilt=tilt, apart=apart) if is_placed else None,
    )
