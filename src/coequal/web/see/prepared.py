"""What somebody chose to share of a sheet: kept in their own space, put in by nobody.

Only *Look together* puts it in (`consent_views`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coequal.content.load import Content
from coequal.core.see.answers import (
    Answers,
    NoPick,
    Value,
    check_pick,
    may_open,
    opened,
    usual_pick,
)
from coequal.core.see.entries import Prepared, Sheet
from coequal.errors import Refused
from coequal.journal.door import Reading
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web import standing
from coequal.web.see import answers_store, joint_picture

FIRST = 1
"""The round of a sheet that no two have looked at yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToShare:
    """What can be shared of a sheet, in which form, and what was chosen of it."""

    form: Content
    answers: Answers
    answered: tuple[str, ...]
    chosen: tuple[str, ...]

    @property
    def can_stand(self) -> bool:
        """Whether what was chosen can be shared as it is."""
        try:
            check_pick(self.chosen, self.answered)
        except Refused:
            return False
        return True

    def values(self) -> Mapping[str, Mapping[str, Value]]:
        """Return what leaves one's hands by it. Raises `Refused` if it cannot stand."""
        check_pick(self.chosen, self.answered)
        return opened(self.form.instrument, self.answers, self.chosen)


def of_sheet(own: Reading, sheet: Sheet, number: int = FIRST) -> ToShare:
    """Return what was chosen for one round; nothing where nothing was."""
    form, answers = answers_store.form(sheet), answers_store.answers(own, sheet)
    kept = _kept(own, sheet)
    return ToShare(
        form=form,
        answers=answers,
        answered=may_open(form.instrument, answers),
        chosen=kept.parts if kept is not None and kept.round == number else (),
    )


def of_pair(member: PairMember) -> ToShare:
    """Return what was chosen for the round that opens next."""
    number = joint_picture.where(member).next
    return of_sheet(member.own, joint_picture.sheet(member), number)


def beforehand(own: Reading, sheet: Sheet, shares: ToShare) -> tuple[str, ...]:
    """Return what is picked as the page comes: as last time, or what is usual."""
    if shares.chosen:
        return shares.chosen
    kept = _kept(own, sheet)
    return kept.parts if kept is not None else usual_pick(shares.answered)


def keep(own: Reading, sheet: Sheet, picked: Iterable[str], number: int) -> None:
    """Keep what one would share, put in by nobody. Raises `Refused` with a `NoPick`."""
    with own.locked():
        shares, chosen = of_sheet(own, sheet, number), set(picked)
        check_pick(chosen, shares.answered)
        # In the order of the form: in which one taps says nothing.
        parts = tuple(part for part in shares.answered if part in chosen)
        entry = Prepared(sheet=sheet.id, parts=parts, round=number)
        standing.replace(own, entry, subject=_about(sheet))


def _kept(own: Reading, sheet: Sheet) -> Prepared | None:
    kept = standing.mine(own, Prepared, subject=_about(sheet))
    return kept[-1].entry if kept else None


def _about(sheet: Sheet) -> bytes:
    return subject("prepared", sheet.id, sheet.pair)


__all__ = ["FIRST", "NoPick", "ToShare", "beforehand", "keep", "of_pair", "of_sheet"]
