"""An overview as bytes and back: records of fixed sizes, one after the other.

What changes, changes in its place, and what is new stands at the end: so what is kept
in pieces is mostly kept as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import Any, Final

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.diary import Who
from coequal.core.decide.limits import MOST_OPTIONS
from coequal.core.decide.memory import Decided
from coequal.core.decide.overview import (
    NAME,
    Known,
    KnownLine,
    KnownQuestion,
    Overview,
    Stage,
)
from coequal.core.people import Pair, Seat

FORM: Final = b"\x01"
"""Which form these bytes have: what was kept in another one is worked out anew."""
_AREA: Final = 16
_SEATS: Final = (Seat.A, Seat.B)
_WHO: Final = tuple(Who)
# Kind of the record, name, second, seat, area; then stage, second and name of the yes,
# options (0: nothing decided), outcome, and for each person scores, stake and a bit for
# each option that they cannot live with.
_QUESTION: Final = Struct(
    f">c{NAME}sQB{_AREA}sBQ{NAME}sBB{MOST_OPTIONS}sBB{MOST_OPTIONS}sBB"
)
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
    done = known.decided
    ballots = (b"", 0, 0) * 2
    if done is not None:
        ballots = (*_ballot(done.ballots.a), *_ballot(done.ballots.b))
    return _QUESTION.pack(
        b"Q",
        known.name,
        known.at,
        *_whose(known),
        known.stage,
        at,
        yes,
        0 if done is None else len(done.ballots.a.scores),
        0 if done is None else done.outcome,
        *ballots,
    )


def _ballot(ballot: Ballot) -> tuple[bytes, int, int]:
    return bytes(ballot.scores), ballot.stake, sum(1 << one for one in ballot.cannot)


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
    _, name, at, seat, area, stage, settled, yes, options, outcome, *ballots = fields
    a, b = (_read_ballot(options, *given) for given in (ballots[:3], ballots[3:]))
    done = Decided(ballots=Pair(a=a, b=b), outcome=outcome)
    return name, KnownQuestion(
        name=name,
        at=at,
        by=_SEATS[seat],
        area=_area(area),
        stage=Stage(stage),
        settled=(settled, yes if settled else b""),
        decided=done if options else None,
    )


def _area(padded: bytes) -> str:
    return padded.rstrip(b"\0").decode()


def _read_ballot(options: int, scores: bytes, stake: int, cannot: int) -> Ballot:
    gone = frozenset(one for one in range(options) if cannot >> one & 1)
    return Ballot(scores=tuple(scores[:options]), stake=stake, cannot=gone)
