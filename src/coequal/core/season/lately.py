"""What became of what two people agreed on, in some time: facts, and of nobody."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from coequal.core.agree.agreements import AgreementStage, AgreementState


class Went(StrEnum):
    """What became of a line: it is still on, or it has run its course.

    An end by somebody is told like an end by time, here as on every page.
    """

    ON = "on"
    RUN = "run"


def lately(
    known: Iterable[AgreementState], since: int
) -> list[tuple[AgreementState, Went]]:
    """Return what held at some second since then, and what has become of it.

    Those that gave way to other words are left out: the new ones stand there.
    """
    states = tuple(known)
    replaced = {one.entry.former for one in states if one.offer.agreed is not None}
    found = ((one, _went(one, since)) for one in states if one.ref not in replaced)
    return [(one, went) for one, went in found if went is not None]


def _went(state: AgreementState, since: int) -> Went | None:
    if state.stage is AgreementStage.HOLDS:
        return Went.ON
    if state.stage not in {AgreementStage.LOOK, AgreementStage.OVER}:
        return None
    ended = state.offer.ended_at
    last = state.until if ended is None else min(ended, state.until)
    return Went.RUN if last >= since else None
