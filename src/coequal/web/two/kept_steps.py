"""The small steps that two people keep: both said, each alone, that it shall stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from coequal.core.see.joint_entries import Step
from coequal.core.see.small_steps import (
    SmallStep,
    StepStays,
    refs_of,
    small_steps,
)
from coequal.core.two.said_apart import Apart, said_apart
from coequal.errors import CoequalError
from coequal.journal.door import Record
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web.two.dates import ref_from, short_id
from coequal.web.two.said_apart import SaidApart

STAYS: Final = SaidApart(
    kind=StepStays, name="step stays", of=lambda one: (one.step, *one.steps)
)


def standing(member: PairMember) -> tuple[SmallStep, ...]:
    """Return the steps of the two that stand, of all rounds."""
    said = (
        one
        for one in member.reading.sound(Step)
        if one.subject == subject(Step.kind, str(one.entry.round))
    )
    return small_steps(said, member.seat)


def staying(
    member: PairMember, steps: Iterable[SmallStep]
) -> dict[bytes, Apart[StepStays]]:
    """Return for each of these steps who would have it stay, as I may know it.

    By its ref, among those that the two have now. Of one that is damaged nobody can
    tell, which the page says.
    """
    found, known = {}, tuple(steps)
    refs = refs_of(known)
    on = [STAYS.subject(one.ref, *refs) for one in known]
    member.reading.fetch(StepStays, subjects=on)
    for one in known:
        try:
            found[one.ref] = STAYS.see(member, one.ref, *refs)
        except CoequalError:
            member.reading.damage.met = True
    return found


def kept(member: PairMember) -> tuple[SmallStep, ...]:
    """Return the steps that both would have stay, oldest first."""
    said: defaultdict[tuple[bytes, ...], list[Record[StepStays]]] = defaultdict(list)
    for one in member.reading.sound(StepStays):
        of = STAYS.of(one.entry)
        if one.subject == STAYS.subject(*of):
            said[of].append(one)
    stay = {
        step
        for (step, *_), some in said.items()
        if said_apart(some, member.seat).both is not None
    }
    return tuple(one for one in standing(member) if one.ref in stay)


def begun(member: PairMember, step_id: str) -> dict[str, str]:
    """Return how a line to agree on may begin with a kept step; empty for no step.

    What the other would do is not for me to say that I will.
    """
    wanted = ref_from(step_id)
    for one in kept(member) if wanted else ():
        if short_id(one.ref) == step_id:
            binds = {"binds": "me"} if one.by is member.seat else {}
            return {"then": one.text, "area": "other", **binds}
    return {}
