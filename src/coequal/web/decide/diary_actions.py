"""The diary of two people, between the journal and the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coequal.core.decide.diary_lines import (
    LineState,
    check_account,
    check_closed,
    check_happened,
    may_write,
)
from coequal.core.decide.diary_lines import diary as fold
from coequal.core.decide.entries import DiaryAnswer, DiaryLine
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed.subjects import subject
from coequal.web import first_seen
from coequal.web.decide import apart


def lines(member: PairMember) -> tuple[LineState, ...]:
    """Return every line of the two, the oldest first.

    Raises `Unsound` if what is open is not what was said to be.
    """
    accounts = member.reading.read(DiaryAnswer)
    found = fold(member.reading.read(DiaryLine), accounts, member.seat)
    for line in found:
        apart.check_shown(accounts, about(line), line.told)
    return found


def find(member: PairMember, line_id: str) -> LineState | None:
    """Return a line by its id in an address, or None."""
    return next((one for one in lines(member) if name(one) == line_id), None)


def see(session: Session, member: PairMember, found: Iterable[LineState]) -> None:
    """Remember of lines that I am shown what is open, as I saw it first.

    Raises `Unsound` if it is not the very same any more.
    """
    opened = {
        first_seen.about(member, one.ref): one.told.refs
        for one in found
        if one.told.both
    }
    first_seen.pin(session, opened)


def name(line: LineState) -> str:
    """Return the id of a line in an address."""
    return line.ref[:16].hex()


def add(member: PairMember, text: str, area: str) -> str:
    """Write a line that both can read at once, and return its id. Raises `Refused`.

    The very same line twice, as by a second press, is one while it is closed.
    """
    checked = check_happened(text, area)
    with member.reading.locked():
        found = lines(member)
        for one in found:
            same = (one.text, one.area) == (checked.text, checked.area)
            if same and one.by is member.seat and one.told.both is None:
                return name(one)
        may_write(found, member.seat, now=clock.now())
        return journal.append(member.reading, checked)[:16].hex()


def tell(member: PairMember, line_id: str, account: DiaryAnswer) -> None:
    """Put in my account, in place of the one before; it opens if both are in."""

    def act(line: LineState) -> None:
        gate = about(line)
        journal.put_in(
            member.reading, {gate: check_account(line, account)}, opens_on=gate
        )

    _do(member, line_id, act)


def withdraw(member: PairMember, line_id: str) -> None:
    """Take my account out again. Nobody is told."""

    def act(line: LineState) -> None:
        check_closed(line)
        journal.withdraw(member.reading, DiaryAnswer, opens_on=about(line))

    _do(member, line_id, act)


def about(line: LineState) -> bytes:
    """Return the subject under which both say how they have this exact line."""
    return subject("account", line.ref)


def _do(member: PairMember, line_id: str, act: Callable[[LineState], None]) -> None:
    """Read, ask the rule and write as one act. Raises `Refused`."""
    with member.reading.locked():
        line = find(member, line_id)
        if line is None:
            message = "no such line"
            raise Refused(message)
        act(line)
