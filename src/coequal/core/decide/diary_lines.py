"""Lines of the diary: what was already decided, and how each of the two has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from coequal.core.decide.apart import Apart, apart
from coequal.core.decide.diary import Who
from coequal.core.decide.entries import DiaryAnswer, DiaryLine
from coequal.core.decide.question_state import Said
from coequal.core.decide.rules import TEXT_LONGEST, No
from coequal.core.lines import one_line
from coequal.core.people import Pair, Seat
from coequal.errors import Refused

HOW_FAR: Final = ("yes", "partly", "no")
"""What one may say to having been asked, and to being fine with it; or nothing."""

DAY: Final = 24 * 60 * 60
MOST_A_DAY: Final = 20
"""How many lines one person may write within a day, in seconds as long as `DAY`."""

NOBODY_SAID: Final = "who decided is not said"
"""Why an account without its first answer cannot be put in."""

MANY_LINES: Final = "as many lines as fit into a day"
"""Why one more line cannot be written today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """One line of the diary as one of the two may know it."""

    ref: bytes
    at: int
    by: Seat
    text: str
    area: str
    told: Apart[DiaryAnswer]

    @property
    def who(self) -> Pair[Who] | None:
        """Who decided, as each has it, once it is open."""
        both = self.told.both
        return None if both is None else both.map(lambda one: Who(one.who))


def diary(
    happened: Iterable[Said[DiaryLine]],
    accounts: Sequence[Said[DiaryAnswer]],
    seat: Seat,
) -> tuple[LineState, ...]:
    """Return every line of the two, the oldest first, read by who sits here.

    Total over any subset and any order; an account that says nothing counts as
    not there.
    """
    sound = [one for one in accounts if _is_sound(one.entry)]
    return tuple(
        LineState(
            ref=one.ref,
            at=one.at,
            by=seat if one.mine else seat.other,
            text=one.entry.text,
            area=one.entry.area,
            told=apart((said for said in sound if said.entry.line == one.ref), seat),
        )
        for one in sorted(happened, key=lambda one: (one.at, one.ref))
    )


def check_happened(text: str, area: str) -> DiaryLine:
    """Return a line that can stand in the diary."""
    return DiaryLine(text=one_line(text, longest=TEXT_LONGEST), area=area)


def may_write(lines: Iterable[LineState], me: Seat, *, now: int) -> None:
    """Refuse one more line where one has written as many as fit into a day."""
    lately = [one for one in lines if one.by is me and one.at > now - DAY]
    if len(lately) >= MOST_A_DAY:
        raise Refused(MANY_LINES)


def check_account(line: LineState, account: DiaryAnswer) -> DiaryAnswer:
    """Return an account that can be put in: on this very line, until it opens."""
    check_closed(line)
    if account.line != line.ref:
        raise Refused(No.GONE)
    if not _is_sound(account):
        raise Refused(NOBODY_SAID)
    return account


def check_closed(line: LineState) -> None:
    """Refuse to change what both have read."""
    if line.told.both is not None:
        raise Refused(No.OPEN)


def _is_sound(account: DiaryAnswer) -> bool:
    said = {account.asked, account.fine} - {""}
    return account.who in set(Who) and said <= set(HOW_FAR)
