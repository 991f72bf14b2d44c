"""Reading a file of decisions, strictly: it fits, or one line names the place.

`highest` says on which scale the scores of the file are: 6, or 4 in older files, which
may leave it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from coequal.cli.json_fields import a_list, a_number, a_text, an_object
from coequal.cli.json_file import FaultError, WrongFile, read_json
from coequal.core.characters import looks
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
        fields = an_object(read_json(path), "", names, may_lack=("highest",))
        scale = _scale(fields.get("highest", len(OLDER) - 1))
        listed = a_list(fields["decisions"], "decisions")
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
        fields = an_object(data, place, _LOGGED)
        return LoggedQuestion(
            question=a_text(fields["question"], f"{place}.question"),
            told=_accounts(fields["logged"], f"{place}.logged"),
        )
    fields = an_object(data, place, _WEIGHED)
    options = _options(fields["options"], f"{place}.options")
    a, b = (
        _ballot(fields[seat], f"{place}.{seat}", len(options), scale) for seat in _SEATS
    )
    return WeighedQuestion(
        question=a_text(fields["question"], f"{place}.question"),
        options=options,
        ballots=Pair(a=a, b=b),
        outcome=_outcome(fields["outcome"], f"{place}.outcome", len(options)),
    )


def _options(data: Any, place: str) -> tuple[str, ...]:
    options = tuple(
        a_text(one, f"{place}[{at}]") for at, one in enumerate(a_list(data, place))
    )
    if not 0 < len(options) <= MANY:
        raise FaultError(f"{place}: expected at least one option, and at most {MANY}")
    if len(set(map(looks, options))) < len(options):
        raise FaultError(f"{place}: expected options that can be told apart")
    return options


def _ballot(data: Any, place: str, options: int, scale: Sequence[int]) -> Ballot:
    fields = an_object(data, place, _BALLOT, may_lack=("cannot",))
    scores = a_list(fields["scores"], f"{place}.scores")
    if len(scores) != options:
        raise FaultError(f"{place}.scores: expected {options}, one for each option")
    cannot = a_list(fields.get("cannot", []), f"{place}.cannot")
    return Ballot(
        scores=tuple(
            scale[a_number(one, f"{place}.scores[{at}]", len(scale) - 1)]
            for at, one in enumerate(scores)
        ),
        stake=a_number(fields["stake"], f"{place}.stake", MOST),
        cannot=frozenset(
            a_number(one, f"{place}.cannot[{at}]", options - 1)
            for at, one in enumerate(cannot)
        ),
    )


def _outcome(data: Any, place: str, options: int) -> int | None:
    if data is None:
        return None
    return a_number(data, place, options - 1, instead=", or null")


def _accounts(data: Any, place: str) -> Pair[Who]:
    fields = an_object(data, place, _SEATS)
    for seat in _SEATS:
        if fields[seat] not in list(Who):
            raise FaultError(f"{place}.{seat}: expected one of {', '.join(Who)}")
    return Pair(a=Who(fields["A"]), b=Who(fields["B"]))
