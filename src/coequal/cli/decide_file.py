"""Reading a file of decisions, strictly: it fits, or one line names the place.

`highest` says on which scale the scores of the file are: 6, or 4 in older files, which
may leave it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from coequal.cli.json_file import FaultError, WrongFile, read_json
from coequal.core.characters import looks, seen
from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import HIGHEST, MOST
from coequal.core.decide.diary import Who
from coequal.core.people import Pair, Seat

_WEIGHED = ("question", "options", "A", "B", "outcome")
_LOGGED = ("question", "logged")
_BALLOT = ("scores", "stake", "cannot")
MANY: Final = 100
"""Options of one question: far more than anybody weighs, and told within a second."""
OLDER: Final = (0, 1, 3, 5, 6)
"""What the five steps of older files are of seven: ends, middle, the upper two."""
_SCALES: Final = {len(OLDER) - 1: OLDER, HIGHEST: tuple(range(HIGHEST + 1))}
_SEATS = tuple(seat.value for seat in Seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedQuestion:
    """A question that both weighed; `outcome` is None while it is open."""

    question: str
    options: tuple[str, ...]
    ballots: Pair[Ballot]
    outcome: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedQuestion:
    """Something already decided, and who decided it, as each of the two says."""

    question: str
    told: Pair[Who]


Decision = WeighedQuestion | LoggedQuestion


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions in a file, in its order.

    Raises `WrongFile` if it cannot be read, is not strict JSON in UTF-8, or a field
    of it does not fit: the line names that field.
    """
    try:
        names = ("decisions", "highest")
        fields = _object(read_json(path), "", names, may_lack=("highest",))
        scale = _scale(fields.get("highest", len(OLDER) - 1))
        listed = _list(fields["decisions"], "decisions")
        return tuple(
            _decision(one, f"decisions[{at}]", scale) for at, one in enumerate(listed)
        )
    except FaultError as fault:
        raise WrongFile(path, str(fault)) from None


def _scale(highest: Any) -> Sequence[int]:
    """Return what each score of a file is on the scale of today."""
    if type(highest) is not int or highest not in _SCALES:
        known = " or ".join(map(str, sorted(_SCALES)))
        raise FaultError(f"highest: expected {known}")
    return _SCALES[highest]


def _decision(data: Any, place: str, scale: Sequence[int]) -> Decision:
    if type(data) is dict and "logged" in data:
        fields = _object(data, place, _LOGGED)
        return LoggedQuestion(
            question=_text(fields["question"], f"{place}.question"),
            told=_accounts(fields["logged"], f"{place}.logged"),
        )
    fields = _object(data, place, _WEIGHED)
    options = _options(fields["options"], f"{place}.options")
    a, b = (
        _ballot(fields[seat], f"{place}.{seat}", len(options), scale) for seat in _SEATS
    )
    return WeighedQuestion(
        question=_text(fields["question"], f"{place}.question"),
        options=options,
        ballots=Pair(a=a, b=b),
        outcome=_outcome(fields["outcome"], f"{place}.outcome", len(options)),
    )


def _options(data: Any, place: str) -> tuple[str, ...]:
    options = tuple(
        _text(one, f"{place}[{at}]") for at, one in enumerate(_list(data, place))
    )
    if not 0 < len(options) <= MANY:
        raise FaultError(f"{place}: expected at least one option, and at most {MANY}")
    if len(set(map(looks, options))) < len(options):
        raise FaultError(f"{place}: expected options that can be told apart")
    return options


def _ballot(data: Any, place: str, options: int, scale: Sequence[int]) -> Ballot:
    fields = _object(data, place, _BALLOT, may_lack=("cannot",))
    scores = _list(fields["scores"], f"{place}.scores")
    if len(scores) != options:
        raise FaultError(f"{place}.scores: expected {options}, one for each option")
    cannot = _list(fields.get("cannot", []), f"{place}.cannot")
    return Ballot(
        scores=tuple(
            scale[_number(one, f"{place}.scores[{at}]", len(scale) - 1)]
            for at, one in enumerate(scores)
        ),
        stake=_number(fields["stake"], f"{place}.stake", MOST),
        cannot=frozenset(
            _number(one, f"{place}.cannot[{at}]", options - 1)
            for at, one in enumerate(cannot)
        ),
    )


def _outcome(data: Any, place: str, options: int) -> int | None:
    if data is None:
        return None
    return _number(data, place, options - 1, instead=", or null")


def _accounts(data: Any, place: str) -> Pair[Who]:
    fields = _object(data, place, _SEATS)
    for seat in _SEATS:
        if fields[seat] not in list(Who):
            raise FaultError(f"{place}.{seat}: expected one of {', '.join(Who)}")
    return Pair(a=Who(fields["A"]), b=Who(fields["B"]))


def _object(
    data: Any, place: str, names: Sequence[str], *, may_lack: Sequence[str] = ()
) -> dict[str, Any]:
    before = f"{place}: " if place else ""
    if type(data) is not dict:
        raise FaultError(f"{before}expected an object with {', '.join(names)}")
    for name in data:
        if name not in names:
            raise FaultError(f"{before}{name[:40]!a}: expected only {', '.join(names)}")
    for name in names:
        if name not in data and name not in may_lack:
            raise FaultError(f"{place}.{name}: expected, and missing".lstrip("."))
    return data


def _list(data: Any, place: str) -> list[Any]:
    if type(data) is not list:
        raise FaultError(f"{place}: expected a list")
    return data


def _text(data: Any, place: str) -> str:
    if type(data) is not str or not seen(data):
        raise FaultError(f"{place}: expected a text")
    return data


def _number(data: Any, place: str, highest: int, *, instead: str = "") -> int:
    if type(data) is not int or not 0 <= data <= highest:
        raise FaultError(f"{place}: expected a whole number, 0 to {highest}{instead}")
    return data
