"""Review later: two sentences of each on what was settled, opened together."""

from __future__ import annotations

from collections.abc import Iterable

from coequal.core.decide.apart import Apart, apart
from coequal.core.decide.entries import Review
from coequal.core.decide.question_state import QuestionState, Said
from coequal.core.decide.rules import REVIEW_LONGEST, No
from coequal.core.lines import one_line
from coequal.core.people import Seat
from coequal.errors import Refused


def reviews(
    state: QuestionState, written: Iterable[Said[Review]], seat: Seat
) -> Apart[Review]:
    """Return what was written of what holds now; of nothing settled there is none."""
    ref = settled_ref(state)
    return apart((one for one in written if one.entry.settled == ref), seat)


def check_review(state: QuestionState, found: Apart[Review], text: str) -> Review:
    """Return a review that can be put in: of what is settled, until it opens."""
    ref = settled_ref(state)
    if ref is None:
        raise Refused(No.UNSETTLED)
    check_unread(found)
    return Review(settled=ref, text=one_line(text, longest=REVIEW_LONGEST))


def check_unread(found: Apart[Review]) -> None:
    """Refuse to change what both have read."""
    if found.both is not None:
        raise Refused(No.OPEN)


def settled_ref(state: QuestionState) -> bytes | None:
    """Return what names the yes that holds now, or None."""
    return None if state.settlement is None else state.settlement.ref
