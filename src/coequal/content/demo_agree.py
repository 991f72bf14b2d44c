"""What two made-up people hold to, and the boundaries that they have shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coequal.content.demo_decide import line_faults
from coequal.core.agree.entries import WEEKS, Binds
from coequal.core.agree.rules import LIMIT_LONGEST, LONGEST
from coequal.core.people import Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAgreement:
    """A line, offered so many days ago, with the other's yes where it is `agreed`.

    `kept` says how often the two let it go on, each time on the day they looked again.
    """

    days_ago: int
    by: Seat
    binds: Binds
    area: str
    then: str
    when: str = ""
    limit: str = ""
    weeks: int = WEEKS[0]
    agreed: bool = True
    kept: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoBoundary:
    """A boundary that somebody wrote and showed so many days ago."""

    days_ago: int
    by: Seat
    area: str
    mine: str
    then: str


def boundary_faults(one: DemoBoundary) -> Iterator[str]:
    """Yield what is wrong with a boundary, in words."""
    yield from line_faults("boundaries", (one.mine, one.then), LONGEST)


def agreement_faults(one: DemoAgreement) -> Iterator[str]:
    """Yield what is wrong with an agreement, in words."""
    texts = (text for text in (one.when, one.then) if text)
    yield from line_faults("agreements", texts, LONGEST)
    if one.limit:
        yield from line_faults("agreements", (one.limit,), LIMIT_LONGEST)
    if one.weeks not in WEEKS:
        yield f"agreements: expected weeks of {', '.join(map(str, WEEKS))}"
    if one.kept and (not one.agreed or one.days_ago < 7 * one.weeks * one.kept):
        yield "agreements: kept before the day on which they look again"
