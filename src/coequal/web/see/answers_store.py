"""One's own sheets and answers: from the journal, and into it.

A sheet is one other person that somebody has in mind. Answers stand on a sheet;
a pair is joined to one of each person's sheets. Somebody may answer all of it again
later: each time is a sitting, and what was said in an earlier one stays.
"""

from __future__ import annotations

from collections.abc import Mapping

from coequal.content.load import Content, content
from coequal.core.people import PairType
from coequal.core.recorded import standing
from coequal.core.see.answers import Answers, Value, checked_value
from coequal.core.see.entries import Answer, Sheet, Sitting
from coequal.core.see.fold import (
    FIRST_SITTING,
    answers_of,
    next_page,
    present_sitting,
)
from coequal.errors import Refused, Unreadable
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people import pairs
from coequal.people.sessions import Session
from coequal.sealed import entropy
from coequal.sealed.subjects import subject

SHEET_BYTES = 16


def form(sheet: Sheet) -> Content:
    """Return the form that belongs to what the two are to each other."""
    return content(PairType(sheet.pair))


def sheets(session: Session) -> list[Sheet]:
    """Return one's sheets, the oldest first."""
    stand = standing(session.own.read(Sheet), lambda entry: entry.id)
    ordered = sorted(stand.values(), key=lambda record: (record.at, record.ref))
    return [record.entry for record in ordered]


def sheet(session: Session, sheet_id: bytes) -> Sheet:
    """Return one of one's sheets, or raise `Unreadable`."""
    for one in sheets(session):
        if one.id == sheet_id:
            return one
    message = "no such sheet"
    raise Unreadable(message)


def begin(session: Session, pair: PairType) -> bytes:
    """Return the sheet to answer now, as somebody says what the two are.

    A pair that was joined before anything was answered has a sheet still to come,
    if this can be what the two are.
    """
    known = {one.id for one in sheets(session)}
    to_come = [
        member.sheet
        for member in pairs.members(session)
        if member.sheet not in known
        and member.pair in {None, pair}
        and not member.closed
    ]
    if not to_come:
        return open_sheet(session, pair)
    write_sheet(session, to_come[0], pair)
    return to_come[0]


def relation(session: Session, sheet: Sheet) -> str | None:
    """Return the id of the pair a sheet is joined to, once both are here.

    Not of one that is closed.
    """
    joined = (
        member
        for member in pairs.members(session)
        if member.sheet == sheet.id and member.pair is not None and not member.closed
    )
    return next((member.pair_id.hex() for member in joined), None)


def open_sheet(session: Session, pair: PairType) -> bytes:
    """Return a sheet of this type that no pair is joined to, making one if needed."""
    for one in free(session):
        if one.pair == pair:
            return one.id
    return _new_sheet(session, pair)


def turn_into(session: Session, sheet_id: bytes, pair: PairType) -> None:
    """Make a sheet one of this type.

    Answers that were given on it as another type move to a sheet of their own, so
    that none of them is out of reach.
    """
    for one in sheets(session):
        if one.id == sheet_id and one.pair != pair:
            _keep_apart(session, one)
    write_sheet(session, sheet_id, pair)


def _keep_apart(session: Session, one: Sheet) -> None:
    """Copy what was answered on a sheet, sitting by sitting, to one of its own."""
    present = sitting(session, one)
    given = [answers(session, one, number).given for number in range(1, present + 1)]
    if not any(given):
        return
    apart = sheet(session, _new_sheet(session, PairType(one.pair)))
    for number, values in enumerate(given, start=FIRST_SITTING):
        if number > FIRST_SITTING:
            _begin_sitting(session, apart, number)
        give(session, apart, values)


def _new_sheet(session: Session, pair: PairType) -> bytes:
    about = (session.secret, pair.value.encode(), *(one.id for one in sheets(session)))
    made = entropy.fresh(SHEET_BYTES, "sheet", *about)
    write_sheet(session, made, pair)
    return made


def free(session: Session) -> list[Sheet]:
    """Return the sheets that no invitation and no pair is joined to."""
    taken = pairs.joined_sheets(session)
    return [one for one in sheets(session) if one.id not in taken]


def write_sheet(session: Session, sheet_id: bytes, pair: PairType) -> None:
    """Say, or say anew, what the two of one sheet are to each other."""
    about = subject("sheet", sheet_id)
    former = session.own.read(Sheet, subject=about)
    entry = Sheet(id=sheet_id, pair=pair.value)
    if all(record.entry != entry for record in former):
        replaced = sorted(record.ref for record in former)
        journal.append(session.own, entry, subject=about, answers=replaced)


def sitting(session: Session, sheet: Sheet) -> int:
    """Return the number of the sitting this person is in on one sheet, from 1."""
    return present_sitting(_begun(session, sheet), sheet=sheet.id)


def began(session: Session, sheet: Sheet) -> int | None:
    """Return when the present sitting was begun; None in the first."""
    present = sitting(session, sheet)
    times = [one.at for one in _begun(session, sheet) if one.entry.number == present]
    return max(times, default=None)


def begin_again(session: Session, sheet: Sheet) -> None:
    """Begin the next sitting; what was answered before stays as it is.

    Raises `Refused` while the short form of the present one is not finished.
    """
    if not finished(session, sheet):
        message = "the present sitting is not finished"
        raise Refused(message)
    _begin_sitting(session, sheet, sitting(session, sheet) + 1)


def finished(session: Session, sheet: Sheet) -> bool:
    """Whether the short form of the present sitting is answered."""
    return next_page(form(sheet).instrument, answers(session, sheet)) is None


def go_back(session: Session, sheet: Sheet) -> None:
    """Go back to the sitting before, as if the present one had not been begun.

    Raises `Refused` once something is answered in it, and in the first one.
    """
    if not fresh(session, sheet):
        message = "there is nothing to go back to, or something is answered"
        raise Refused(message)
    present = sitting(session, sheet)
    for record in _begun(session, sheet):
        if record.entry.number == present:
            journal.shred(session.own, record)


def fresh(session: Session, sheet: Sheet) -> bool:
    """Whether a later sitting has begun and nothing is answered in it."""
    later = sitting(session, sheet) > FIRST_SITTING
    return later and not answers(session, sheet).given


def _begin_sitting(session: Session, sheet: Sheet, number: int) -> None:
    entry = Sitting(sheet=sheet.id, number=number)
    journal.append(session.own, entry, subject=_sittings(sheet))


def _begun(session: Session, sheet: Sheet) -> list[Record[Sitting]]:
    return session.own.read(Sitting, subject=_sittings(sheet))


def _sittings(sheet: Sheet) -> bytes:
    return subject("sitting", sheet.id)


def answers(session: Session, sheet: Sheet, number: int | None = None) -> Answers:
    """Return what this person has answered on one sheet, in one sitting.

    Without a number it is the present one.
    """
    records = session.own.read(Answer)
    instrument = form(sheet).instrument
    number = number or sitting(session, sheet)
    return answers_of(instrument, records, sheet=sheet.id, sitting=number)


def answered_at(session: Session, sheet: Sheet, number: int) -> int:
    """Return when the latest answer of one sitting was given; it must have some."""
    records = session.own.read(Answer)
    here = (sheet.id, sheet.pair, number)
    return max(
        one.at
        for one in records
        if (one.entry.sheet, one.entry.pair, one.entry.sitting) == here
    )


def give(session: Session, sheet: Sheet, values: Mapping[str, Value]) -> None:
    """Write answers of the present sitting down, each in place of the one before.

    Raises `Refused` for an item or a value that the form does not have; then
    nothing is written. Giving the same answer again changes nothing.
    """
    instrument = form(sheet).instrument
    for item, value in values.items():
        checked_value(instrument.item(item), value)
    present = sitting(session, sheet)
    before = answers(session, sheet, present)
    for item, value in values.items():
        if before.given.get(item) != value:
            _write(session, sheet, present, item, value)


def _write(
    session: Session, sheet: Sheet, number: int, item: str, value: Value
) -> None:
    instrument = form(sheet).instrument
    about = subject("answer", sheet.id, sheet.pair, str(number), item)
    former = session.own.read(Answer, subject=about)
    entry = Answer(
        instrument=instrument.name,
        version=instrument.version,
        pair=instrument.pair.value,
        sheet=sheet.id,
        sitting=number,
        item=item,
        value=value,
    )
    replaced = sorted(record.ref for record in former)
    journal.append(session.own, entry, subject=about, answers=replaced)
    for record in former:
        journal.shred(session.own, record)
