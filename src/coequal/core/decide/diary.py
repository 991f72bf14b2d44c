"""The diary: what was already decided, and who decided it, as each of the two says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.core.decide.influence import Influence, Witness, influence
from coequal.core.people import Pair, Seat


class Who(StrEnum):
    """Who decided, as one person has it."""

    A = "A"
    B = "B"
    BOTH = "both"
    HAPPENED = "happened"

    @property
    def mirrored(self) -> Who:
        """The same after the two people have changed seats."""
        return {Who.A: Who.B, Who.B: Who.A}.get(self, self)


_TILT: Final[Mapping[Who, float]] = {Who.A: 1.0, Who.BOTH: 0.0, Who.B: -1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What the diary comes to.

    `said` counts what each person said, `alike` the entries where both said the
    same. `influence` counts entries where at least one of them says that one
    person decided; both accounts weigh the same.
    """

    entries: int
    alike: int
    said: Pair[Mapping[Who, int]]
    influence: Influence


def logged(entries: Iterable[Pair[Who]]) -> Logged:
    """Return what the diary comes to; an entry holds each person's account."""
    told = list(entries)
    return Logged(
        entries=len(told),
        alike=sum(one.a is one.b for one in told),
        said=Pair(a=_counted(told, Seat.A), b=_counted(told, Seat.B)),
        influence=influence(
            found for one in told if (found := account(one)) is not None
        ),
    )


def account(told: Pair[Who]) -> Witness | None:
    """Return what one entry says of whose wish it was, if anything.

    Two accounts that name different people say that it was neither's more.
    """
    if not {told.a, told.b} & {Who.A, Who.B}:
        return None
    tilts = [_TILT[one] for one in (told.a, told.b) if one is not Who.HAPPENED]
    return Witness(tilt=sum(tilts) / len(tilts))


def _counted(told: Iterable[Pair[Who]], seat: Seat) -> Mapping[Who, int]:
    counts = Counter(one[seat] for one in told)
    return {who: counts[who] for who in Who}
