"""One's own diary and weighings: from one's own space, and into it."""

from __future__ import annotations

from typing import TypeVar

from coequal.core.decide.alone import check_own_line, check_own_weighing
from coequal.core.decide.entries import OwnLine, OwnWeighing
from coequal.core.decide.rules import No
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people import pairs
from coequal.people.visits import Visit
from coequal.web.see import own, types

E = TypeVar("E", OwnLine, OwnWeighing)


def lines(visit: Visit) -> list[Record[OwnLine]]:
    """Return one's own diary, the newest first."""
    return _newest_first(journal.read(visit.own, OwnLine))


def weighings(visit: Visit) -> list[Record[OwnWeighing]]:
    """Return what one has weighed for oneself, the newest first."""
    return _newest_first(journal.read(visit.own, OwnWeighing))


def _newest_first(found: list[Record[E]]) -> list[Record[E]]:
    return sorted(found, key=lambda one: (one.at, one.ref), reverse=True)


def write(visit: Visit, line: OwnLine) -> None:
    """Write a line for nobody else; a second press writes no other.

    Raises `Refused`.
    """
    if line.about not in people(visit):
        raise Refused(No.GONE)
    checked = check_own_line(line)
    if [one.entry for one in lines(visit)[:1]] != [checked]:
        journal.append(visit.own, checked)


def weigh(visit: Visit, weighing: OwnWeighing) -> None:
    """Keep what one weighed for oneself. Raises `Refused`."""
    checked = check_own_weighing(weighing)
    if [one.entry for one in weighings(visit)[:1]] != [checked]:
        journal.append(visit.own, checked)


def drop(visit: Visit, ref: bytes) -> None:
    """Make a line or a weighing unreadable for good."""
    _drop(visit, ref, lines(visit))
    _drop(visit, ref, weighings(visit))


def _drop(visit: Visit, ref: bytes, records: list[Record[E]]) -> None:
    for record in records:
        if record.ref == ref:
            journal.shred(visit.own, record)


def people(visit: Visit) -> dict[str, str]:
    """Return whom a line can be about, by sheet; by an empty id about nobody."""
    labels = pairs.sheet_labels(visit)
    return {"": ""} | {
        one.id.hex(): labels.get(one.id) or types.name(one) for one in own.sheets(visit)
    }
