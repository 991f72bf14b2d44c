"""One's own sheets and answers: from the journal, and into it.

A sheet is one other person that somebody has in mind. Answers stand on a sheet;
a pair is joined to one of each person's sheets.
"""

from __future__ import annotations

from collections.abc import Mapping

from coequal.content.load import Content, content
from coequal.core.people import PairType
from coequal.core.see.answers import Answers, Value, checked_value
from coequal.core.see.entries import Answer, Sheet
from coequal.core.see.fold import answers_of, standing
from coequal.errors import Unreadable
from coequal.journal import door as journal
from coequal.people import pairs
from coequal.people.visits import Visit
from coequal.sealed import entropy
from coequal.sealed.subjects import subject

SITTING = 1
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
        if bond.sheet not in known and bond.pair in {None, pair}
    ]
    if not to_come:
        return open_sheet(visit, pair)
    write_sheet(visit, to_come[0], pair)
    return to_come[0]


def relation(visit: Visit, sheet: Sheet) -> str | None:
    """Return the id of the pair that a sheet is joined to, once both are here."""
    joined = [bond for bond in pairs.bonds(visit) if bond.sheet == sheet.id]
    both_here = bool(joined) and joined[0].pair is not None
    return joined[0].iid.hex() if both_here else None


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
            given = answers(visit, one).given
            if given:
                apart = _new_sheet(visit, PairType(one.pair))
                give(visit, sheet(visit, apart), given)
    write_sheet(visit, sheet_id, pair)


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


def answers(visit: Visit, sheet: Sheet) -> Answers:
    """Return what this person has answered on one sheet so far."""
    records = journal.read(visit.own, Answer)
    instrument = form(sheet).instrument
    return answers_of(instrument, records, sheet=sheet.id, sitting=SITTING)


def give(visit: Visit, sheet: Sheet, values: Mapping[str, Value]) -> None:
    """Write answers down, each in place of the one before.

    Raises `Refused` for an item or a value that the form does not have; then
    nothing is written. Giving the same answer again changes nothing.
    """
    instrument = form(sheet).instrument
    for item, value in values.items():
        checked_value(instrument.item(item), value)
    before = answers(visit, sheet)
    for item, value in values.items():
        if before.given.get(item) != value:
            _write(visit, sheet, item, value)


def _write(visit: Visit, sheet: Sheet, item: str, value: Value) -> None:
    instrument = form(sheet).instrument
    about = subject("answer", sheet.id, sheet.pair, str(SITTING), item)
    former = journal.read(visit.own, Answer, subject=about)
    entry = Answer(
        instrument=instrument.name,
        version=instrument.version,
        pair=instrument.pair.value,
        sheet=sheet.id,
        sitting=SITTING,
        item=item,
        value=value,
    )
    replaced = sorted(record.ref for record in former)
    journal.append(visit.own, entry, subject=about, answers=replaced)
    for record in former:
        journal.shred(visit.own, record)
