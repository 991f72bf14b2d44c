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
from coequal.people.visits import Visit
from coequal.sealed import entropy
from coequal.sealed.subjects import subject

SHEET_BYTES = 16


def form(sheet: Sheet) -> Content:
    """Return the form that belongs to what the two are to each other."""
    return content(PairType(sheet.pair))


def sheets(visit: Visit) -> list[Sheet]:
    """Return one's sheets, the oldest first."""
    stand = standing(journal.read(visit.own, Sheet), lambda entry: entry.id)
    ordered = sorted(stand.values(), key=lambda record: (record.at, record.ref))
    return [record.entry for record in ordered]


def sheet(visit: Visit, sheet_id: bytes) -> Sheet:
    """Return one of one's sheets, or raise `Unreadable`."""
    for one in sheets(visit):
        if one.id == sheet_id:
            return one
    message = "no such sheet"
    raise Unreadable(message)


def begin(visit: Visit, pair: PairType) -> bytes:
    """Return the sheet to answer now, as somebody says what the two are.

    A pair that was joined before anything was answered has a sheet still to come,
    if this can be what the two are.
    """
    known = {one.id for one in sheets(visit)}
    to_come = [
        bond.sheet
        for bond in pairs.bonds(visit)
        if bond.sheet not in known and bond.pair in {None, pair} and not bond.closed
    ]
    if not to_come:
        return open_sheet(visit, pair)
    write_sheet(visit, to_come[0], pair)
    return to_come[0]


def relation(visit: Visit, sheet: Sheet) -> str | None:
    """Return the id of the pair a sheet is joined to, once both are here.

    Not of one that is closed.
    """
    joined = (
        bond
        for bond in pairs.bonds(visit)
        if bond.sheet == sheet.id and bond.pair is not None and not bond.closed
    )
    return next((bond.iid.hex() for bond in joined), None)


def open_sheet(visit: Visit, pair: PairType) -> bytes:
    """Return a sheet of this type that no pair is joined to, making one if needed."""
    for one in free(visit):
        if one.pair == pair:
            return one.id
    return _new_sheet(visit, pair)


def turn_into(visit: Visit, sheet_id: bytes, pair: PairType) -> None:
    """Make a sheet one of this type.

    Answers that were given on it as another type move to a sheet of their own, so
    that none of them is out of reach.
    """
    for one in sheets(visit):
        if one.id == sheet_id and one.pair != pair:
            _keep_apart(visit, one)
    write_sheet(visit, sheet_id, pair)


def _keep_apart(visit: Visit, one: Sheet) -> None:
    """Copy what was answered on a sheet, sitting by sitting, to one of its own."""
    present = sitting(visit, one)
    given = [answers(visit, one, number).given for number in range(1, present + 1)]
    if not any(given):
        return
    apart = sheet(visit, _new_sheet(visit, PairType(one.pair)))
    for number, values in enumerate(given, start=FIRST_SITTING):
        if number > FIRST_SITTING:
            _begin_sitting(visit, apart, number)
        give(visit, apart, values)


def _new_sheet(visit: Visit, pair: PairType) -> bytes:
    about = (visit.secret, pair.value.encode(), *(one.id for one in sheets(visit)))
    made = entropy.fresh(SHEET_BYTES, "sheet", *about)
    write_sheet(visit, made, pair)
    return made


def free(visit: Visit) -> list[Sheet]:
    """Return the sheets that no invitation and no pair is joined to."""
    taken = pairs.joined_sheets(visit)
    return [one for one in sheets(visit) if one.id not in taken]


def write_sheet(visit: Visit, sheet_id: bytes, pair: PairType) -> None:
    """Say, or say anew, what the two of one sheet are to each other."""
    about = subject("sheet", sheet_id)
    former = journal.read(visit.own, Sheet, subject=about)
    entry = Sheet(id=sheet_id, pair=pair.value)
    if all(record.entry != entry for record in former):
        replaced = sorted(record.ref for record in former)
        journal.append(visit.own, entry, subject=about, answers=replaced)


def sitting(visit: Visit, sheet: Sheet) -> int:
    """Return the number of the sitting this person is in on one sheet, from 1."""
    return present_sitting(_begun(visit, sheet), sheet=sheet.id)


def began(visit: Visit, sheet: Sheet) -> int | None:
    """Return when the present sitting was begun; None in the first."""
    present = sitting(visit, sheet)
    times = [one.at for one in _begun(visit, sheet) if one.entry.number == present]
    return max(times, default=None)


def begin_again(visit: Visit, sheet: Sheet) -> None:
    """Begin the next sitting; what was answered before stays as it is.

    Raises `Refused` while the short form of the present one is not finished.
    """
    if not finished(visit, sheet):
        message = "the present sitting is not finished"
        raise Refused(message)
    _begin_sitting(visit, sheet, sitting(visit, sheet) + 1)


def finished(visit: Visit, sheet: Sheet) -> bool:
    """Whether the short form of the present sitting is answered."""
    return next_page(form(sheet).instrument, answers(visit, sheet)) is None


def go_back(visit: Visit, sheet: Sheet) -> None:
    """Go back to the sitting before, as if the present one had not been begun.

    Raises `Refused` once something is answered in it, and in the first one.
    """
    if not fresh(visit, sheet):
        message = "there is nothing to go back to, or something is answered"
        raise Refused(message)
    present = sitting(visit, sheet)
    for record in _begun(visit, sheet):
        if record.entry.number == present:
            journal.shred(visit.own, record)


def fresh(visit: Visit, sheet: Sheet) -> bool:
    """Whether a later sitting has begun and nothing is answered in it."""
    later = sitting(visit, sheet) > FIRST_SITTING
    return later and not answers(visit, sheet).given


def _begin_sitting(visit: Visit, sheet: Sheet, number: int) -> None:
    entry = Sitting(sheet=sheet.id, number=number)
    journal.append(visit.own, entry, subject=_sittings(sheet))


def _begun(visit: Visit, sheet: Sheet) -> list[Record[Sitting]]:
    return journal.read(visit.own, Sitting, subject=_sittings(sheet))


def _sittings(sheet: Sheet) -> bytes:
    return subject("sitting", sheet.id)


def answers(visit: Visit, sheet: Sheet, number: int | None = None) -> Answers:
    """Return what this person has answered on one sheet, in one sitting.

    Without a number it is the present one.
    """
    records = journal.read(visit.own, Answer)
    instrument = form(sheet).instrument
    number = number or sitting(visit, sheet)
    return answers_of(instrument, records, sheet=sheet.id, sitting=number)


def answered_at(visit: Visit, sheet: Sheet, number: int) -> int:
    """Return when the latest answer of one sitting was given; it must have some."""
    records = journal.read(visit.own, Answer)
    here = (sheet.id, sheet.pair, number)
    return max(
        one.at
        for one in records
        if (one.entry.sheet, one.entry.pair, one.entry.sitting) == here
    )


def give(visit: Visit, sheet: Sheet, values: Mapping[str, Value]) -> None:
    """Write answers of the present sitting down, each in place of the one before.

    Raises `Refused` for an item or a value that the form does not have; then
    nothing is written. Giving the same answer again changes nothing.
    """
    instrument = form(sheet).instrument
    for item, value in values.items():
        checked_value(instrument.item(item), value)
    present = sitting(visit, sheet)
    before = answers(visit, sheet, present)
    for item, value in values.items():
        if before.given.get(item) != value:
            _write(visit, sheet, present, item, value)


def _write(visit: Visit, sheet: Sheet, number: int, item: str, value: Value) -> None:
    instrument = form(sheet).instrument
    about = subject("answer", sheet.id, sheet.pair, str(number), item)
    former = journal.read(visit.own, Answer, subject=about)
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
    journal.append(visit.own, entry, subject=about, answers=replaced)
    for record in former:
        journal.shred(visit.own, record)
