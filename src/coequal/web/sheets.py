"""One's own sheets: a sheet is one other person that somebody has in mind.

Answers stand on a sheet; a pair is joined to one of each person's sheets.
"""

from __future__ import annotations

from typing import Final

from coequal.core.people import PairType, Role
from coequal.core.recorded import standing
from coequal.core.see.entries import Answer, Sheet
from coequal.core.two.said import oldest_first
from coequal.errors import Unreadable, Unsound
from coequal.journal.door import Damaged, Reading
from coequal.people import invitations, pairs
from coequal.people.own_act import own_act
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed import entropy
from coequal.sealed.subjects import subject
from coequal.web.standing import replace

SHEET_BYTES: Final = 16


def all_of(own: Reading) -> list[Sheet]:
    """Return one's sheets, the oldest first.

    Where the entry of one was damaged it follows from what was answered on it, so that
    those answers are not lost with it.
    """
    stand = standing(own.sound(Sheet), lambda entry: entry.id)
    sheets = [record.entry for record in oldest_first(stand.values())]
    if any(isinstance(one, Damaged) for one in own.entries(Sheet)):
        sheets += _answered(own, {one.id for one in sheets})
    return sheets


def _answered(own: Reading, known: set[bytes]) -> list[Sheet]:
    """Return sheets as what was answered last says they are, but for known ones."""
    given = oldest_first(own.sound(Answer))
    pairs = {one.entry.sheet: one.entry.pair for one in given}
    return [Sheet(id=one, pair=pair) for one, pair in pairs.items() if one not in known]


def find(own: Reading, sheet_id: bytes) -> Sheet:
    """Return one of one's sheets, or raise `Unreadable`; `Unsound` after damage."""
    for one in all_of(own):
        if one.id == sheet_id:
            return one
    if own.damage.met:
        message = "it may be the sheet that was damaged"
        raise Unsound(message)
    message = "no such sheet"
    raise Unreadable(message)


def typed(own: Reading, sheet_id: bytes, pair: str) -> Sheet:
    """Return one of one's sheets as one of a type, if only with no answer yet."""
    known = {one.id: one for one in all_of(own) if one.pair == pair}
    return known.get(sheet_id) or Sheet(id=sheet_id, pair=pair)


def write(
    own: Reading, sheet_id: bytes, pair: PairType, role: Role | None = None
) -> None:
    """Say, or say again, what the two of one sheet are to each other."""
    entry = Sheet(id=sheet_id, pair=pair.value, role=role or "")
    replace(own, entry, subject=subject("sheet", sheet_id))


def make(own: Reading, pair: PairType, role: Role | None = None) -> bytes:
    """Make one more sheet, and return its id."""
    known = (one.id for one in all_of(own))
    about = (own.access.space.id, pair.value.encode(), *known)
    made = entropy.fresh(SHEET_BYTES, "sheet", *about)
    write(own, made, pair, role)
    return made


def free(session: Session) -> list[Sheet]:
    """Return the sheets that no invitation and no pair is joined to."""
    taken = invitations.joined_sheets(session)
    return [one for one in all_of(session.own) if one.id not in taken]


@own_act
def free_or_new(session: Session, pair: PairType, role: Role | None = None) -> bytes:
    """Return a sheet of this type that no pair is joined to, making one if needed.

    With a role it is one of this role, or one where it was not said yet.
    """
    fitting = [one for one in free(session) if one.pair == pair]
    for one in fitting:
        if role is None or one.role == role:
            return one.id
    for one in fitting:
        if not one.role:
            write(session.own, one.id, pair, role)
            return one.id
    return make(session.own, pair, role)


@own_act
def blank(session: Session, pair: PairType, role: Role | None = None) -> bytes:
    """Return a sheet of this type and role that nothing is answered on; perhaps new."""
    answered = {record.entry.sheet for record in session.own.sound(Answer)}
    for one in free(session):
        is_fitting = one.pair == pair and one.role == (role or "")
        if is_fitting and one.id not in answered:
            return one.id
    return make(session.own, pair, role)


@own_act
def begin(session: Session, pair: PairType, role: Role | None = None) -> bytes:
    """Return the sheet to answer now, as somebody says what the two are.

    A pair that was joined before anything was answered has a sheet still to come,
    if this can be what the two are.
    """
    known = {one.id for one in all_of(session.own)}
    to_come = [
        member.sheet
        for member in pairs.members(session)
        if member.sheet not in known
        and member.pair in {None, pair}
        and not member.closed
    ]
    if not to_come:
        return free_or_new(session, pair, role)
    write(session.own, to_come[0], pair, role)
    return to_come[0]


def joined(session: Session, sheet: Sheet) -> str | None:
    """Return the id of the pair or the invitation that a sheet is joined to, if any.

    Not of one that is closed.
    """
    for member in pairs.members(session):
        if member.sheet == sheet.id and not member.closed:
            return member.pair_id.hex()
    for record in invitations.mine(session):
        if record.entry.sheet == sheet.id:
            return record.entry.pair_id.hex()
    return None


def relation(session: Session, sheet: Sheet) -> str | None:
    """Return the id of the pair a sheet is joined to, once both are here.

    Not of one that is closed.
    """
    member = met(session, sheet)
    return None if member is None else member.pair_id.hex()


def met(session: Session, sheet: Sheet) -> PairMember | None:
    """Return the pair a sheet is joined to, once both are here; not a closed one."""
    joined = (
        member
        for member in pairs.members(session)
        if member.sheet == sheet.id and member.pair is not None and not member.closed
    )
    return next(joined, None)
