"""Said apart, between the journal and the rules: closed until both have said it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from coequal.core.decide.apart import Apart
from coequal.core.decide.entries import Account, Review
from coequal.errors import Unsound
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.journal.entries import Opened
from coequal.people.pairs import Bond

E = TypeVar("E", Account, Review)


def said(bond: Bond, kind: type[E]) -> list[Record[E]]:
    """Return what I have put in, and what is open.

    Raises `Unsound` if what is open is not what was said to be.
    """
    found = journal.read(bond.viewer, kind)
    opened = [
        (one.subject, set(one.answers)) for one in journal.read(bond.viewer, Opened)
    ]
    for gate in {one.subject for one in found if one.open}:
        refs = {one.ref for one in found if one.open and one.subject == gate}
        if (gate, refs) not in opened:
            _refuse()
    return found


def check_shown(found: Iterable[Record[E]], gate: bytes, shown: Apart[Any]) -> None:
    """Refuse what has opened under a subject and cannot be shown.

    Else whoever puts in what does not fit could read the other's and show nothing.
    """
    if shown.both is None and any(one.open and one.subject == gate for one in found):
        _refuse()


def _refuse() -> None:
    message = "what is open is not what was said to be"
    raise Unsound(message)
