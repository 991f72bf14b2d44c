"""Said apart, between the journal and the rules: closed until both have said it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from coequal.core.decide.apart import Apart
from coequal.core.decide.entries import DiaryAnswer, Review
from coequal.errors import Unsound
from coequal.journal.door import Record

E = TypeVar("E", DiaryAnswer, Review)


def check_shown(found: Iterable[Record[E]], gate: bytes, shown: Apart[Any]) -> None:
    """Refuse what has opened under a subject and cannot be shown.

    Else whoever puts in what does not fit could read the other's and show nothing.
    """
    if shown.both is None and any(one.open and one.subject == gate for one in found):
        message = "what is open cannot be shown"
        raise Unsound(message)
