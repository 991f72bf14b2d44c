"""The diary of two people, between the journal and the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coequal.core.decide.entries import Account, Happened
from coequal.core.decide.happened import (
    Line,
    check_account,
    check_closed,
    check_happened,
    may_write,
)
from coequal.core.decide.happened import diary as fold
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed.subjects import subject
from coequal.web import pins
from coequal.web.decide import apart


def lines(bond: Bond) -> tuple[Line, ...]:
    """Return every line of the two, the oldest first.

    Raises `Unsound` if what is open is not what was said to be.
    """
    accounts = journal.read(bond.viewer, Account)
    found = fold(journal.read(bond.viewer, Happened), accounts, bond.seat)
    for line in found:
        apart.check_shown(accounts, about(line), line.told)
    return found


def find(bond: Bond, lid: str) -> Line | None:
    """Return a line by its id in an address, or None."""
    return next((one for one in lines(bond) if name(one) == lid), None)


def see(visit: Visit, bond: Bond, found: Iterable[Line]) -> None:
    """Remember of lines that I am shown what is open, as I saw it first.

    Raises `Unsound` if it is not the very same any more.
    """
    opened = {
        pins.about(bond, one.ref): one.told.refs for one in found if one.told.both
    }
    pins.pin(visit, opened)


def name(line: Line) -> str:
    """Return the id of a line in an address."""
    return line.ref[:16].hex()


def add(bond: Bond, text: str, area: str) -> str:
    """Write a line that both can read at once, and return its id. Raises `Refused`.

    The very same line twice, as by a second press, is one while it is closed.
    """
    checked = check_happened(text, area)
    with journal.held(bond.viewer.space.id):
        found = lines(bond)
        for one in found:
            same = (one.text, one.area) == (checked.text, checked.area)
            if same and one.by is bond.seat and one.told.both is None:
                return name(one)
        may_write(found, bond.seat, now=clock.now())
        return journal.append(bond.viewer, checked)[:16].hex()


def tell(bond: Bond, lid: str, account: Account) -> None:
    """Put in my account, in place of the one before; it opens if both are in."""

    def act(line: Line) -> None:
        gate = about(line)
        journal.put_in(bond.viewer, {gate: check_account(line, account)}, gate=gate)

    _do(bond, lid, act)


def withdraw(bond: Bond, lid: str) -> None:
    """Take my account out again. Nobody is told."""

    def act(line: Line) -> None:
        check_closed(line)
        journal.withdraw(bond.viewer, Account, gate=about(line), whole=False)

    _do(bond, lid, act)


def about(line: Line) -> bytes:
    """Return the subject under which both say how they have this exact line."""
    return subject("account", line.ref)


def _do(bond: Bond, lid: str, act: Callable[[Line], None]) -> None:
    """Read, ask the rule and write as one act. Raises `Refused`."""
    with journal.held(bond.viewer.space.id):
        line = find(bond, lid)
        if line is None:
            message = "no such line"
            raise Refused(message)
        act(line)
