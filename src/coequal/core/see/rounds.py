"""When two people may look together again.

The first time they need nothing but answers. After that some time has to pass, and
each looks with answers of a later sitting, so that a second picture is one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from coequal.core.moments import known

DAYS_BETWEEN: Final = 28
DAY: Final = 24 * 60 * 60


class Missing(StrEnum):
    """What one person still lacks before the two look again."""

    TIME = "too little time has passed"
    ANSWERS = "there are no answers of a later sitting"


def missing(
    *, opened: int, put_in: int, began: int | None, answered: bool, now: int
) -> frozenset[Missing]:
    """Return what is missing for one person to put in again; empty: nothing.

    All times are in seconds: `opened` when the last picture opened, `put_in` when
    this person had put in for it, `began` when they began the sitting that they
    are in (None for their first). `answered`: whether anything is answered in it.
    What a clock that was ahead wrote down keeps nobody waiting.
    """
    lacking = set()
    if now < known(opened, now=now) + DAYS_BETWEEN * DAY:
        lacking.add(Missing.TIME)
    if began is None or began <= known(put_in, now=now) or not answered:
        lacking.add(Missing.ANSWERS)
    return frozenset(lacking)


def missing_for_the_whole(*, finished: bool) -> frozenset[Missing]:
    """Return what is missing after a picture that rests on less than the whole form.

    The form asks more by now. The next one is the first that rests on the whole form,
    so it need not wait. `finished`: whether this person has answered all of the short
    form.
    """
    return frozenset() if finished else frozenset({Missing.ANSWERS})
