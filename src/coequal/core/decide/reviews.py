"""Review later: two sentences of each on what was settled, opened together."""

from __future__ import annotations

from collections.abc import Iterable

from coequal.core.decide.apart import Apart, apart
from coequal.core.decide.entries import Review
from coequal.core.decide.matters import Matter, Said
from coequal.core.decide.rules import REVIEW_LONGEST, No
from coequal.core.lines import one_line
from coequal.core.people import Seat
from coequal.errors import Refused


def reviews(
    matter: Matter, written: Iterable[Said[Review]], seat: Seat
) -> Apart[Review]:
    """Return what was written of what holds now; of nothing settled there is none."""
    ref = settled_ref(matter)
    return apart((one for one in written if one.entry.settled == ref), seat)


def check_review(matter: Matter, found: Apart[Review], text: str) -> Review:
    """Return a review that can be put in: of what is settled, until it opens."""
    ref = settled_ref(matter)
    if ref is None:
        raise Refused(No.UNSETTLED)
    check_unread(found)
    return Review(settled=ref, text=one_line(text, longest=REVIEW_LONGEST))


def check_unread(found: Apart[Review]) -> None:
    """Refuse to change what both have read."""
    if found.both is not None:
        raise Refused(No.OPEN)


def settled_ref(matter: Matter) -> bytes | None:
    """Return what names the yes that holds now, or None."""
    return None if matter.settlement is None else matter.settlement.ref
